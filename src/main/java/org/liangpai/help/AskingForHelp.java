package org.liangpai.help;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.card.Card;
import org.liangpai.card.CardAct;
import org.liangpai.card.CardParties;
import org.liangpai.card.CardSides;
import org.liangpai.card.HandlingCards;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.HeldPost;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.NotFound;

/** Lets a branch or committee ask a named unit for what it cannot do itself. */
@ApplicationScoped
public class AskingForHelp {

  private static final int MOST = 2_000;

  private final HelpRequests requests;
  private final HelpNotices notices;
  private final HandlingCards handling;
  private final CardParties parties;
  private final HelpTerms terms;
  private final Auditing auditing;
  private final CurrentViewer viewer;
  private final Clock clock;

  AskingForHelp(
      HelpRequests requests,
      HelpNotices notices,
      HandlingCards handling,
      CardParties parties,
      HelpTerms terms,
      Auditing auditing,
      CurrentViewer viewer,
      Clock clock) {
    this.requests = requests;
    this.notices = notices;
    this.handling = handling;
    this.parties = parties;
    this.terms = terms;
    this.auditing = auditing;
    this.viewer = viewer;
    this.clock = clock;
  }

  /**
   * Asks. The clock of a card for which help is needed runs on.
   *
   * @return the id of the request
   */
  @Transactional
  public long ask(NewHelp asked) {
    Card card = asked.card() == null ? null : card(asked);
    Place asker = asker(asked, card);
    requireFilled(asked);
    Place unit =
        requests
            .unit(asked.unit())
            .orElseThrow(() -> new Invalid("unit", "没有编码为“" + asked.unit() + "”的党组织"));
    if (unit.code().equals(asker.code())) {
      throw new Invalid("unit", "不能向自己求助");
    }
    HelpRequest request =
        new HelpRequest(asked, asker, unit, due(asked), viewer.account(), clock.instant());
    if (!requests.add(request)) {
      throw HelpRefused.askedAlready();
    }
    requests.keep(request, HelpAct.ASKED, request.content());
    auditing.record(
        Entry.of(Act.HELP_ASKED, ObjectKind.HELP_REQUEST, request.id())
            .now(
                Map.of(
                    "asker", asker.code(),
                    "unit", unit.code(),
                    "subject", asked.subject(),
                    "urgency", asked.urgency(),
                    "dueOn", request.dueOn()))
            .because(request.content()));
    if (card != null) {
      handling.keep(
          card,
          CardAct.HELP_ASKED,
          "向" + unit.name() + "求助（" + asked.subject().label() + "）：" + request.content());
    }
    notices.tellUnit(request, HelpAct.ASKED, request.content() + "。请答复。");
    return request.id();
  }

  private Card card(NewHelp asked) {
    Card card = handling.held(asked.card());
    CardSides sides = parties.of(asked.card());
    if (!sides.holder() && !sides.verifier()) {
      throw HelpRefused.notYourCard();
    }
    if (!card.status().isOpen()) {
      throw HelpRefused.cardNotOpen(asked.card());
    }
    if (asked.line() != null) {
      card.line(asked.line());
    }
    return card;
  }

  /** In whose name: what is said, else who holds the card or issued it, else the only post. */
  private Place asker(NewHelp asked, Card card) {
    if (asked.asker() != null) {
      Place named =
          requests.place(asked.asker()).orElseThrow(() -> new NotFound("支部或基层党委", asked.asker()));
      return required(named);
    }
    List<String> own =
        viewer.viewer().posts().stream()
            .filter(post -> post.role().has(Permissions.ASK_FOR_HELP))
            .map(HeldPost::code)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    String code =
        sides(card)
            .filter(own::contains)
            .findFirst()
            .or(() -> own.size() == 1 ? Optional.of(own.get(0)) : Optional.empty())
            .orElseThrow(() -> new Invalid("asker", "请写明以哪个支部或基层党委的名义求助"));
    return required(requests.place(code).orElseThrow(HelpRefused::notAsker));
  }

  private static Stream<String> sides(Card card) {
    return card == null
        ? Stream.empty()
        : Stream.of(card.holder().code(), card.holder().issuerCode());
  }

  private Place required(Place asker) {
    if (!HelpSides.asks(viewer.viewer(), asker.branch() ? asker.code() : null, asker.path())) {
      throw HelpRefused.notAsker();
    }
    return asker;
  }

  private void requireFilled(NewHelp asked) {
    if (asked.unit() == null || asked.unit().isBlank()) {
      throw new Invalid("unit", "请写明向哪个党组织求助");
    }
    if (asked.subject() == null) {
      throw new Invalid("subject", "请选择事项");
    }
    if (asked.urgency() == null) {
      throw new Invalid("urgency", "请选择轻重缓急");
    }
    if (asked.content() == null || asked.content().isBlank()) {
      throw new Invalid("content", "请写明需要什么");
    }
    if (asked.content().strip().length() > MOST) {
      throw new Invalid("content", "内容不能超过" + MOST + "字");
    }
    if (asked.line() != null && asked.card() == null) {
      throw new Invalid("card", "写了情形的，要写明是哪张牌的");
    }
  }

  private LocalDate due(NewHelp asked) {
    return asked.dueOn() == null
        ? terms.due(asked.urgency())
        : terms.chosen("dueOn", asked.dueOn());
  }
}
