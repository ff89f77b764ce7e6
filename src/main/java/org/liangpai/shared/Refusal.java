package org.liangpai.shared;

/** The domain says no, in the present state; the caller did nothing malformed. Answered as 409. */
public abstract class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param code names the reason in the problem's type, such as {@code finding-already-decided}
   * @param message one Chinese sentence for the user
   */
  protected Refusal(String code, String message) {
    super(message);
    this.code = code;
  }

  public String code() {
    return code;
  }
}
