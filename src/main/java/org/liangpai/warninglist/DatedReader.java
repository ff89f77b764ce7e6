package org.liangpai.warninglist;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads lists of values by the months from which they apply. */
final class DatedReader {

  /** The month of values that are written without one. */
  static final YearMonth EVER_SINCE = YearMonth.of(2018, 1);

  private DatedReader() {}

  /** A list whose elements each have a month and one value under the given key. */
  static <T> List<DatedValue<T>> read(
      YamlEntry list, String valueKey, Function<YamlEntry, T> value) {
    return readSections(list, section -> value.apply(section.entry(valueKey)), "since", valueKey);
  }

  /** A list whose elements each have a month among other keys. */
  static <T> List<DatedValue<T>> readSections(
      YamlEntry list, Function<YamlSection, T> value, String... keys) {
    List<DatedValue<T>> values = new ArrayList<>();
    YearMonth last = null;
    for (YamlEntry element : list.atLeastOne()) {
      YamlSection section = element.section(keys);
      YamlEntry since = section.entry("since");
      YearMonth month = since.month();
      if (last != null && !month.isAfter(last)) {
        throw since.wrong("晚于上一个 since（" + last + "）的月份，按时间先后排列");
      }
      values.add(new DatedValue<>(month, value.apply(section)));
      last = month;
    }
    return List.copyOf(values);
  }

  /** A value that never changed. */
  static <T> List<DatedValue<T>> always(T value) {
    return List.of(new DatedValue<>(EVER_SINCE, value));
  }
}
