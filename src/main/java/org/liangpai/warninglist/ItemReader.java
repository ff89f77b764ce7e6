package org.liangpai.warninglist;

import java.time.Month;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the items of one dimension. */
final class ItemReader {

  private static final List<String> BRANCH_KINDS = List.of("NORMAL", "JOINT", "TEMPORARY");
  private static final String[] KEYS = {
    "code",
    "title",
    "star",
    "description",
    "kind",
    "duty",
    "domains",
    "kinds",
    "months",
    "thresholds",
    "levels",
    "workingDays",
    "basis",
    "support",
    "generally",
    "status",
    "validFrom",
    "retiredFrom",
    "retiredReason",
    "sentence"
  };

  private final Dimension dimension;
  private final List<String> levels;
  private final List<String> domains;

  ItemReader(Dimension dimension, List<String> levels, List<String> domains) {
    this.dimension = dimension;
    this.levels = levels;
    this.domains = domains;
  }

  /** The items of a file; the codes seen so far tell a duplicate. */
  List<WarningItem> read(YamlEntry root, Set<String> codes) {
    YamlSection section = root.section("dimension", "items");
    YamlEntry named = section.entry("dimension");
    if (named.choice(Dimension.class) != dimension) {
      throw named.wrong(dimension.name() + "，这个文件只写" + dimension.label());
    }
    return section.entry("items").list().stream().map(entry -> item(entry, codes)).toList();
  }

  private WarningItem item(YamlEntry entry, Set<String> codes) {
    YamlEntry whole = named(entry);
    YamlSection section = whole.section(KEYS);
    JudgedMonths months =
        section.find("months").map(ItemReader::months).orElseGet(JudgedMonths::every);
    String code = code(section.entry("code"), codes);
    List<Threshold> thresholds =
        section.find("thresholds").map(new ThresholdReader(domains)::read).orElse(List.of());
    return new WarningItem(
        code,
        section.entry("title").text(),
        dimension,
        section.isYes("star"),
        section.entry("description").text(),
        section.entry("kind").choice(ItemKind.class),
        section.find("duty").map(one -> one.choice(Duty.class)).orElse(Duty.BRANCH),
        section.find("domains").map(list -> Names.read(list, domains)).orElse(List.of()),
        section
            .find("kinds")
            .map(list -> Names.read(list, BRANCH_KINDS))
            .orElse(List.of("NORMAL", "JOINT")),
        months,
        thresholds,
        new LadderReader(levels, months, thresholds).read(section.entry("levels")),
        workingDays(section.entry("workingDays")),
        section.entry("basis").atLeastOne().stream().map(ItemReader::basis).toList(),
        section.entry("support").choice(Support.class),
        section.isYes("generally"),
        standing(section),
        sentence(section.entry("sentence")));
  }

  /** The entry under the code of its item instead of its place in the list. */
  private static YamlEntry named(YamlEntry entry) {
    String code = entry.peek("code");
    return code.isEmpty() ? entry : new YamlEntry(entry.file(), code, "", entry.node());
  }

  private String code(YamlEntry entry, Set<String> codes) {
    String prefix = dimension.prefix();
    String code =
        entry.text(
            prefix + "-\\d{2}", prefix + "-01 形式的编码（" + dimension.label() + "以 " + prefix + " 开头）");
    if (!codes.add(code)) {
      throw entry.refused("编码“" + code + "”重复了，编码不可重复使用");
    }
    return code;
  }

  private static JudgedMonths months(YamlEntry entry) {
    if (!entry.isList()) {
      entry.text("QUARTER_END", "QUARTER_END（每季末月），或月份列表如 [6, 12]");
      return JudgedMonths.quarterEnds();
    }
    Set<Month> months = EnumSet.noneOf(Month.class);
    for (YamlEntry element : entry.atLeastOne()) {
      if (!months.add(Month.of(element.number(1, 12)))) {
        throw element.refused("月份重复了");
      }
    }
    return JudgedMonths.named(months);
  }

  private static List<DatedValue<Integer>> workingDays(YamlEntry entry) {
    return entry.isList()
        ? DatedReader.read(entry, "value", value -> value.number(1, 250))
        : DatedReader.always(entry.number(1, 250));
  }

  private static Basis basis(YamlEntry entry) {
    YamlSection section = entry.section("document", "article", "note");
    return new Basis(
        section.entry("document").text(),
        section.textOrEmpty("article"),
        section.textOrEmpty("note"));
  }

  private static Standing standing(YamlSection section) {
    ItemStatus status =
        section.find("status").map(one -> one.choice(ItemStatus.class)).orElse(ItemStatus.ACTIVE);
    Optional<YearMonth> validFrom = section.find("validFrom").map(YamlEntry::month);
    if (status != ItemStatus.RETIRED) {
      for (String key : List.of("retiredFrom", "retiredReason")) {
        section
            .find(key)
            .ifPresent(
                entry -> {
                  throw entry.refused("只有 status 为 RETIRED 的情形才写这个键");
                });
      }
      return new Standing(status, validFrom, Optional.empty(), Optional.empty());
    }
    YamlEntry retired = section.entry("retiredFrom");
    YearMonth retiredFrom = retired.month();
    if (validFrom.isPresent() && !retiredFrom.isAfter(validFrom.get())) {
      throw retired.wrong("晚于 validFrom（" + validFrom.get() + "）的月份");
    }
    String reason = section.entry("retiredReason").text();
    return new Standing(status, validFrom, Optional.of(retiredFrom), Optional.of(reason));
  }

  private static Sentence sentence(YamlEntry entry) {
    Sentence sentence = new Sentence(entry.text());
    if (!sentence.isBalanced()) {
      throw entry.wrong("花括号成对、括号内为英文名的句子，如 {month}未召开支委会");
    }
    return sentence;
  }
}
