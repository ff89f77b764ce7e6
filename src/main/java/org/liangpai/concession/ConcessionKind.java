package org.liangpai.concession;

/** What is asked for. */
public enum ConcessionKind {
  EXTENSION("延期"),
  SUSPENSION("挂账"),
  OBJECTION("申诉");

  private final String label;

  ConcessionKind(String label) {
    this.label = label;
  }

  /** The Chinese name. */
  public String label() {
    return label;
  }
}
