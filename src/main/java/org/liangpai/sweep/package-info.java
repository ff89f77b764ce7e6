/** The monthly sweep (排查): judges every branch by the list and keeps what was found. */
package org.liangpai.sweep;
