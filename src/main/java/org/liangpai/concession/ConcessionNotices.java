package org.liangpai.concession;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import org.liangpai.card.Card;
import org.liangpai.notice.Addressee;
import org.liangpai.notice.Notice;
import org.liangpai.notice.NoticeKind;
import org.liangpai.notice.Notifying;

/** Tells the side whose turn it is. */
@ApplicationScoped
class ConcessionNotices {

  private final Notifying notifying;

  ConcessionNotices(Notifying notifying) {
    this.notifying = notifying;
  }

  /** Something waits for a decision. */
  void asked(Concession one, String told, String reason, Addressee decider) {
    notifying.tell(
        new Notice(
            key(one, "ASKED"),
            NoticeKind.DECISION,
            "待审批：亮牌 " + one.cardNumber() + " " + told,
            told + "。理由：" + reason + "。请审批。",
            Card.pageOf(one.cardNumber()),
            List.of(decider)));
  }

  /** It was decided. */
  void decided(Concession one, String told, Addressee... to) {
    tellOfCard(key(one, "DECIDED"), one.cardNumber(), NoticeKind.DECISION, told, to);
  }

  /** Something was done to a card. */
  void tellOfCard(String key, String card, NoticeKind kind, String told, Addressee... to) {
    notifying.tell(
        new Notice(
            key,
            kind,
            "亮牌 " + card + "：" + firstOf(told),
            told,
            Card.pageOf(card),
            Arrays.stream(to).distinct().toList()));
  }

  private static String key(Concession one, String what) {
    return one.cardNumber() + " " + one.kind() + " " + one.id() + " " + what;
  }

  private static String firstOf(String told) {
    int end = told.indexOf('。');
    return end < 0 ? told : told.substring(0, end);
  }
}
