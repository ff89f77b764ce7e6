package org.liangpai.warninglist;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the thresholds of an item. */
final class ThresholdReader {

  private static final Set<String> TAKEN = Set.of("month", "quarter", "year", "lastYear", "streak");

  private final List<String> domains;

  ThresholdReader(List<String> domains) {
    this.domains = domains;
  }

  List<Threshold> read(YamlEntry thresholds) {
    return thresholds.pairs().entrySet().stream().map(this::threshold).toList();
  }

  private Threshold threshold(Map.Entry<String, YamlEntry> named) {
    String name = named.getKey();
    YamlEntry whole = named.getValue();
    if (!name.matches("[a-z][A-Za-z0-9]{0,59}") || TAKEN.contains(name)) {
      throw whole.refused(
          "“" + name + "”不可用作阈值名，应以小写字母开头、只含字母和数字，且不是 month、quarter、year、lastYear、streak");
    }
    YamlSection section = whole.section("label", "unit", "kind", "domains", "allowed", "values");
    ThresholdKind kind = section.entry("kind").choice(ThresholdKind.class);
    AllowedRange allowed = range(section.entry("allowed"), kind);
    return new Threshold(
        name,
        section.entry("label").text(),
        section.textOrEmpty("unit"),
        kind,
        section.find("domains").map(list -> Names.read(list, domains)).orElse(List.of()),
        allowed,
        DatedReader.read(
            section.entry("values"), "value", entry -> allowedValue(entry, kind, allowed)));
  }

  private static AllowedRange range(YamlEntry entry, ThresholdKind kind) {
    List<YamlEntry> ends = entry.list();
    if (ends.size() != 2) {
      throw entry.refused("应为 [最小值, 最大值] 两个值");
    }
    AllowedRange range = new AllowedRange(value(ends.get(0), kind), value(ends.get(1), kind));
    if (kind.compare(range.least(), range.most()) > 0) {
      throw entry.refused("最小值 " + range.least() + " 大于最大值 " + range.most());
    }
    return range;
  }

  private static Object allowedValue(YamlEntry entry, ThresholdKind kind, AllowedRange allowed) {
    Object value = value(entry, kind);
    if (!allowed.allows(kind, value)) {
      throw entry.wrong(allowed.least() + " 至 " + allowed.most());
    }
    return value;
  }

  private static Object value(YamlEntry entry, ThresholdKind kind) {
    return switch (kind) {
      case NUMBER -> entry.number(0, 999_999_999);
      case SHARE -> entry.share();
      case DAY -> entry.day();
    };
  }
}
