package org.liangpai.intake.merge;

/**
 * Meetings on file of one record that an upload does not bring again.
 *
 * @param month such as {@code 2026-10}
 * @param onFile how many meetings the record has on file
 * @param missing how many of them the upload does not bring
 * @param meetings the types and days of those, at least of the first
 * @param outcome what became of them
 */
public record Removal(
    String branchCode, String month, long onFile, long missing, String meetings, Outcome outcome) {

  /** What became of the meetings that did not come again. */
  public enum Outcome {
    /** They are on file as before; the record was refused until somebody decides. */
    REFUSED,
    /** They are on file as before; what else the upload says of the record is stored. */
    KEPT,
    /** They went, as was asked for. */
    REMOVED
  }
}
