package org.liangpai.security;

/**
 * What a route asks for, by name. Which role has which permission is told by {@link Role}; which
 * route asks for which, by {@code docs/permissions.md}, and a test walks all of it.
 */
public final class Permissions {

  public static final String READ_WARNING_LIST = "read-warning-list";
  public static final String READ_UNITS = "read-units";
  public static final String READ_BRANCHES = "read-branches";
  public static final String FILE_BRANCHES = "file-branches";
  public static final String READ_RECORDS = "read-records";
  public static final String FILE_RECORDS = "file-records";
  public static final String RETURN_RECORDS = "return-records";
  public static final String READ_SWEEPS = "read-sweeps";
  public static final String START_SWEEPS = "start-sweeps";
  public static final String EXPLAIN_BRANCHES = "explain-branches";
  public static final String READ_FINDINGS = "read-findings";
  public static final String VERIFY_FINDINGS = "verify-findings";
  public static final String COMMENT_FINDINGS = "comment-findings";
  public static final String EXPORT_FINDINGS = "export-findings";
  public static final String READ_CARDS = "read-cards";
  public static final String ADJUST_CARDS = "adjust-cards";
  public static final String RECTIFY_CARDS = "rectify-cards";
  public static final String ACCEPT_RECTIFICATION = "accept-rectification";
  public static final String OVERSEE_CARDS = "oversee-cards";
  public static final String PASS_ON_CARDS = "pass-on-cards";

  public static final String READ_HELP_REQUESTS = "read-help-requests";
  public static final String ASK_FOR_HELP = "ask-for-help";
  public static final String ANSWER_HELP_REQUESTS = "answer-help-requests";

  public static final String READ_ESCALATIONS = "read-escalations";
  public static final String READ_ACCOUNTABILITY = "read-accountability";
  public static final String DECIDE_ACCOUNTABILITY = "decide-accountability";
  public static final String CHECK_STANDING = "check-standing";

  public static final String READ_SUPERVISION = "read-supervision";
  public static final String ASSIGN_SUPERVISION = "assign-supervision";
  public static final String WRITE_VISITS = "write-visits";
  public static final String READ_CROSS_CHECKS = "read-cross-checks";
  public static final String DRAW_CROSS_CHECKS = "draw-cross-checks";
  public static final String ANSWER_CROSS_CHECKS = "answer-cross-checks";
  public static final String READ_OVERSIGHT = "read-oversight";

  public static final String READ_PAIRINGS = "read-pairings";
  public static final String MANAGE_PAIRINGS = "manage-pairings";
  public static final String WRITE_PAIRINGS = "write-pairings";
  public static final String CHOOSE_DEMONSTRATIONS = "choose-demonstrations";
  public static final String READ_CLASSES = "read-classes";

  public static final String MANAGE_NOTICES = "manage-notices";

  public static final String READ_METRICS = "read-metrics";
  public static final String MANAGE_ACCOUNTS = "manage-accounts";
  public static final String MANAGE_POSTS = "manage-posts";
  public static final String READ_ACCOUNTS = "read-accounts";
  public static final String CONFIRM_ADMINISTRATORS = "confirm-administrators";
  public static final String READ_AUDIT = "read-audit";

  private Permissions() {}
}
