package org.liangpai.rectification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.liangpai.card.Card;
import org.liangpai.card.CardLine;
import org.liangpai.catalogue.Wording;
import org.liangpai.notice.Notice;
import org.liangpai.notice.NoticeKind;
import org.liangpai.notice.Notifying;

/** Tells whoever has the turn next, in the transaction in which it is handed over. */
@ApplicationScoped
class Telling {

  private final Notifying notifying;
  private final ReadingDesks desks;
  private final Wording wording;

  Telling(Notifying notifying, ReadingDesks desks, Wording wording) {
    this.notifying = notifying;
    this.desks = desks;
    this.wording = wording;
  }

  void planProposed(Card card, CardLine line, long plan) {
    Desks of = desks.of(card.number());
    tell(
        card,
        of.verifier(),
        "PLAN " + plan,
        "整改措施待认可：" + of.holder().name(),
        of.holder().name() + "就" + named(line) + "提交了整改措施，请认可或退回。");
  }

  void planAccepted(Card card, CardLine line, long plan) {
    tell(
        card,
        desks.of(card.number()).holder(),
        "PLAN_ACCEPTED " + plan,
        "整改措施已获认可：" + line.item(),
        named(line) + "的整改措施已获认可，请按措施整改，不晚于 " + line.dueOn() + " 完成并报告。");
  }

  void planReturned(Card card, CardLine line, long plan, String why) {
    tell(
        card,
        desks.of(card.number()).holder(),
        "PLAN_RETURNED " + plan,
        "整改措施被退回：" + line.item(),
        named(line) + "的整改措施被退回：" + why + "。请修改后重新提交。");
  }

  void reported(Card card, CardLine line, long report) {
    Desks of = desks.of(card.number());
    tell(
        card,
        of.verifier(),
        "REPORT " + report,
        "整改待验收：" + of.holder().name(),
        of.holder().name() + "报告" + named(line) + "已整改完成，请验收。");
  }

  void accepted(Card card, CardLine line, long report) {
    Desks of = desks.of(card.number());
    tell(
        card,
        of.above(),
        "LINE_ACCEPTED " + report,
        "红牌待复核：" + of.holder().name(),
        of.holder().name() + "的" + named(line) + "已由" + of.verifier().name() + "验收通过，请复核。");
  }

  void rejected(Card card, CardLine line, long report, CheckKind kind, String why) {
    tell(
        card,
        desks.of(card.number()).holder(),
        "LINE_REJECTED " + report + " " + kind,
        kind.label() + "不通过：" + line.item(),
        named(line) + kind.label() + "不通过：" + why + "。请继续整改后再次报告。");
  }

  void lineCleared(Card card, CardLine line) {
    tell(
        card,
        desks.of(card.number()).holder(),
        "LINE_CLEARED " + line.id(),
        "已销号：" + line.item(),
        named(line) + "已销号，这张牌还有 " + card.openLines().size() + " 项待整改。");
  }

  void cardCleared(Card card) {
    tell(
        card,
        desks.of(card.number()).holder(),
        "CLEARED",
        "已摘牌：" + card.number(),
        "全部情形已销号，亮牌 " + card.number() + " 已摘牌。回头看到 " + card.watchUntil() + "，其间同一情形再犯将按高一级重新亮牌。");
  }

  private String named(CardLine line) {
    return "“" + line.item() + " " + wording.title(line.item()) + "”";
  }

  private void tell(Card card, Desks.Desk to, String what, String title, String body) {
    if (to.addressee() != null) {
      notifying.tell(
          new Notice(
              card.number() + " " + what,
              NoticeKind.RECTIFICATION,
              title,
              body,
              card.page(),
              List.of(to.addressee())));
    }
  }
}
