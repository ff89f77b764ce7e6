package org.liangpai.concession;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.card.Card;
import org.liangpai.card.CardAct;
import org.liangpai.card.CardParties;
import org.liangpai.card.HandlingCards;
import org.liangpai.notice.NoticeKind;

/**
 * Lets the level above withdraw a card that was issued in error. Its findings stay as they were
 * decided, and a later sweep may put the items on a card again.
 */
@ApplicationScoped
public class WithdrawingCards {

  private final HandlingCards handling;
  private final CardParties parties;
  private final Concessions concessions;
  private final ConcessionNotices notices;
  private final Auditing auditing;

  WithdrawingCards(
      HandlingCards handling,
      CardParties parties,
      Concessions concessions,
      ConcessionNotices notices,
      Auditing auditing) {
    this.handling = handling;
    this.parties = parties;
    this.concessions = concessions;
    this.notices = notices;
    this.auditing = auditing;
  }

  /** Withdraws a card that stands. */
  @Transactional
  public void withdraw(String number, String reason) {
    Card card = handling.held(number);
    parties.of(number).requireAbove();
    String why = Reason.required(reason, "撤销亮牌必须写明理由");
    Map<String, ?> before = Map.of("status", card.status());
    card.withdraw();
    handling.keep(card, CardAct.WITHDRAWN, why);
    handling.resumeWatch(card);
    auditing.record(
        Entry.of(Act.CARD_WITHDRAWN, ObjectKind.CARD, number)
            .changed(before, Map.of("status", card.status()))
            .because(why));
    CardDesks desks = concessions.desks(number);
    notices.tellOfCard(
        number + " WITHDRAWN",
        number,
        NoticeKind.CARD,
        "亮牌已由上级撤销，不再整改。" + why,
        desks.holder(),
        desks.verifier());
  }
}
