/** Finds who could take which branch so that the load is balanced: a model for the solver. */
package org.liangpai.supervision.balancing;
