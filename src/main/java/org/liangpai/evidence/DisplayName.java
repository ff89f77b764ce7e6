package org.liangpai.evidence;

/**
 * The name of a file as it is shown and offered for download. It is never a path, shows nothing
 * else than it says, and ends as the content does.
 */
final class DisplayName {

  private static final int LONGEST = 120;
  private static final String NONE = "未命名";

  private DisplayName() {}

  static String of(String given, FileType type) {
    String name = given == null ? "" : given;
    name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    name = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}<>:\"|?*]", "");
    name = name.replaceAll("^[\\s.]+|[\\s.]+$", "");
    if (!type.isEndOf(name)) {
      name = shortened(name.isEmpty() ? NONE : name) + "." + type.extension();
    }
    int dot = name.lastIndexOf('.');
    String stem = name.substring(0, dot);
    return shortened(stem.isBlank() ? NONE : stem) + name.substring(dot);
  }

  private static String shortened(String name) {
    return name.codePointCount(0, name.length()) <= LONGEST
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST));
  }
}
