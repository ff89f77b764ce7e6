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
  public static final String EXPORT_FINDINGS = "export-findings";
  public static final String READ_CARDS = "read-cards";
  public static final String ADJUST_CARDS = "adjust-cards";
  public static final String READ_METRICS = "read-metrics";
  public static final String MANAGE_ACCOUNTS = "manage-accounts";
  public static final String MANAGE_POSTS = "manage-posts";
  public static final String READ_ACCOUNTS = "read-accounts";
  public static final String READ_AUDIT = "read-audit";

  private Permissions() {}
}
