package org.liangpai.rectification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.card.Card;
import org.liangpai.card.CardAct;
import org.liangpai.card.CardLine;
import org.liangpai.card.HandlingCards;
import org.liangpai.card.HolderKind;

/** Keeps an act on a line in the history of its card and in the audit trail. */
@ApplicationScoped
class Trace {

  private final HandlingCards handling;
  private final Auditing auditing;

  Trace(HandlingCards handling, Auditing auditing) {
    this.handling = handling;
    this.auditing = auditing;
  }

  /**
   * @param what what the act is about besides the line, by name
   * @param words what was said to it, or {@code null}
   */
  void keep(Card card, CardLine line, CardAct act, Map<String, ?> what, String words) {
    handling.keep(card, act, told(card, line, words));
    Map<String, Object> now = new LinkedHashMap<>(what);
    now.put("line", line.id());
    now.put("branch", line.branchCode());
    now.put("item", line.item());
    now.put("stage", line.stage());
    auditing.record(
        Entry.of(Act.valueOf(act.name()), ObjectKind.CARD, card.number()).now(now).because(words));
  }

  /** The card came off with its last line. */
  void cleared(Card card) {
    handling.keep(card, CardAct.CLEARED, null);
    auditing.record(
        Entry.of(Act.CARD_CLEARED, ObjectKind.CARD, card.number())
            .now(Map.of("status", card.status(), "watchUntil", card.watchUntil())));
  }

  /** The item, on the card of a unit with its branch, and what was said. */
  private static String told(Card card, CardLine line, String words) {
    String name =
        card.holder().kind() == HolderKind.BRANCH
            ? line.item()
            : line.branchCode() + " " + line.item();
    return words == null ? name : name + "：" + words;
  }
}
