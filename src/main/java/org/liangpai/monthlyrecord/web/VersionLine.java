package org.liangpai.monthlyrecord.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.liangpai.dictionary.Field;
import org.liangpai.dictionary.FieldType;
import org.liangpai.dictionary.Table;

/**
 * A version of a record as its history tells it.
 *
 * @param changes what it changed, in words; empty for the first version
 */
record VersionLine(int version, String at, String by, List<String> changes) {

  private static final String MEETINGS = "meetings";
  private static final String BLANK = "空白";

  /** What became different from one content to the next. */
  static List<String> changes(Map<String, ?> before, Map<String, ?> after) {
    List<String> changes = new ArrayList<>();
    for (Field field : Table.RECORDS.fields()) {
      String was = text(field, before.get(field.name()));
      String is = text(field, after.get(field.name()));
      if (!was.equals(is)) {
        changes.add(field.label() + "：" + was + " → " + is);
      }
    }
    meetings(before, after, "删去会议活动", changes);
    meetings(after, before, "新增会议活动", changes);
    return changes;
  }

  private static void meetings(
      Map<String, ?> of, Map<String, ?> without, String word, List<String> changes) {
    List<Object> others = new ArrayList<>(list(without));
    list(of).stream()
        .filter(one -> !others.remove(one))
        .forEach(one -> changes.add(word + "：" + meeting((Map<?, ?>) one)));
  }

  private static Collection<?> list(Map<String, ?> content) {
    return content.get(MEETINGS) instanceof Collection<?> meetings ? meetings : List.of();
  }

  private static String meeting(Map<?, ?> meeting) {
    return Table.MEETINGS.fields().stream()
        .filter(field -> meeting.get(field.name()) != null)
        .map(field -> field.label() + " " + text(field, meeting.get(field.name())))
        .collect(Collectors.joining("，"));
  }

  private static String text(Field field, Object value) {
    if (value == null) {
      return BLANK;
    }
    if (value instanceof Boolean yes) {
      return yes ? "是" : "否";
    }
    if (value instanceof Collection<?> several) {
      return several.stream()
          .map(one -> field.labelOf(Objects.toString(one)))
          .collect(Collectors.joining("、"));
    }
    return field.type() == FieldType.CHOICE
        ? field.labelOf(value.toString())
        : Objects.toString(value);
  }
}
