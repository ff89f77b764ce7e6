package org.liangpai.warninglist;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the files that are not items: levels, domains, grading, ladder, filing and supervision. */
final class SettingsReader {

  private SettingsReader() {}

  static List<LevelStyle> levels(YamlEntry root) {
    YamlEntry list = root.section("levels").entry("levels");
    List<LevelStyle> styles = new ArrayList<>();
    Set<String> signs = new HashSet<>();
    for (YamlEntry entry : list.atLeastOne()) {
      YamlSection section = entry.section("level", "word", "shape", "shapeName", "colour");
      Level level = section.entry("level").choice(Level.class);
      if (!styles.isEmpty() && !level.worseThan(styles.get(styles.size() - 1).level())) {
        throw section.entry("level").wrong("比上一级更重的等级，由轻到重排列");
      }
      for (String key : List.of("word", "shape", "shapeName", "colour")) {
        if (!signs.add(section.entry(key).text())) {
          throw section.entry(key).refused("与另一等级相同，等级须能不靠颜色分辨");
        }
      }
      styles.add(
          new LevelStyle(
              level,
              section.entry("word").text(),
              section.entry("shape").text("\\S", "一个字符，如 ●"),
              section.entry("shapeName").text(),
              section.entry("colour").text("#[0-9a-fA-F]{6}", "#rrggbb 形式的颜色")));
    }
    Set<Level> missing = EnumSet.of(Level.YELLOW, Level.ORANGE, Level.RED);
    styles.forEach(style -> missing.remove(style.level()));
    if (!missing.isEmpty()) {
      throw list.refused("缺少等级 " + missing.iterator().next());
    }
    return List.copyOf(styles);
  }

  static List<Domain> domains(YamlEntry root) {
    List<Domain> domains = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (YamlEntry entry : root.section("domains").entry("domains").atLeastOne()) {
      YamlSection section = entry.section("code", "label");
      YamlEntry code = section.entry("code");
      Domain domain =
          new Domain(
              code.text("[A-Z][A-Z0-9_]{0,29}", "大写英文编码，如 RURAL"), section.entry("label").text());
      if (!seen.add(domain.code())) {
        throw code.refused("领域“" + domain.code() + "”重复了");
      }
      if (!seen.add(domain.label())) {
        throw section.entry("label").refused("领域名称“" + domain.label() + "”重复了");
      }
      domains.add(domain);
    }
    return List.copyOf(domains);
  }

  static List<DatedValue<Grading>> gradings(YamlEntry root) {
    return DatedReader.readSections(
        root.section("grading").entry("grading"),
        section ->
            new Grading(
                section.entry("yellowsForOrange").number(2, 100),
                section.entry("orangesForRed").number(2, 100),
                section.entry("relapseMonths").number(0, 60),
                section.entry("relapseSteps").number(0, 3),
                section.entry("verifierMaySteps").number(0, 3)),
        "since",
        "yellowsForOrange",
        "orangesForRed",
        "relapseMonths",
        "relapseSteps",
        "verifierMaySteps");
  }

  static List<DatedValue<Filing>> filings(YamlEntry root) {
    return DatedReader.readSections(
        root.section("filing").entry("filing"),
        section ->
            new Filing(
                section.entry("dayOfNextMonth").number(1, 28),
                section.entry("verificationWorkingDays").number(1, 60)),
        "since",
        "dayOfNextMonth",
        "verificationWorkingDays");
  }

  static List<DatedValue<Supervision>> supervisions(YamlEntry root) {
    return DatedReader.readSections(
        root.section("supervision").entry("supervision"),
        section ->
            new Supervision(
                section.entry("blueLoad").number(0, 100),
                section.entry("yellowLoad").number(0, 100),
                section.entry("orangeLoad").number(0, 100),
                section.entry("redLoad").number(0, 100),
                section.entry("overdueLoad").number(0, 100),
                section.entry("supervisorBranches").number(1, 1_000),
                section.entry("leaderBranches").number(1, 1_000),
                section.entry("visitWorkingDays").number(1, 250),
                partOfAll(section.entry("drawShare")),
                section.entry("streak").number(2, 10_000),
                section.entry("met").atLeastOne().stream().map(YamlEntry::text).toList()),
        "since",
        "blueLoad",
        "yellowLoad",
        "orangeLoad",
        "redLoad",
        "overdueLoad",
        "supervisorBranches",
        "leaderBranches",
        "visitWorkingDays",
        "drawShare",
        "streak",
        "met");
  }

  /** A share of a whole that is neither nothing nor more than all. */
  private static Fraction partOfAll(YamlEntry entry) {
    Fraction share = entry.share();
    if (share.numerator() == 0 || share.numerator() > share.denominator()) {
      throw entry.wrong("大于 0、不超过 1 的分数，如 3/10");
    }
    return share;
  }

  static EscalationLadder ladder(YamlEntry root) {
    YamlSection section =
        root.section(
            "rungs",
            "redsForInterview",
            "redsForReview",
            "extensions",
            "extensionWorkingDays",
            "watchMonths");
    int redsForInterview = section.entry("redsForInterview").number(2, 12);
    return new EscalationLadder(
        rungs(section.entry("rungs")),
        redsForInterview,
        section.entry("redsForReview").number(redsForInterview + 1, 13),
        section.entry("extensions").number(0, 3),
        section.entry("extensionWorkingDays").number(1, 60),
        section.entry("watchMonths").number(0, 24));
  }

  static ConcessionLimits concession(YamlEntry root) {
    YamlSection section =
        root.section("objectionWorkingDays", "suspensionMonths", "suspensionNoticeWorkingDays");
    return new ConcessionLimits(
        section.entry("objectionWorkingDays").number(0, 60),
        section.entry("suspensionMonths").number(1, 36),
        section.entry("suspensionNoticeWorkingDays").number(0, 60));
  }

  static HelpDays help(YamlEntry root) {
    YamlSection section =
        root.section(
            "normalWorkingDays", "urgentWorkingDays", "hardWorkingDays", "climbWorkingDays");
    return new HelpDays(
        section.entry("normalWorkingDays").number(1, 120),
        section.entry("urgentWorkingDays").number(1, 120),
        section.entry("hardWorkingDays").number(1, 120),
        section.entry("climbWorkingDays").number(1, 60));
  }

  private static List<Rung> rungs(YamlEntry list) {
    List<Rung> rungs = new ArrayList<>();
    Set<Rung.Name> missing = EnumSet.allOf(Rung.Name.class);
    Map<Rung.Anchor, Integer> last = new EnumMap<>(Rung.Anchor.class);
    for (YamlEntry entry : list.atLeastOne()) {
      YamlSection section = entry.section("name", "label", "anchor", "workingDays", "raises");
      Rung rung =
          new Rung(
              section.entry("name").choice(Rung.Name.class),
              section.entry("label").text(),
              section.entry("anchor").choice(Rung.Anchor.class),
              section.entry("workingDays").number(-60, 60),
              section.entry("raises").number(0, 3));
      if (!missing.remove(rung.name())) {
        throw section.entry("name").refused("“" + rung.name() + "”重复了");
      }
      Integer before = last.put(rung.anchor(), rung.workingDays());
      if (before != null && rung.workingDays() <= before) {
        throw section.entry("workingDays").wrong("大于上一级（" + before + "）的天数，由早到晚排列");
      }
      rungs.add(rung);
    }
    if (!missing.isEmpty()) {
      throw list.refused("缺少 " + missing.iterator().next());
    }
    return List.copyOf(rungs);
  }
}
