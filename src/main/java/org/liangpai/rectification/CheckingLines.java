package org.liangpai.rectification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.liangpai.card.Card;
import org.liangpai.card.CardAct;
import org.liangpai.card.CardLine;
import org.liangpai.card.CardParties;
import org.liangpai.card.CardSides;
import org.liangpai.card.CardStatus;
import org.liangpai.card.HandlingCards;
import org.liangpai.card.LineStage;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.security.CurrentViewer;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.NotFound;
import org.liangpai.warninglist.Level;
import org.liangpai.warninglist.Reason;

/**
 * Lets the verifier look at what is reported done, and at a red card the level above a second time.
 * Nobody looks at what they filed or looked at themselves.
 */
@ApplicationScoped
public class CheckingLines {

  private final HandlingCards handling;
  private final CardParties parties;
  private final Rectifications rectifications;
  private final Filers filers;
  private final Catalogue catalogue;
  private final Trace trace;
  private final Telling telling;
  private final CurrentViewer viewer;
  private final Clock clock;

  CheckingLines(
      HandlingCards handling,
      CardParties parties,
      Rectifications rectifications,
      Filers filers,
      Catalogue catalogue,
      Trace trace,
      Telling telling,
      CurrentViewer viewer,
      Clock clock) {
    this.handling = handling;
    this.parties = parties;
    this.rectifications = rectifications;
    this.filers = filers;
    this.catalogue = catalogue;
    this.trace = trace;
    this.telling = telling;
    this.viewer = viewer;
    this.clock = clock;
  }

  /**
   * The verifier accepts a line: it is cleared or, if the card is red now, goes on to the level
   * above.
   *
   * @throws NotFound if there is no such line in the viewer's scope
   */
  @Transactional
  public void accept(String number, long lineId, String remark) {
    Card card = handling.held(number);
    CardSides sides = others(number);
    CardLine line = card.line(lineId);
    requireStage(line, LineStage.REPORTED);
    pass(card, line, sides, Said.optional("remark", "意见", remark));
  }

  /**
   * The level above agrees with the verifier: the line is cleared.
   *
   * @throws NotFound if there is no such line in the viewer's scope
   */
  @Transactional
  public void clear(String number, long lineId, String remark) {
    Card card = handling.held(number);
    CardSides sides = others(number);
    CardLine line = card.line(lineId);
    requireStage(line, LineStage.ACCEPTED);
    pass(card, line, sides, Said.optional("remark", "意见", remark));
  }

  /**
   * Passes every open line of a card by the check that is next for it: all of them or, if one is
   * not ready or not the viewer's to check, none. While a line waits for the verifier those that
   * wait for the level above stay as they are.
   *
   * @throws NotFound if there is no such card in the viewer's scope
   */
  @Transactional
  public void clearCard(String number, String remark) {
    Card card = handling.held(number);
    CardSides sides = others(number);
    List<CardLine> open = card.openLines();
    if (open.isEmpty()) {
      throw RectificationRefused.nothingOpen(number);
    }
    List<CardLine> unready = open.stream().filter(line -> !isReported(line)).toList();
    if (!unready.isEmpty()) {
      throw RectificationRefused.linesNotReady(unready);
    }
    List<CardLine> first =
        open.stream().filter(line -> line.stage() == LineStage.REPORTED).toList();
    String words = Said.optional("remark", "意见", remark);
    (first.isEmpty() ? open : first).forEach(line -> pass(card, line, sides, words));
  }

  /**
   * Whoever has to check a line says that it is not done: the holder goes on working.
   *
   * @throws NotFound if there is no such line in the viewer's scope
   * @throws Invalid without a reason of the list, or without words
   */
  @Transactional
  public void reject(String number, long lineId, String reasonCode, String remark) {
    Card card = handling.held(number);
    CardSides sides = others(number);
    CardLine line = card.line(lineId);
    if (!isReported(line)) {
      throw RectificationRefused.notNow(line);
    }
    CheckKind kind = requireOwnTurn(line, sides);
    LineReport report = requireOthers(card, line, kind);
    Reason reason =
        Said.reason("reason", catalogue.list().reasons().reportRejections(), reasonCode);
    String words = Said.text("remark", "不通过的具体意见", remark);
    rectifications.added(
        LineCheck.rejected(report, kind, reason, words, viewer.account(), clock.instant()));
    card.move(line, LineStage.IN_WORK);
    String why = Said.phrase(reason, words);
    trace.keep(
        card,
        line,
        CardAct.LINE_REJECTED,
        Map.of("report", report.id(), "check", kind),
        kind.label() + "，" + why);
    telling.rejected(card, line, report.id(), kind, why);
  }

  /** The viewer's sides of a card that is not their own. */
  private CardSides others(String number) {
    CardSides sides = parties.of(number);
    sides.requireOthers();
    return sides;
  }

  private void pass(Card card, CardLine line, CardSides sides, String words) {
    CheckKind kind = requireOwnTurn(line, sides);
    LineReport report = requireOthers(card, line, kind);
    rectifications.added(LineCheck.passed(report, kind, words, viewer.account(), clock.instant()));
    Map<String, Object> what = Map.of("report", report.id(), "check", kind);
    if (kind == CheckKind.FIRST && card.level() == Level.RED) {
      card.move(line, LineStage.ACCEPTED);
      trace.keep(card, line, CardAct.LINE_ACCEPTED, what, words);
      telling.accepted(card, line, report.id());
      return;
    }
    card.clear(line, LocalDate.now(clock), catalogue.list().ladder().watchMonths());
    trace.keep(card, line, CardAct.LINE_CLEARED, what, words);
    if (card.status() == CardStatus.CLEARED) {
      trace.cleared(card);
      telling.cardCleared(card);
    } else {
      telling.lineCleared(card, line);
    }
  }

  private static CheckKind requireOwnTurn(CardLine line, CardSides sides) {
    if (line.stage() == LineStage.REPORTED) {
      sides.requireVerifier();
      return CheckKind.FIRST;
    }
    sides.requireAbove();
    return CheckKind.SECOND;
  }

  /** The report that waits, if it is about the work of others and was looked at by others. */
  private LineReport requireOthers(Card card, CardLine line, CheckKind kind) {
    String account = viewer.account();
    LineReport report = rectifications.latestReport(line).orElseThrow();
    if (filers.of(card.number()).get(line.id()).contains(account)) {
      throw RectificationRefused.ownReport();
    }
    if (kind == CheckKind.SECOND
        && rectifications.checks(report).stream()
            .anyMatch(check -> account.equals(check.checkedBy()))) {
      throw RectificationRefused.ownFirstCheck();
    }
    return report;
  }

  private static boolean isReported(CardLine line) {
    return line.stage() == LineStage.REPORTED || line.stage() == LineStage.ACCEPTED;
  }

  private static void requireStage(CardLine line, LineStage stage) {
    if (line.stage() != stage) {
      throw RectificationRefused.notNow(line);
    }
  }
}
