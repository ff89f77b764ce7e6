package org.liangpai.warninglist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarningListReaderTest {

  private static final YearMonth JUNE = YearMonth.of(2026, 6);

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2017-12, 1
          2018-01, 1
          2026-06, 1
          2026-07, 2
          2030-01, 2
          """)
  void usesTheValue_ofTheMonth(YearMonth month, int value) {
    assertThat(item().inForce(month).number("leastMeetings")).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
      2026-06, 5
      2026-07, 8
      """)
  void usesTheFilingDay_ofTheMonth(YearMonth month, int day) {
    assertThat(read(ListFixture.files()).filing(month).dayOfNextMonth()).isEqualTo(day);
  }

  @Test
  void givesTheNewestNumbers_withoutAMonth() {
    WarningList list = read(ListFixture.files());

    assertThat(list.filing().dayOfNextMonth()).isEqualTo(8);
    assertThat(list.grading()).isEqualTo(list.grading(JUNE));
  }

  @Test
  void readsSharesAndDays_asTheirTypes() {
    ItemInForce item = item().inForce(JUNE);

    assertThat(item.share("quorum")).isEqualTo(new Fraction(1, 2));
    assertThat(item.day("firstDay")).isEqualTo(LocalDate.of(2018, 7, 12));
    assertThat(item.limits()).containsOnlyKeys("leastMeetings", "quorum", "firstDay");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
      2026-06, 10
      2026-07, 15
      """)
  void datesWorkingDays_whenWrittenByMonth(YearMonth month, int days) {
    WarningItem item =
        itemWith(
            "workingDays: 10",
            "workingDays: [{ since: 2018-01, value: 10 }, { since: 2026-07, value: 15 }]");

    assertThat(item.inForce(month).workingDays()).isEqualTo(days);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
      2026-06, YELLOW
      2026-07, ORANGE
      """)
  void datesLevels_whenWrittenByMonth(YearMonth month, Level level) {
    WarningItem item =
        itemWith(
            "- { level: YELLOW }\n      - { level: RED, running: leastMeetings, above: 3, month: 12 }",
            "- { since: 2018-01, steps: [{ level: YELLOW }] }\n"
                + "      - { since: 2026-07, steps: [{ level: ORANGE }] }");

    assertThat(item.inForce(month).ladder().levelFor(1, null, month)).contains(level);
  }

  @Test
  void appliesToAll_whenNothingIsSaid() {
    ItemInForce item = item().inForce(JUNE);

    assertThat(item.appliesToDomain("SOE")).isTrue();
    assertThat(item.appliesToKind("NORMAL")).isTrue();
    assertThat(item.appliesToKind("JOINT")).isTrue();
    assertThat(item.appliesToKind("TEMPORARY")).isFalse();
    assertThat(item.duty()).isEqualTo(Duty.BRANCH);
    assertThat(item.isCarded()).isTrue();
  }

  @Test
  void appliesOnlyTo_theDomainsAndKindsNamed() {
    ItemInForce item =
        itemWith("kind: COUNT", "kind: COUNT\n    domains: [SOE]\n    kinds: [TEMPORARY]")
            .inForce(JUNE);

    assertThat(item.appliesToDomain("SOE")).isTrue();
    assertThat(item.appliesToDomain("RURAL")).isFalse();
    assertThat(item.appliesToKind("TEMPORARY")).isTrue();
    assertThat(item.appliesToKind("NORMAL")).isFalse();
  }

  @Test
  void judgesARetiredItem_onlyBeforeItsMonth() {
    Map<String, byte[]> files =
        ListFixture.filesWith(
            "operations.yaml",
            "support: LOCAL",
            "support: LOCAL\n    status: RETIRED\n    validFrom: 2020-01\n"
                + "    retiredFrom: 2026-06\n    retiredReason: 已由新情形代替");
    WarningList list = read(files);

    assertThat(list.inForce(YearMonth.of(2019, 12))).isEmpty();
    assertThat(list.inForce(YearMonth.of(2020, 1))).hasSize(1);
    assertThat(list.inForce(YearMonth.of(2026, 5))).hasSize(1);
    assertThat(list.inForce(JUNE)).isEmpty();
    assertThat(list.items()).hasSize(1);
  }

  @Test
  void neverCards_anItemOnTrial() {
    ItemInForce item =
        itemWith("support: LOCAL", "support: LOCAL\n    status: TRIAL").inForce(JUNE);

    assertThat(item.isCarded()).isFalse();
  }

  @Test
  void acceptsAByteOrderMark_asWindowsWritesIt() {
    assertThat(read(ListFixture.filesWith("operations.yaml", "\uFEFF" + ListFixture.OPERATIONS)))
        .satisfies(list -> assertThat(list.items()).hasSize(1));
  }

  @Test
  void givesOneFingerprint_whateverTheOrderOfTheFiles() {
    Map<String, byte[]> backwards = new TreeMap<>((a, b) -> b.compareTo(a));
    backwards.putAll(ListFixture.files());

    assertThat(read(backwards).fingerprint())
        .matches("[0-9a-f]{64}")
        .isEqualTo(read(ListFixture.files()).fingerprint());
  }

  @Test
  void givesAnotherFingerprint_whenAByteChanges() {
    Map<String, byte[]> changed =
        ListFixture.filesWith("operations.yaml", "value: 1 }", "value: 2 }");

    assertThat(read(changed).fingerprint()).isNotEqualTo(read(ListFixture.files()).fingerprint());
  }

  private static WarningList read(Map<String, byte[]> files) {
    return new WarningListReader().read(files);
  }

  private static WarningItem item() {
    return read(ListFixture.files()).item("YX-01").orElseThrow();
  }

  private static WarningItem itemWith(String text, String replacement) {
    return read(ListFixture.filesWith("operations.yaml", text, replacement))
        .item("YX-01")
        .orElseThrow();
  }
}
