/** Demonstration branches (示范党支部): candidates by criteria, chosen by people, published. */
package org.liangpai.demonstration;
