package org.liangpai.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.liangpai.calendar.WorkingCalendar;
import org.liangpai.help.AnsweringHelp;
import org.liangpai.help.AskingForHelp;
import org.liangpai.help.HelpAnswer;
import org.liangpai.help.HelpClosing;
import org.liangpai.help.HelpStatus;
import org.liangpai.help.HelpSubject;
import org.liangpai.help.HelpUrgency;
import org.liangpai.help.NewHelp;
import org.liangpai.security.Role;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;

/** Some branches ask their county for what they cannot do themselves; most are helped. */
@ApplicationScoped
class HelpPart implements HistoryPart {

  private static final double ASKING = 0.08;
  private static final double ANSWERED = 0.75;
  private static final int AFTER_ISSUE = 4;
  private static final int TO_ANSWER = 5;

  private static final String CARDS =
      """
      SELECT c.number, c.branch_code, u.path[2] FROM card c
      JOIN branch b ON b.branch_code = c.branch_code JOIN unit u ON u.unit_code = b.unit_code
      WHERE c.status NOT IN ('CLEARED', 'WITHDRAWN') AND c.issued_on = :issued ORDER BY 1
      """;

  private static final String WAITING =
      "SELECT id, status FROM help_request WHERE status IN ('ASKED', 'DONE') AND asked_on = :asked ORDER BY id";

  private record Held(String number, String branch, String county) {}

  private record Waiting(long id, HelpStatus status) {}

  private final Transactions transactions;
  private final AskingForHelp asking;
  private final AnsweringHelp answering;
  private final SampleActors actors;
  private final WorkingCalendar calendar;
  private final long seed;

  HelpPart(
      Transactions transactions,
      AskingForHelp asking,
      AnsweringHelp answering,
      SampleActors actors,
      WorkingCalendar calendar,
      @ConfigProperty(name = "liangpai.sample.seed", defaultValue = "20260101") long seed) {
    this.transactions = transactions;
    this.asking = asking;
    this.answering = answering;
    this.actors = actors;
    this.calendar = calendar;
    this.seed = seed;
  }

  @Override
  public int hour() {
    return 15;
  }

  @Override
  public void act(HistoryDay day) {
    for (Held card : issuedOn(calendar.plusWorkingDays(day.day(), -AFTER_ISSUE).day())) {
      Draw draw = Draw.of(seed, card.number().hashCode(), HelpPart.class.getName().hashCode());
      if (draw.chance(ASKING)) {
        ask(card, draw);
      }
    }
    for (Waiting one : askedOn(calendar.plusWorkingDays(day.day(), -TO_ANSWER).day())) {
      if (one.status() == HelpStatus.ASKED && Draw.of(seed, one.id()).chance(ANSWERED)) {
        actors.tries(
            Role.COUNTY_OFFICER, () -> answering.answer(one.id(), HelpAnswer.DO, null, "示例：已协调解决"));
      }
    }
    for (Waiting one : askedOn(calendar.plusWorkingDays(day.day(), -TO_ANSWER - 1).day())) {
      if (one.status() == HelpStatus.DONE) {
        actors.tries(
            Role.BRANCH_SECRETARY, () -> answering.close(one.id(), HelpClosing.CONFIRM, null));
      }
    }
  }

  private void ask(Held card, Draw draw) {
    HelpSubject subject = HelpSubject.values()[draw.between(0, 2)];
    HelpUrgency urgency = HelpUrgency.values()[draw.weighted(6, 3, 1)];
    actors.tries(
        Role.BRANCH_SECRETARY,
        () ->
            asking.ask(
                new NewHelp(
                    card.branch(),
                    card.county(),
                    subject,
                    urgency,
                    "示例：支部自身解决不了，请帮助落实" + subject.label(),
                    null,
                    card.number(),
                    null)));
  }

  private List<Held> issuedOn(LocalDate day) {
    return transactions.call(
        connection ->
            NamedStatement.of(CARDS)
                .with("issued", day)
                .list(
                    connection,
                    row -> new Held(row.getString(1), row.getString(2), row.getString(3))));
  }

  private List<Waiting> askedOn(LocalDate day) {
    return transactions.call(
        connection ->
            NamedStatement.of(WAITING)
                .with("asked", day)
                .list(
                    connection,
                    row -> new Waiting(row.getLong(1), HelpStatus.valueOf(row.getString(2)))));
  }
}
