package org.liangpai.concession;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.card.CardAct;
import org.liangpai.card.PassingOnCards;
import org.liangpai.notice.NoticeKind;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Recusal;
import org.liangpai.security.WholeHierarchy;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.Invalid;

/**
 * Says which branch succeeds a dissolved one, once, and passes its open cards on. What is confirmed
 * of the dissolved branch later follows by itself on the next morning.
 */
@ApplicationScoped
public class DecidingSuccessions {

  private final Recusal recusal;
  private final Successions successions;
  private final OpenSuccessions open;
  private final PassingOnCards passing;
  private final Concessions concessions;
  private final ConcessionNotices notices;
  private final WholeHierarchy hierarchy;
  private final Auditing auditing;
  private final CurrentViewer viewer;
  private final Clock clock;

  DecidingSuccessions(
      Recusal recusal,
      Successions successions,
      OpenSuccessions open,
      PassingOnCards passing,
      Concessions concessions,
      ConcessionNotices notices,
      WholeHierarchy hierarchy,
      Auditing auditing,
      CurrentViewer viewer,
      Clock clock) {
    this.recusal = recusal;
    this.successions = successions;
    this.open = open;
    this.passing = passing;
    this.concessions = concessions;
    this.notices = notices;
    this.hierarchy = hierarchy;
    this.auditing = auditing;
    this.viewer = viewer;
    this.clock = clock;
  }

  /**
   * Passes the open cards of a dissolved branch on. The same successor again passes on what came
   * meanwhile; another one is refused.
   *
   * @param successor in the scope of the viewer, or {@code null} if nobody goes on
   * @return what became of each card
   */
  @Transactional
  public List<PassingOnCards.Passed> decide(String branch, String successor, String reason) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE);
    String why = Reason.required(reason, "移交亮牌必须写明理由");
    boolean dissolved = successions.isDissolved(branch, today);
    recusal.require(Arrays.asList(branch, successor));
    if (branch.equals(successor)) {
      throw new Invalid("successor", "承接支部不能是撤销的支部自己");
    }
    boolean successorDissolved = successor != null && successions.isDissolved(successor, today);
    if (!dissolved) {
      throw ConcessionRefused.notDissolved(branch);
    }
    if (successorDissolved) {
      throw ConcessionRefused.successorDissolved(successor);
    }
    successions.hold(branch);
    Optional<Successions.Decided> before = successions.of(branch);
    if (before.isPresent() && !Objects.equals(before.get().successor(), successor)) {
      throw ConcessionRefused.succeeded(branch, before.get().successor());
    }
    if (before.isEmpty()) {
      successions.add(
          branch, new Successions.Decided(successor, why), viewer.account(), clock.instant());
      Map<String, Object> after = new HashMap<>();
      after.put("successor", successor == null ? "" : successor);
      auditing.record(
          Entry.of(Act.CARDS_PASSED_ON, ObjectKind.BRANCH, branch).now(after).because(why));
    }
    return pass(branch, successor, why);
  }

  private List<PassingOnCards.Passed> pass(String branch, String successor, String reason) {
    List<PassingOnCards.Passed> passed = new ArrayList<>();
    hierarchy.reach(
        () -> {
          passed.addAll(
              successor == null
                  ? passing.end(branch, reason)
                  : passing.passOn(branch, successor, reason));
          passed.forEach(this::tell);
        });
    return passed;
  }

  private void tell(PassingOnCards.Passed one) {
    Act act = one.act() == CardAct.WITHDRAWN ? Act.CARD_WITHDRAWN : Act.CARDS_PASSED_ON;
    auditing.record(Entry.of(act, ObjectKind.CARD, one.number()).because(one.told()));
    CardDesks desks = concessions.desks(one.number());
    notices.tellOfCard(
        one.number() + " " + one.act() + " " + clock.instant(),
        one.number(),
        NoticeKind.CARD,
        one.told(),
        desks.holder(),
        desks.verifier());
  }

  /**
   * Tells the committees of the dissolved branches about which nobody decided.
   *
   * @return what came to those that are succeeded already
   */
  @Transactional
  List<OpenSuccessions.Left> look() {
    open.tell();
    return open.decided();
  }

  /** Passes on what came to a branch that is succeeded already. */
  @Transactional
  void followUp(OpenSuccessions.Left left) {
    successions.hold(left.branch());
    pass(left.branch(), left.successor(), left.reason());
  }
}
