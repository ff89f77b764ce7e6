package org.liangpai.evaluation;

import java.time.LocalDate;
import org.liangpai.dictionary.Row;

/** The roster row of a branch as of the last day of the judged month. */
public final class RosterAt {

  private final RowReading row;
  private final RowReading term;

  /**
   * @param row the version in force
   * @param term the version that tells the term of {@code asOf}, or {@code null} if none does
   */
  RosterAt(Row row, Row term, LocalDate asOf) {
    this.row = RowReading.of(row, "名册", asOf);
    this.term =
        term == null
            ? RowReading.missing("名册中的本届选举在该月之后，此前的任期不明")
            : RowReading.of(term, "名册", asOf);
  }

  Row row() {
    return row.row();
  }

  public Word domain() {
    return row.word("domain");
  }

  public Day foundedOn() {
    return row.day("foundedOn");
  }

  public Day filedOn() {
    return row.day("filedOn");
  }

  public Day hostDissolvedOn() {
    return row.day("hostDissolvedOn");
  }

  public Figure coveredUnits() {
    return row.figure("coveredUnits");
  }

  public Flag leadersAppointed() {
    return row.flag("leadersAppointed");
  }

  /** The leaders were elected and have a term: what the items of the term begin with. */
  public Condition hasTerm() {
    return leadersAppointed().isFalse();
  }

  public Day electedOn() {
    return term.day("electedOn");
  }

  public Figure termYears() {
    return term.figure("termYears");
  }

  /**
   * The day on which the term ends: as filled, otherwise the election plus the years of the term.
   */
  public Day termEndsOn() {
    Day filled = term.plannedDay("termEndsOn");
    if (term.isMissing() || filled.date() != null) {
      return filled;
    }
    Integer years = term.row().integer("termYears");
    Day elected = term.day("electedOn");
    return years == null && elected.date() != null
        ? Day.unknown("名册缺少“届满日期”和“任期年限”")
        : elected.plusYears(years == null ? 0 : years).named("termEndsOn");
  }

  /** The reminder of this term: one on or before the election belongs to the term before. */
  public Day reminderSentOn() {
    Day sent = term.day("reminderSentOn");
    LocalDate elected = term.isMissing() ? null : term.day("electedOn").date();
    boolean carriedOver = sent.date() != null && elected != null && !sent.date().isAfter(elected);
    return carriedOver ? Day.blank("reminderSentOn", "") : sent;
  }

  public Day postponedUntil() {
    return term.plannedDay("postponedUntil");
  }

  public Day approvedOn() {
    return term.day("approvedOn");
  }

  public Figure committeeSize() {
    return row.figure("committeeSize");
  }

  public Word postsFilled() {
    return row.words("postsFilled");
  }

  public Day committeeVacantSince() {
    return row.day("committeeVacantSince");
  }

  public Day secretaryFullSince() {
    return row.day("secretaryFullSince");
  }

  public Day secretaryAppointedOn() {
    return row.day("secretaryAppointedOn");
  }

  public Day secretaryVacantSince() {
    return row.day("secretaryVacantSince");
  }

  public Day secretaryInductionOn() {
    return row.day("secretaryInductionOn");
  }

  public Word venue() {
    return row.word("venue");
  }

  public Flag hasPartyWorker() {
    return row.flag("hasPartyWorker");
  }

  public Word liaisonLeader() {
    return row.word("liaisonLeader");
  }

  public Word pairedBranchCode() {
    return row.word("pairedBranchCode");
  }

  /** There is a committee: what the items of the committee begin with. */
  public Condition hasCommittee() {
    return committeeSize().above(0);
  }
}
