package org.liangpai.security;

import java.util.List;

/**
 * A page to which the navigation leads.
 *
 * @param name as the page names itself to the layout
 * @param permission what the viewer has to have
 */
public record Destination(String name, String label, String path, String permission) {

  /** What is done from day to day. */
  static final List<Destination> DAILY =
      List.of(
          new Destination("overview", "总览", "/", Permissions.READ_FINDINGS),
          new Destination("findings", "核实", "/findings", Permissions.READ_FINDINGS),
          new Destination("cards", "亮牌", "/cards", Permissions.READ_CARDS),
          new Destination("rectification", "整改", "/rectification", Permissions.READ_CARDS),
          new Destination("concessions", "审批", "/concessions", Permissions.READ_CARDS),
          new Destination("help-requests", "求助", "/help-requests", Permissions.READ_HELP_REQUESTS),
          new Destination("supervision", "督导", "/supervision", Permissions.READ_SUPERVISION),
          new Destination("branches", "支部", "/branches", Permissions.READ_BRANCHES),
          new Destination("sweeps", "排查", "/sweeps", Permissions.READ_SWEEPS),
          new Destination("import", "导入", "/import", Permissions.FILE_RECORDS),
          new Destination("accounts", "账号和岗位", "/accounts", Permissions.READ_ACCOUNTS),
          new Destination("audit", "审计", "/audit", Permissions.READ_AUDIT));

  /** What is looked at now and then. */
  static final List<Destination> FURTHER =
      List.of(
          new Destination(
              "administrator-requests",
              "管理员账号变更",
              "/administrator-requests",
              Permissions.CONFIRM_ADMINISTRATORS),
          new Destination("escalations", "催办通报", "/escalations", Permissions.READ_ESCALATIONS),
          new Destination(
              "accountability", "问责", "/accountability", Permissions.READ_ACCOUNTABILITY),
          new Destination("pairings", "结对", "/pairings", Permissions.READ_PAIRINGS),
          new Destination("demonstrations", "示范党支部", "/demonstrations", Permissions.READ_PAIRINGS),
          new Destination("classes", "分类", "/classes", Permissions.READ_CLASSES),
          new Destination("development", "发展党员", "/development", Permissions.READ_CLASSES),
          new Destination("cross-checks", "抽查", "/cross-checks", Permissions.READ_CROSS_CHECKS),
          new Destination("oversight", "监督情况", "/oversight", Permissions.READ_OVERSIGHT),
          new Destination(
              "notice-channels", "通知渠道", "/notices/channels", Permissions.MANAGE_NOTICES));
}
