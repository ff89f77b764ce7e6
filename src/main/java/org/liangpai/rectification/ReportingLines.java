package org.liangpai.rectification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.liangpai.card.Card;
import org.liangpai.card.CardAct;
import org.liangpai.card.CardLine;
import org.liangpai.card.CardParties;
import org.liangpai.card.HandlingCards;
import org.liangpai.card.LineStage;
import org.liangpai.security.CurrentViewer;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.NotFound;

/** Lets the holder of a card tell what is done: single measures, and in the end the line. */
@ApplicationScoped
public class ReportingLines {

  private final HandlingCards handling;
  private final CardParties parties;
  private final Rectifications rectifications;
  private final Trace trace;
  private final Telling telling;
  private final CurrentViewer viewer;
  private final Clock clock;

  ReportingLines(
      HandlingCards handling,
      CardParties parties,
      Rectifications rectifications,
      Trace trace,
      Telling telling,
      CurrentViewer viewer,
      Clock clock) {
    this.handling = handling;
    this.parties = parties;
    this.rectifications = rectifications;
    this.trace = trace;
    this.telling = telling;
    this.viewer = viewer;
    this.clock = clock;
  }

  /**
   * A measure of an accepted plan is done.
   *
   * @param position which one, from 1
   * @param doneOn the day on which it was done
   * @return the number of the card
   * @throws NotFound if there is no such plan or measure in the viewer's scope
   * @throws Invalid without a day, or with one that is yet to come or long over
   */
  @Transactional
  public String complete(long plan, int position, LocalDate doneOn) {
    Card card = handling.held(rectifications.cardOf(plan));
    parties.of(card.number()).requireHolder();
    MeasurePlan accepted = rectifications.plan(plan);
    if (accepted.status() != PlanStatus.ACCEPTED) {
      throw RectificationRefused.planNotAccepted(accepted.status());
    }
    LocalDate day = Said.day("doneOn", "完成日期", doneOn, LocalDate.now(clock), card);
    accepted.complete(position, day, viewer.account(), clock.instant());
    return card.number();
  }

  /**
   * Reports a line done.
   *
   * @param doneOn the day on which it was done
   * @param what what was done
   * @throws NotFound if there is no such line in the viewer's scope
   * @throws Invalid without a text or day, or with a day that is yet to come or long over
   */
  @Transactional
  public void report(String number, long lineId, LocalDate doneOn, String what) {
    Card card = handling.held(number);
    CardLine line = card.line(lineId);
    parties.of(number).requireHolder();
    if (line.stage() != LineStage.IN_WORK) {
      throw RectificationRefused.notNow(line);
    }
    String words = Said.text("text", "做了什么", what);
    LocalDate day = Said.day("doneOn", "完成日期", doneOn, LocalDate.now(clock), card);
    MeasurePlan plan = rectifications.standing(line).orElseThrow();
    int ordinal = rectifications.latestReport(line).map(LineReport::ordinal).orElse(0) + 1;
    LineReport report =
        rectifications.added(
            new LineReport(plan, ordinal, day, words, viewer.account(), clock.instant()));
    card.move(line, LineStage.REPORTED);
    trace.keep(
        card, line, CardAct.LINE_REPORTED, Map.of("report", report.id(), "doneOn", day), words);
    telling.reported(card, line, report.id());
  }
}
