package org.liangpai.rectification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import org.liangpai.card.Card;
import org.liangpai.card.CardAct;
import org.liangpai.card.CardLine;
import org.liangpai.card.CardParties;
import org.liangpai.card.HandlingCards;
import org.liangpai.card.LineStage;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.security.CurrentViewer;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.NotFound;
import org.liangpai.warninglist.Reason;

/** Lets the verifier of a card accept a plan of measures or return it. */
@ApplicationScoped
public class DecidingMeasures {

  private record Asked(Card card, CardLine line, MeasurePlan plan) {}

  private final HandlingCards handling;
  private final CardParties parties;
  private final Rectifications rectifications;
  private final Catalogue catalogue;
  private final Trace trace;
  private final Telling telling;
  private final CurrentViewer viewer;
  private final Clock clock;

  DecidingMeasures(
      HandlingCards handling,
      CardParties parties,
      Rectifications rectifications,
      Catalogue catalogue,
      Trace trace,
      Telling telling,
      CurrentViewer viewer,
      Clock clock) {
    this.handling = handling;
    this.parties = parties;
    this.rectifications = rectifications;
    this.catalogue = catalogue;
    this.trace = trace;
    this.telling = telling;
    this.viewer = viewer;
    this.clock = clock;
  }

  /**
   * Accepts a plan: the holder may work by it.
   *
   * @return the number of the card
   * @throws NotFound if there is no such plan in the viewer's scope
   */
  @Transactional
  public String accept(long plan, String remark) {
    String words = Said.optional("remark", "意见", remark);
    Asked asked = asked(plan);
    asked.plan().accept(words, viewer.account(), clock.instant());
    asked.card().move(asked.line(), LineStage.IN_WORK);
    keep(asked, CardAct.MEASURES_ACCEPTED, words);
    telling.planAccepted(asked.card(), asked.line(), plan);
    return asked.card().number();
  }

  /**
   * Returns a plan with a reason of the list and words of one's own: the holder has to propose
   * another one.
   *
   * @return the number of the card
   * @throws NotFound if there is no such plan in the viewer's scope
   * @throws Invalid without a reason of the list, or without words
   */
  @Transactional
  public String giveBack(long plan, String reasonCode, String remark) {
    Asked asked = asked(plan);
    Reason reason = Said.reason("reason", catalogue.list().reasons().planReturns(), reasonCode);
    String words = Said.text("remark", "退回的具体意见", remark);
    asked.plan().giveBack(reason, words, viewer.account(), clock.instant());
    asked.card().move(asked.line(), LineStage.TO_PLAN);
    String why = Said.phrase(reason, words);
    keep(asked, CardAct.MEASURES_RETURNED, why);
    telling.planReturned(asked.card(), asked.line(), plan, why);
    return asked.card().number();
  }

  private Asked asked(long id) {
    Card card = handling.held(rectifications.cardOf(id));
    parties.of(card.number()).requireVerifier();
    MeasurePlan plan = rectifications.plan(id);
    CardLine line = card.line(plan.cardLineId());
    if (plan.status() != PlanStatus.PROPOSED) {
      throw RectificationRefused.planDecided(plan.status());
    }
    if (plan.proposedBy().equals(viewer.account())) {
      throw RectificationRefused.ownPlan();
    }
    if (line.stage() != LineStage.PLANNED) {
      throw RectificationRefused.notNow(line);
    }
    return new Asked(card, line, plan);
  }

  private void keep(Asked asked, CardAct act, String words) {
    trace.keep(asked.card(), asked.line(), act, Map.of("plan", asked.plan().id()), words);
  }
}
