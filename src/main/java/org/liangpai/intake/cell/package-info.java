/** From cells to typed rows: what a cell may say, and what a row may say. Pure. */
package org.liangpai.intake.cell;
