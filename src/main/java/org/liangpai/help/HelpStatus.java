package org.liangpai.help;

/** Where a request stands. */
public enum HelpStatus {
  ASKED("待答复"),
  /** The unit takes it on, until a day. */
  TAKEN("办理中"),
  /** The unit says it is done; the asking side has not yet looked. */
  DONE("待确认"),
  REFUSED("已说明不能办理"),
  CONFIRMED("已办结"),
  /** The asking side needs it no longer. */
  WITHDRAWN("已撤回");

  private final String label;

  HelpStatus(String label) {
    this.label = label;
  }

  /** The Chinese name. */
  public String label() {
    return label;
  }

  /** The asked unit has to do something. */
  public boolean isWithUnit() {
    return this == ASKED || this == TAKEN;
  }

  /** Nobody has to do anything any more. */
  public boolean isOver() {
    return this == REFUSED || this == CONFIRMED || this == WITHDRAWN;
  }
}
