package org.liangpai.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.liangpai.calendar.WorkingCalendar;
import org.liangpai.concession.AskingConcessions;
import org.liangpai.concession.ConcessionKind;
import org.liangpai.concession.DecidingConcessions;
import org.liangpai.concession.Ruling;
import org.liangpai.security.Role;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;

/** Some holders ask for more days, some cards are set aside, and a few are objected to. */
@ApplicationScoped
class ConcessionPart implements HistoryPart {

  private static final double OBJECTED = 0.03;
  private static final double UPHELD = 0.4;
  private static final double SUSPENDED = 0.3;
  private static final double ASKED_IN_TIME = 0.6;
  private static final int MOST_DAYS = 20;
  private static final int MONTHS_SET_ASIDE = 3;

  private static final String CARDS =
      """
      SELECT c.number, c.branch_code, c.issued_on, l.item, l.added_on, l.due_on FROM card c
      JOIN LATERAL (SELECT * FROM card_line l WHERE l.card_number = c.number AND l.open ORDER BY l.due_on, l.id LIMIT 1)
          AS l ON true
      WHERE c.branch_code IS NOT NULL AND c.status NOT IN ('CLEARED', 'WITHDRAWN') AND c.month < :last
          AND NOT EXISTS (SELECT FROM concession k WHERE k.card_number = c.number)
      ORDER BY c.number
      """;

  private static final String ASKED =
      "SELECT id, kind, card_number FROM concession WHERE status = 'ASKED' AND asked_on <= :until ORDER BY id";

  private record Held(
      String number,
      String branch,
      LocalDate issuedOn,
      String item,
      LocalDate addedOn,
      LocalDate dueOn) {}

  private record Asked(long id, ConcessionKind kind, String card) {}

  private final Transactions transactions;
  private final AskingConcessions asking;
  private final DecidingConcessions deciding;
  private final SampleActors actors;
  private final WorkingCalendar calendar;
  private final long seed;

  ConcessionPart(
      Transactions transactions,
      AskingConcessions asking,
      DecidingConcessions deciding,
      SampleActors actors,
      WorkingCalendar calendar,
      @ConfigProperty(name = "liangpai.sample.seed", defaultValue = "20260101") long seed) {
    this.transactions = transactions;
    this.asking = asking;
    this.deciding = deciding;
    this.actors = actors;
    this.calendar = calendar;
    this.seed = seed;
  }

  @Override
  public int hour() {
    return 11;
  }

  @Override
  public void act(HistoryDay day) {
    LocalDate twoDaysBefore = calendar.plusWorkingDays(day.day(), -2).day();
    List<Asked> asked =
        transactions.call(
            connection ->
                NamedStatement.of(ASKED)
                    .with("until", twoDaysBefore)
                    .list(
                        connection,
                        row ->
                            new Asked(
                                row.getLong(1),
                                ConcessionKind.valueOf(row.getString(2)),
                                row.getString(3))));
    asked.forEach(this::decide);
    List<Held> cards =
        transactions.call(
            connection ->
                NamedStatement.of(CARDS)
                    .with("last", day.last().atDay(1))
                    .list(connection, ConcessionPart::held));
    cards.forEach(card -> ask(card, day));
  }

  private static Held held(ResultSet row) throws SQLException {
    return new Held(
        row.getString(1),
        row.getString(2),
        row.getObject(3, LocalDate.class),
        row.getString(4),
        row.getObject(5, LocalDate.class),
        row.getObject(6, LocalDate.class));
  }

  private void ask(Held card, HistoryDay history) {
    LocalDate day = history.day();
    SampleBranch branch = SampleBranch.of(card.branch(), seed, history);
    LineFate fate = LineFate.of(branch, card.item(), card.addedOn(), card.dueOn(), calendar);
    double lot = fate.lot();
    int since = calendar.workingDaysBetween(card.issuedOn(), day);
    int left = calendar.workingDaysBetween(day, card.dueOn());
    if (lot < OBJECTED && since == 3) {
      actors.tries(
          Role.BRANCH_SECRETARY,
          () -> asking.objection(card.number(), List.of(), "示例：情况与记录不符，请复核"));
    } else if (fate.doneOn() == null && lot < SUSPENDED && since == 6) {
      actors.tries(
          Role.COMMITTEE_OFFICER,
          () ->
              asking.suspension(
                  card.number(), day.plusMonths(MONTHS_SET_ASIDE), "示例：须等上级批复，短期内不能办结"));
    } else if (fate.doneOn() != null
        && fate.doneOn().isAfter(card.dueOn())
        && lot < ASKED_IN_TIME
        && left == 2) {
      int wanted = calendar.workingDaysBetween(card.dueOn(), fate.doneOn()) + 2;
      actors.tries(
          Role.BRANCH_SECRETARY,
          () -> asking.extension(card.number(), Math.min(MOST_DAYS, wanted), "示例：工作量较大，正在推进"));
    }
  }

  private void decide(Asked one) {
    double lot = Draw.of(seed, one.id(), one.card().hashCode()).share();
    switch (one.kind()) {
      case EXTENSION ->
          actors.tries(
              Role.COMMITTEE_OFFICER,
              () -> deciding.extension(one.id(), new Ruling(true, null, "示例：同意")));
      case SUSPENSION ->
          actors.tries(
              Role.COUNTY_OFFICER,
              () -> deciding.suspension(one.id(), new Ruling(true, null, "示例：情况属实，同意")));
      case OBJECTION ->
          actors.tries(
              Role.COUNTY_OFFICER,
              () ->
                  deciding.objection(
                      one.id(),
                      new Ruling(lot < UPHELD, null, lot < UPHELD ? "示例：经复核属实" : "示例：经复核不成立")));
    }
  }
}
