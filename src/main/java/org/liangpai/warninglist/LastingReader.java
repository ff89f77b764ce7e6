package org.liangpai.warninglist;

import java.util.List;

/** Reads the files by which results are made to last: demonstration, pairing and classes. */
final class LastingReader {

  private static final List<String> RATINGS = List.of("GOOD", "FAIRLY_GOOD", "FAIR", "POOR");

  private LastingReader() {}

  static DemonstrationCriteria demonstration(YamlEntry root) {
    YamlSection section =
        root.section("cleanMonths", "verified", "filedOnTime", "leastMonthsOnFile");
    return new DemonstrationCriteria(
        section.entry("cleanMonths").number(1, 36),
        section.entry("verified").yesOrNo(),
        section.entry("filedOnTime").yesOrNo(),
        section.entry("leastMonthsOnFile").number(0, 120));
  }

  static PairingCriteria pairing(YamlEntry root) {
    YamlSection section =
        root.section(
            "strongMonths",
            "sameDomainRequired",
            "otherDomainSteps",
            "demonstrationSteps",
            "mostCandidates",
            "outcomeMonths",
            "smallNumber");
    return new PairingCriteria(
        section.entry("strongMonths").number(1, 36),
        section.entry("sameDomainRequired").yesOrNo(),
        section.entry("otherDomainSteps").number(0, 100),
        section.entry("demonstrationSteps").number(0, 100),
        section.entry("mostCandidates").number(1, 500),
        section.entry("outcomeMonths").number(1, 12),
        section.entry("smallNumber").number(1, 1000));
  }

  static List<DatedValue<ClassStandards>> classes(YamlEntry root) {
    return DatedReader.readSections(
        root.section("standards").entry("standards"),
        section ->
            new ClassStandards(
                section.entry("derivedOnDay").number(1, 28),
                advanced(section.entry("advanced")),
                backward(section.entry("backward"))),
        "since",
        "derivedOnDay",
        "advanced",
        "backward");
  }

  private static ClassStandards.Advanced advanced(YamlEntry entry) {
    YamlSection section =
        entry.section(
            "noCardFrom", "mostFindings", "mostOverdueDays", "filedOnTime", "secretaryRatings");
    return new ClassStandards.Advanced(
        section.entry("noCardFrom").choice(Level.class),
        section.entry("mostFindings").number(0, 100),
        section.entry("mostOverdueDays").number(0, 366),
        section.entry("filedOnTime").yesOrNo(),
        section.entry("secretaryRatings").list().stream().map(one -> one.oneOf(RATINGS)).toList());
  }

  private static ClassStandards.Backward backward(YamlEntry entry) {
    YamlSection section = entry.section("leastRedsStanding", "leastOranges", "leastOverdueDays");
    return new ClassStandards.Backward(
        section.entry("leastRedsStanding").number(1, 100),
        section.entry("leastOranges").number(1, 100),
        section.entry("leastOverdueDays").number(1, 366));
  }
}
