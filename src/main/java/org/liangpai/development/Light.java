package org.liangpai.development;

/** How an item stands, the gravest first; told by word and shape, never by colour alone. */
public enum Light {
  RED("红灯", "◆"),
  YELLOW("黄灯", "●"),
  /** Something is missing that could decide: neither red nor green. */
  NOT_JUDGED("无法判断", "？"),
  GREEN("绿灯", "✔"),
  NOT_APPLICABLE("不适用", "—");

  private final String label;
  private final String shape;

  Light(String label, String shape) {
    this.label = label;
    this.shape = shape;
  }

  /** Its Chinese word. */
  public String label() {
    return label;
  }

  /** The shape beside the word. */
  public String shape() {
    return shape;
  }
}
