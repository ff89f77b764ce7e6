package org.liangpai.concession;

/** Where a request stands. All but {@link #ASKED} and a suspension's {@link #GRANTED} are final. */
public enum ConcessionStatus {
  ASKED("待审批"),
  GRANTED("已同意"),
  REFUSED("不同意"),
  /** The card came off before anybody decided. */
  LAPSED("已失效"),
  /** A suspension is over. */
  ENDED("已结束");

  private final String label;

  ConcessionStatus(String label) {
    this.label = label;
  }

  /** The Chinese word. */
  public String label() {
    return label;
  }
}
