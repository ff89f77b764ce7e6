package org.liangpai.accountability;

/** What accountability consists of. */
public enum AnsweringMeasure {
  TALK("约谈"),
  NOTICE("通报批评"),
  WRITTEN_REVIEW("书面检查"),
  POST_ADJUSTMENT("岗位调整");

  private final String label;

  AnsweringMeasure(String label) {
    this.label = label;
  }

  /** The Chinese name. */
  public String label() {
    return label;
  }
}
