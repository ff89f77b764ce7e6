package org.liangpai.warninglist;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * The warning list (预警清单) as it was read: items, domains, levels and numbers, all valid.
 *
 * @param fingerprint the SHA-256 of its files in hexadecimal
 * @param items in the order of the dimensions and of their files
 * @param levels in rising severity
 */
public record WarningList(
    String fingerprint,
    List<WarningItem> items,
    List<Domain> domains,
    List<LevelStyle> levels,
    List<DatedValue<Grading>> gradings,
    EscalationLadder ladder,
    List<DatedValue<Filing>> filings,
    List<DatedValue<Supervision>> supervisions,
    DemonstrationCriteria demonstration,
    PairingCriteria pairing,
    List<DatedValue<ClassStandards>> classes,
    ConcessionLimits concession,
    HelpDays help,
    RectificationReasons reasons) {

  /** The item of a code. */
  public Optional<WarningItem> item(String code) {
    return items.stream().filter(item -> item.code().equals(code)).findFirst();
  }

  /** The items judged in a month, with its values. */
  public List<ItemInForce> inForce(YearMonth month) {
    return items.stream()
        .filter(item -> item.isJudgedIn(month))
        .map(item -> item.inForce(month))
        .toList();
  }

  /** The domain of a code. */
  public Optional<Domain> domain(String code) {
    return domains.stream().filter(domain -> domain.code().equals(code)).findFirst();
  }

  /** How a level is shown; empty if the list does not use it. */
  public Optional<LevelStyle> style(Level level) {
    return levels.stream().filter(style -> style.level() == level).findFirst();
  }

  /** The newest grading numbers. */
  public Grading grading() {
    return gradings.get(gradings.size() - 1).value();
  }

  /** The grading numbers of a month. */
  public Grading grading(YearMonth month) {
    return DatedValue.asOf(month, gradings);
  }

  /** The newest filing numbers. */
  public Filing filing() {
    return filings.get(filings.size() - 1).value();
  }

  /** The filing numbers of a month. */
  public Filing filing(YearMonth month) {
    return DatedValue.asOf(month, filings);
  }

  /** The newest numbers of supervision. */
  public Supervision supervision() {
    return supervisions.get(supervisions.size() - 1).value();
  }

  /** The standards of the classes in a month. */
  public ClassStandards classStandards(YearMonth month) {
    return DatedValue.asOf(month, classes);
  }
}
