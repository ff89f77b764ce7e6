package org.liangpai.security;

/** How statements tell the place of a unit in the hierarchy. */
public final class UnitPath {

  private UnitPath() {}

  /**
   * An expression for the names on the way from the root to a unit, which may be shown to whoever
   * sees the unit.
   *
   * @param path the column with the path of the unit
   */
  public static String names(String path) {
    return """
        ARRAY(SELECT above.unit_name FROM unit above WHERE above.unit_code = ANY (%s)
            ORDER BY cardinality(above.path))
        """
        .formatted(path);
  }

  /** The same as one text. */
  public static String text(String path) {
    return "array_to_string(" + names(path) + ", ' / ')";
  }
}
