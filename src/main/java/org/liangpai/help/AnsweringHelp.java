package org.liangpai.help;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.card.Card;
import org.liangpai.card.CardAct;
import org.liangpai.card.HandlingCards;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Recusal;
import org.liangpai.security.WholeHierarchy;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.Invalid;

/** Lets the asked unit answer, and the asking side close what it asked. */
@ApplicationScoped
public class AnsweringHelp {

  private static final int MOST = 2_000;

  private final Recusal recusal;
  private final HelpRequests requests;
  private final HelpNotices notices;
  private final HandlingCards handling;
  private final HelpTerms terms;
  private final WholeHierarchy hierarchy;
  private final Auditing auditing;
  private final CurrentViewer viewer;
  private final Clock clock;

  AnsweringHelp(
      Recusal recusal,
      HelpRequests requests,
      HelpNotices notices,
      HandlingCards handling,
      HelpTerms terms,
      WholeHierarchy hierarchy,
      Auditing auditing,
      CurrentViewer viewer,
      Clock clock) {
    this.recusal = recusal;
    this.requests = requests;
    this.notices = notices;
    this.handling = handling;
    this.terms = terms;
    this.hierarchy = hierarchy;
    this.auditing = auditing;
    this.viewer = viewer;
    this.clock = clock;
  }

  /**
   * The asked unit, or one to which the request has climbed, takes it on until a day, has done it,
   * or refuses it with a reason.
   *
   * @param promised the day, only for taking it on
   */
  @Transactional
  public void answer(long id, HelpAnswer answer, LocalDate promised, String text) {
    HelpRequest request = requests.held(id);
    if (!HelpSides.answers(viewer.viewer(), requests.answering(request))) {
      throw HelpRefused.notAsked();
    }
    recusal.require(Arrays.asList(request.askingBranch(), request.askingUnit()));
    HelpAct act =
        switch (answer) {
          case TAKE -> {
            if (promised == null) {
              throw new Invalid("promisedOn", "请写明哪天办好");
            }
            request.take(terms.chosen("promisedOn", promised), optional(text));
            yield HelpAct.TAKEN;
          }
          case DO -> {
            request.finish(required(text, "请写明办了什么"));
            yield HelpAct.DONE;
          }
          case REFUSE -> {
            request.refuse(required(text, "请写明不能办理的理由"), today());
            yield HelpAct.REFUSED;
          }
        };
    String told =
        act == HelpAct.TAKEN
            ? "不晚于" + promised + "办好" + (optional(text) == null ? "" : "。" + text.strip())
            : text.strip();
    kept(request, act, Act.HELP_ANSWERED, told);
    notices.tellAsker(
        request,
        act,
        request.askedName() + act.label() + "：" + told + (act == HelpAct.DONE ? "。请确认。" : "。"));
  }

  /** The asking side confirms, sends back once, or needs it no longer. */
  @Transactional
  public void close(long id, HelpClosing closing, String text) {
    HelpRequest request = requests.held(id);
    if (!HelpSides.asks(viewer.viewer(), request.askingBranch(), requests.askingPath(request))) {
      throw HelpRefused.notAsker();
    }
    HelpAct act =
        switch (closing) {
          case CONFIRM -> {
            request.confirm(today());
            yield HelpAct.CONFIRMED;
          }
          case SEND_BACK -> {
            required(text, "退回须写明理由");
            request.sendBack(terms.due(request.urgency()));
            yield HelpAct.SENT_BACK;
          }
          case WITHDRAW -> {
            required(text, "撤回须写明理由");
            request.withdraw(today());
            yield HelpAct.WITHDRAWN;
          }
        };
    kept(request, act, Act.HELP_CONFIRMED, optional(text));
    notices.tellUnit(
        request, act, act.label() + (optional(text) == null ? "" : "：" + text.strip()) + "。");
  }

  private void kept(HelpRequest request, HelpAct act, Act audited, String told) {
    requests.keep(request, act, told);
    auditing.record(
        Entry.of(audited, ObjectKind.HELP_REQUEST, request.id())
            .now(Map.of("status", request.status()))
            .because(told));
    if (request.status().isOver() && request.card() != null) {
      // Whoever answers may not see the card for which it was needed.
      hierarchy.reach(
          () -> {
            Card card = handling.held(request.card());
            handling.keep(
                card,
                CardAct.HELP_ENDED,
                "向" + request.askedName() + "的求助" + request.status().label());
          });
    }
  }

  private static String optional(String text) {
    return text == null || text.isBlank() ? null : limited(text);
  }

  private static String required(String text, String missing) {
    if (text == null || text.isBlank()) {
      throw new Invalid("text", missing);
    }
    return limited(text);
  }

  private static String limited(String text) {
    if (text.strip().length() > MOST) {
      throw new Invalid("text", "内容不能超过" + MOST + "字");
    }
    return text.strip();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE);
  }
}
