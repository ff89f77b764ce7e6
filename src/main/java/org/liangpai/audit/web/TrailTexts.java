package org.liangpai.audit.web;

import io.quarkus.qute.TemplateExtension;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.liangpai.audit.TrailEntry;
import org.liangpai.security.Role;

/** What a row of the trail says, in words for people; what has no word stays as it is. */
@TemplateExtension
final class TrailTexts {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_]+");

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("status", "状态"),
          Map.entry("level", "等级"),
          Map.entry("branch", "支部"),
          Map.entry("item", "情形"),
          Map.entry("month", "月份"),
          Map.entry("holder", "持牌对象"),
          Map.entry("dueOn", "到期日"),
          Map.entry("effectiveOn", "生效日期"),
          Map.entry("accepted", "已导入"),
          Map.entry("rejected", "未导入"),
          Map.entry("unchanged", "无变化"),
          Map.entry("units", "党组织"),
          Map.entry("branches", "支部"),
          Map.entry("records", "月度纪实"),
          Map.entry("meetings", "会议活动"),
          Map.entry("occasion", "方式"),
          Map.entry("route", "地址"),
          Map.entry("rows", "条数"),
          Map.entry("entries", "条数"),
          Map.entry("damaged", "问题数"),
          Map.entry("hash", "校验值"),
          Map.entry("account", "账号"),
          Map.entry("object", "对象"),
          Map.entry("kind", "对象类型"),
          Map.entry("act", "操作"),
          Map.entry("from", "从"),
          Map.entry("to", "到"),
          Map.entry("PENDING", "待核实"),
          Map.entry("CONFIRMED", "属实"),
          Map.entry("DISMISSED", "不予认定"),
          Map.entry("DATA_ERROR", "数据有误"),
          Map.entry("FILED", "已上报"),
          Map.entry("RETURNED", "已退回"),
          Map.entry("RUNNING", "进行中"),
          Map.entry("DONE", "完成"),
          Map.entry("PARTIAL", "部分完成"),
          Map.entry("FAILED", "失败"),
          Map.entry("CANCELLED", "取消"),
          Map.entry("SCHEDULED", "定时"),
          Map.entry("REQUESTED", "人工"),
          Map.entry("BLUE", "蓝牌"),
          Map.entry("YELLOW", "黄牌"),
          Map.entry("ORANGE", "橙牌"),
          Map.entry("RED", "红牌"),
          Map.entry("line", "牌上情形"),
          Map.entry("evidence", "佐证"),
          Map.entry("FILE", "文件"),
          Map.entry("TEXT", "文字说明"),
          Map.entry("RECORD", "纪实"));

  private TrailTexts() {}

  /** A name or value as it is stored, in Chinese. */
  static String spoken(String text) {
    return text.startsWith("/")
        ? text
        : NAME.matcher(text)
            .replaceAll(word -> WORDS.getOrDefault(word.group(), roleLabel(word.group())));
  }

  /** The posts of who acted. */
  static String postLabels(TrailEntry entry) {
    return Arrays.stream(entry.posts().split("、"))
        .map(TrailTexts::postLabel)
        .collect(Collectors.joining("、"));
  }

  private static String postLabel(String post) {
    String[] roleAndPlace = post.split("@", 2);
    String role = roleLabel(roleAndPlace[0]);
    return roleAndPlace.length == 1 ? role : role + "（" + roleAndPlace[1] + "）";
  }

  /** The label of a role, or the word itself. */
  private static String roleLabel(String word) {
    return Arrays.stream(Role.values())
        .filter(one -> one.name().equals(word))
        .map(Role::label)
        .findFirst()
        .orElse(word);
  }
}
