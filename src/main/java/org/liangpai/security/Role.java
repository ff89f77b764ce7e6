package org.liangpai.security;

import static org.liangpai.security.Permissions.ACCEPT_RECTIFICATION;
import static org.liangpai.security.Permissions.ADJUST_CARDS;
import static org.liangpai.security.Permissions.ANSWER_CROSS_CHECKS;
import static org.liangpai.security.Permissions.ANSWER_HELP_REQUESTS;
import static org.liangpai.security.Permissions.ASK_FOR_HELP;
import static org.liangpai.security.Permissions.ASSIGN_SUPERVISION;
import static org.liangpai.security.Permissions.CHECK_STANDING;
import static org.liangpai.security.Permissions.CHOOSE_DEMONSTRATIONS;
import static org.liangpai.security.Permissions.COMMENT_FINDINGS;
import static org.liangpai.security.Permissions.CONFIRM_ADMINISTRATORS;
import static org.liangpai.security.Permissions.DECIDE_ACCOUNTABILITY;
import static org.liangpai.security.Permissions.DRAW_CROSS_CHECKS;
import static org.liangpai.security.Permissions.EXPLAIN_BRANCHES;
import static org.liangpai.security.Permissions.EXPORT_FINDINGS;
import static org.liangpai.security.Permissions.FILE_BRANCHES;
import static org.liangpai.security.Permissions.FILE_RECORDS;
import static org.liangpai.security.Permissions.MANAGE_ACCOUNTS;
import static org.liangpai.security.Permissions.MANAGE_NOTICES;
import static org.liangpai.security.Permissions.MANAGE_PAIRINGS;
import static org.liangpai.security.Permissions.MANAGE_POSTS;
import static org.liangpai.security.Permissions.OVERSEE_CARDS;
import static org.liangpai.security.Permissions.PASS_ON_CARDS;
import static org.liangpai.security.Permissions.READ_ACCOUNTABILITY;
import static org.liangpai.security.Permissions.READ_ACCOUNTS;
import static org.liangpai.security.Permissions.READ_AUDIT;
import static org.liangpai.security.Permissions.READ_BRANCHES;
import static org.liangpai.security.Permissions.READ_CARDS;
import static org.liangpai.security.Permissions.READ_CLASSES;
import static org.liangpai.security.Permissions.READ_CROSS_CHECKS;
import static org.liangpai.security.Permissions.READ_ESCALATIONS;
import static org.liangpai.security.Permissions.READ_FINDINGS;
import static org.liangpai.security.Permissions.READ_HELP_REQUESTS;
import static org.liangpai.security.Permissions.READ_METRICS;
import static org.liangpai.security.Permissions.READ_OVERSIGHT;
import static org.liangpai.security.Permissions.READ_PAIRINGS;
import static org.liangpai.security.Permissions.READ_RECORDS;
import static org.liangpai.security.Permissions.READ_SUPERVISION;
import static org.liangpai.security.Permissions.READ_SWEEPS;
import static org.liangpai.security.Permissions.READ_UNITS;
import static org.liangpai.security.Permissions.READ_WARNING_LIST;
import static org.liangpai.security.Permissions.RECTIFY_CARDS;
import static org.liangpai.security.Permissions.RETURN_RECORDS;
import static org.liangpai.security.Permissions.START_SWEEPS;
import static org.liangpai.security.Permissions.VERIFY_FINDINGS;
import static org.liangpai.security.Permissions.WRITE_PAIRINGS;
import static org.liangpai.security.Permissions.WRITE_VISITS;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * What a post lets its holder do, within the part of the hierarchy that the post is at. The three
 * administrators (三员) are kept apart: nobody holds two of them.
 */
public enum Role {
  BRANCH_SECRETARY(
      "支部书记", Seat.BRANCH, Set.of(FILE_RECORDS, RECTIFY_CARDS, ASK_FOR_HELP, WRITE_PAIRINGS)),
  COMMITTEE_OFFICER(
      "基层党委经办人",
      Seat.UNIT,
      Set.of(
          FILE_RECORDS,
          RETURN_RECORDS,
          VERIFY_FINDINGS,
          COMMENT_FINDINGS,
          EXPORT_FINDINGS,
          ADJUST_CARDS,
          RECTIFY_CARDS,
          ACCEPT_RECTIFICATION,
          PASS_ON_CARDS,
          ASK_FOR_HELP,
          ANSWER_HELP_REQUESTS,
          ASSIGN_SUPERVISION,
          READ_CROSS_CHECKS,
          ANSWER_CROSS_CHECKS,
          WRITE_PAIRINGS)),
  COUNTY_OFFICER("县级组织部门经办人", Seat.UNIT, Superior.PERMISSIONS),
  CITY_OFFICER("市级组织部门经办人", Seat.UNIT, Superior.and(DECIDE_ACCOUNTABILITY)),
  SUPERVISOR("督导员", Seat.UNIT_OR_BRANCH, Set.of(EXPORT_FINDINGS, WRITE_VISITS)),
  LEADER("联系领导", Seat.UNIT_OR_BRANCH, Set.of(WRITE_VISITS)),
  RULE_AUTHOR("清单规则编制人", Seat.NOWHERE, Set.of(READ_WARNING_LIST)),
  RULE_PUBLISHER("清单规则发布人", Seat.NOWHERE, Set.of(READ_WARNING_LIST)),
  SYSTEM(
      "系统管理员",
      Seat.NOWHERE,
      Set.of(MANAGE_ACCOUNTS, READ_ACCOUNTS, CONFIRM_ADMINISTRATORS, READ_METRICS, MANAGE_NOTICES)),
  SECURITY(
      "安全管理员",
      Seat.NOWHERE,
      Set.of(MANAGE_POSTS, READ_ACCOUNTS, CONFIRM_ADMINISTRATORS, READ_UNITS)),
  AUDIT("审计管理员", Seat.NOWHERE, Set.of(READ_AUDIT, CONFIRM_ADMINISTRATORS));

  /** What a post of a role is at. */
  public enum Seat {
    UNIT,
    BRANCH,
    UNIT_OR_BRANCH,
    /** The whole service: such a post sees no part of the hierarchy. */
    NOWHERE
  }

  /** What county and city have alike. */
  private static final class Superior {
    static final Set<String> PERMISSIONS =
        Set.of(
            FILE_BRANCHES,
            FILE_RECORDS,
            RETURN_RECORDS,
            READ_SWEEPS,
            START_SWEEPS,
            VERIFY_FINDINGS,
            EXPORT_FINDINGS,
            ADJUST_CARDS,
            ACCEPT_RECTIFICATION,
            OVERSEE_CARDS,
            PASS_ON_CARDS,
            ANSWER_HELP_REQUESTS,
            READ_ACCOUNTABILITY,
            CHECK_STANDING,
            ASSIGN_SUPERVISION,
            READ_CROSS_CHECKS,
            DRAW_CROSS_CHECKS,
            ANSWER_CROSS_CHECKS,
            READ_OVERSIGHT,
            MANAGE_PAIRINGS,
            CHOOSE_DEMONSTRATIONS);

    static Set<String> and(String permission) {
      Set<String> all = new HashSet<>(PERMISSIONS);
      all.add(permission);
      return Set.copyOf(all);
    }
  }

  /** Whoever has a part of the hierarchy may read what lies in it. */
  private static final Set<String> READING =
      Set.of(
          READ_WARNING_LIST,
          READ_UNITS,
          READ_BRANCHES,
          READ_RECORDS,
          EXPLAIN_BRANCHES,
          READ_FINDINGS,
          READ_CARDS,
          READ_ESCALATIONS,
          READ_HELP_REQUESTS,
          READ_SUPERVISION,
          READ_PAIRINGS,
          READ_CLASSES);

  private final String label;
  private final Seat seat;
  private final Set<String> permissions;

  Role(String label, Seat seat, Set<String> own) {
    this.label = label;
    this.seat = seat;
    this.permissions = own;
  }

  /** The Chinese name. */
  public String label() {
    return label;
  }

  public Seat seat() {
    return seat;
  }

  /** Whether it has a permission of {@link Permissions}. */
  public boolean has(String permission) {
    return permissions.contains(permission) || seat != Seat.NOWHERE && READING.contains(permission);
  }

  /** One of the three administrators. */
  public boolean isAdministrator() {
    return this == SYSTEM || this == SECURITY || this == AUDIT;
  }

  /** The roles that have a permission. */
  public static Set<Role> with(String permission) {
    Set<Role> roles = new HashSet<>();
    Arrays.stream(values()).filter(role -> role.has(permission)).forEach(roles::add);
    return roles;
  }
}
