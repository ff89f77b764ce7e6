package org.liangpai.notice;

/**
 * To whom a notice goes: whoever holds a post on the day of delivery, so that a change of people
 * needs no change of notices.
 *
 * @param code of the branch or unit, or the name of the account
 */
public record Addressee(Desk desk, String code) {

  /** Where a notice is laid down. */
  public enum Desk {
    /** The secretary of a branch. */
    SECRETARY,
    /** The officers of a unit: of a committee, a county or the city. */
    OFFICE,
    /** The contact leaders whose post is at a branch or unit. */
    LEADER,
    /** The supervisors whose post is at a branch or unit. */
    SUPERVISOR,
    /** One account, for what was asked of that person. */
    ACCOUNT
  }

  public static Addressee secretary(String branchCode) {
    return new Addressee(Desk.SECRETARY, branchCode);
  }

  public static Addressee office(String unitCode) {
    return new Addressee(Desk.OFFICE, unitCode);
  }

  public static Addressee leader(String code) {
    return new Addressee(Desk.LEADER, code);
  }

  public static Addressee supervisor(String code) {
    return new Addressee(Desk.SUPERVISOR, code);
  }

  public static Addressee account(String name) {
    return new Addressee(Desk.ACCOUNT, name);
  }
}
