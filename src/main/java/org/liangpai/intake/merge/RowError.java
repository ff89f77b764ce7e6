package org.liangpai.intake.merge;

/**
 * One reason why a row was rejected.
 *
 * @param table the name of the table
 * @param row the number of the row in its sheet or file; the heading is row 1
 * @param field the English name of the field
 * @param value what was found there
 * @param message one Chinese sentence
 */
public record RowError(String table, int row, String field, String value, String message) {}
