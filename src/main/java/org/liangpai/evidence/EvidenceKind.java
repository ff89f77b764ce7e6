package org.liangpai.evidence;

/** In which form something shows that an item was rectified. */
public enum EvidenceKind {
  TEXT("文字说明"),
  FILE("文件"),
  /** A monthly record of the branch. */
  RECORD("月度纪实");

  private final String label;

  EvidenceKind(String label) {
    this.label = label;
  }

  /** The Chinese word. */
  public String label() {
    return label;
  }
}
