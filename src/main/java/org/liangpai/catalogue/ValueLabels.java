package org.liangpai.catalogue;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.liangpai.dictionary.Field;
import org.liangpai.dictionary.Table;

/** The Chinese names of what rules read: fields of the dictionary and values derived from them. */
final class ValueLabels {

  private static final String BLANK = "未填";

  private static final Map<String, String> DERIVED =
      Map.ofEntries(
          Map.entry("held", "窗口内次数"),
          Map.entry("groupsMet", "开过会的党小组数"),
          Map.entry("hits", "命中次数"),
          Map.entry("lateFilings", "迟报次数"),
          Map.entry("blanks", "应填未填项数"),
          Map.entry("blankFields", "应填未填内容"),
          Map.entry("missing", "缺少内容"),
          Map.entry("faults", "不规范之处"),
          Map.entry("repeatedOn", "内容相同的会议日期"),
          Map.entry("years", "距最近发展党员年数"),
          Map.entry("members", "党员数（正式加预备）"),
          Map.entry("daysSinceFounded", "成立至月底天数"),
          Map.entry("daysSinceHostDissolved", "临时机构撤销至月底天数"),
          Map.entry("daysVacant", "空缺至月底天数"),
          Map.entry("dueOn", "应换届日"),
          Map.entry("daysOverdue", "超期天数"),
          Map.entry("dueYears", "应有任期年数"),
          Map.entry("daysSinceElected", "选举至月底天数"),
          Map.entry("months", "整月数"),
          Map.entry("due", "应到人次（减免计）"),
          Map.entry("attended", "实到人次"),
          Map.entry("leastShare", "适用到会率"),
          Map.entry("dueShare", "适用到位比例"),
          Map.entry("visits", "本季到支部次数"),
          Map.entry("issuedOn", "最早红牌发出日"),
          Map.entry("daysSinceIssued", "红牌发出至月底天数"),
          Map.entry("cardLevel", "亮牌等级"),
          Map.entry("daysOffSchedule", "偏离固定党日天数"),
          Map.entry("daysUntilRecorded", "会后录入天数"));

  private static final Map<String, Field> FIELDS = fields();

  private ValueLabels() {}

  static Told told(String name, Object value) {
    Field field = FIELDS.get(name);
    String label = field == null ? DERIVED.getOrDefault(name, name) : field.label();
    return new Told(label, text(field, value));
  }

  static String text(Field field, Object value) {
    if (value == null) {
      return BLANK;
    }
    if (value instanceof Boolean flag) {
      return flag ? "是" : "否";
    }
    if (value instanceof List<?> many) {
      return many.stream().map(one -> text(field, one)).collect(Collectors.joining("、"));
    }
    return field == null ? value.toString() : field.labelOf(value.toString());
  }

  private static Map<String, Field> fields() {
    Map<String, Field> fields = new HashMap<>();
    for (Table table : Table.values()) {
      table.fields().forEach(field -> fields.putIfAbsent(field.name(), field));
    }
    return Collections.unmodifiableMap(fields);
  }
}
