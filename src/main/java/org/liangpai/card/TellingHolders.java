package org.liangpai.card;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.liangpai.catalogue.Wording;
import org.liangpai.notice.Addressee;
import org.liangpai.notice.Notice;
import org.liangpai.notice.NoticeKind;
import org.liangpai.notice.Notifying;

/** Tells the holder of a card of it. */
@ApplicationScoped
class TellingHolders {

  private final Notifying notifying;
  private final Wording wording;

  TellingHolders(Notifying notifying, Wording wording) {
    this.notifying = notifying;
    this.wording = wording;
  }

  void issued(Card card) {
    tell(
        card,
        "ISSUED",
        "收到" + word(card) + " " + card.number(),
        card.openLines().size() + " 项情形须整改，不晚于 " + card.dueOn() + " 完成。请先写出整改措施：做什么、谁负责、何时完成。");
  }

  void added(Card card, List<CardLine> lines, Instant at) {
    String named =
        lines.stream()
            .map(
                line ->
                    "“%s %s”（不晚于 %s 完成）"
                        .formatted(line.item(), wording.title(line.item()), line.dueOn()))
            .collect(Collectors.joining("、"));
    tell(
        card,
        "LINE_ADDED " + at,
        "增加整改情形：" + card.number(),
        "新增 " + lines.size() + " 项情形须整改：" + named + "。请先写出整改措施。");
  }

  void adjusted(Card card, Instant at) {
    tell(
        card,
        "LEVEL_ADJUSTED " + at,
        "等级调整为" + word(card) + "：" + card.number(),
        "核实人调整了等级，理由：" + card.levelReason() + "。须整改 " + card.openLines().size() + " 项。");
  }

  void raised(Card card, Instant at) {
    tell(
        card,
        "LEVEL_RAISED " + at,
        "等级升为" + word(card) + "：" + card.number(),
        card.levelReason() + "。须整改 " + card.openLines().size() + " 项，不晚于 " + card.dueOn() + " 完成。");
  }

  void takenOff(Card card, String told, Instant at) {
    tell(card, "LINES_TAKEN_OFF " + at, "情形已撤下：" + card.number(), told + "，不再由本党组织整改。");
  }

  void recounted(Card card, String told, Instant at) {
    tell(card, "DUE_RECOUNTED " + at, "期限重新计算：" + card.number(), told + "。");
  }

  private String word(Card card) {
    return wording.level(card.level().name()).word();
  }

  private void tell(Card card, String what, String title, String body) {
    Holder holder = card.holder();
    Addressee to =
        holder.kind() == HolderKind.BRANCH
            ? Addressee.secretary(holder.code())
            : Addressee.office(holder.code());
    notifying.tell(
        new Notice(
            card.number() + " " + what, NoticeKind.CARD, title, body, card.page(), List.of(to)));
  }
}
