package org.liangpai.escalation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.liangpai.accountability.AnsweringMeasure;
import org.liangpai.accountability.Ground;
import org.liangpai.accountability.Proposal;
import org.liangpai.accountability.Proposing;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.notice.Notice;
import org.liangpai.notice.Notifying;
import org.liangpai.security.Viewer;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.Transactions;
import org.liangpai.warninglist.Level;
import org.liangpai.warninglist.Rung;

/**
 * Takes the steps that are due. What belongs to a step (the raise, the history, the audit entry,
 * the proposal, the notices) is in its transaction; who comes second does nothing. It looks at
 * today alone, so that one run makes up for any number that were missed.
 *
 * <p>Plain JDBC, made without a container, so that tests can kill it cheaply.
 */
final class TakingSteps {

  private static final int CHUNK = 1_000;
  private static final int IN_A_TRANSACTION = 50;

  private final Transactions transactions;
  private final LadderPolicy policy;
  private final Proposing proposing;
  private final Auditing auditing;
  private final Notifying notifying;
  private final Clock clock;

  TakingSteps(
      Transactions transactions,
      LadderPolicy policy,
      Proposing proposing,
      Auditing auditing,
      Notifying notifying,
      Clock clock) {
    this.transactions = transactions;
    this.policy = policy;
    this.proposing = proposing;
    this.auditing = auditing;
    this.notifying = notifying;
    this.clock = clock;
  }

  /**
   * Takes every step that is due.
   *
   * @param taken gets the steps as they are taken, so that they are known also if others fail
   */
  void all(List<Step> taken) {
    Failures failures = new Failures();
    String after = "";
    while (true) {
      String from = after;
      List<LadderCard> chunk =
          transactions.call(connection -> LadderReader.after(connection, from, CHUNK));
      if (chunk.isEmpty()) {
        break;
      }
      chunk(chunk, taken, failures);
      after = chunk.get(chunk.size() - 1).number();
    }
    failures.spare(() -> taken.addAll(verifications()));
    failures.end();
  }

  private void chunk(List<LadderCard> chunk, List<Step> taken, Failures failures) {
    LocalDate today = today(clock.instant());
    List<StepLedger.Said> said = new ArrayList<>();
    Map<String, List<String>> due = new TreeMap<>();
    for (LadderCard card : chunk) {
      Ruling ruling = policy.rule(card.state(), today);
      if (ruling.due().isEmpty()) {
        said.add(new StepLedger.Said(card, ruling.outlook()));
      } else {
        due.computeIfAbsent(card.lock(), lock -> new ArrayList<>()).add(card.number());
      }
    }
    if (said.stream().anyMatch(StepLedger.Said::isNew)) {
      failures.spare(
          () ->
              transactions.call(
                  connection -> {
                    ledger(connection, clock.instant()).say(said, false);
                    return null;
                  }));
    }
    due.forEach(
        (lock, numbers) -> {
          for (int i = 0; i < numbers.size(); i += IN_A_TRANSACTION) {
            List<String> some = numbers.subList(i, Math.min(numbers.size(), i + IN_A_TRANSACTION));
            failures.spare(() -> taken.addAll(cards(lock, some)));
          }
        });
  }

  /** Takes the steps of one card that are due, and gives them. */
  List<Step> card(String number) {
    List<LadderCard> found =
        transactions.call(connection -> LadderReader.of(connection, List.of(number)));
    return found.isEmpty() ? List.of() : cards(found.get(0).lock(), List.of(number));
  }

  /** Cards of one committee: they share its lock, so that no two transactions wait in a circle. */
  private List<Step> cards(String lock, List<String> numbers) {
    return transactions.call(
        connection -> {
          Instant now = clock.instant();
          StepLedger ledger = ledger(connection, now);
          ledger.hold(lock, numbers);
          List<Step> due = new ArrayList<>();
          List<StepLedger.Said> said = new ArrayList<>();
          for (LadderCard card : LadderReader.of(connection, numbers)) {
            Ruling ruling = policy.rule(card.state(), today(now));
            due.addAll(steps(card, ruling.due()));
            said.add(new StepLedger.Said(card, ruling.outlook()));
          }
          List<Step> taken = ledger.take(due);
          ledger.follow(taken);
          ledger.say(said, true);
          proposing.propose(connection, proposals(taken));
          auditing.record(connection, taken.stream().map(TakingSteps::entry).toList());
          notifying.tell(connection, notices(ledger, taken));
          return taken;
        });
  }

  /** The steps in order; each begins at the level that the one before left. */
  private static List<Step> steps(LadderCard card, List<DueRung> due) {
    List<Step> steps = new ArrayList<>();
    Level level = card.level();
    for (DueRung one : due) {
      Level raised =
          Level.values()[Math.min(level.ordinal() + one.rung().raises(), Level.RED.ordinal())];
      steps.add(new Step(card.number(), one, card, card.place().committee(), null, level, raised));
      level = raised;
    }
    return steps;
  }

  private static List<Proposal> proposals(List<Step> taken) {
    return taken.stream()
        .filter(step -> step.rung() == Rung.Name.PROPOSE_INTERVIEW)
        .map(
            step ->
                new Proposal(
                    Ground.OVERDUE + " " + step.subject(),
                    Ground.OVERDUE,
                    "%s的亮牌 %s：%s建议约谈所属单位党组织负责人。"
                        .formatted(step.card().place().name(), step.subject(), step.due().reason()),
                    step.unit(),
                    step.card().place().branch(),
                    step.subject(),
                    AnsweringMeasure.TALK))
        .toList();
  }

  private static Entry entry(Step step) {
    Map<String, Object> before = new LinkedHashMap<>();
    Map<String, Object> now = new LinkedHashMap<>();
    if (step.raises()) {
      before.put("level", step.before());
      now.put("level", step.after());
    }
    now.put("rung", step.rung());
    now.put("dueOn", step.due().anchor());
    ObjectKind kind = step.card() == null ? ObjectKind.UNIT : ObjectKind.CARD;
    return Entry.of(Act.ESCALATED, kind, step.subject()).changed(before, now).because(step.told());
  }

  private static List<Notice> notices(StepLedger ledger, List<Step> taken) throws SQLException {
    List<String> urged =
        taken.stream()
            .filter(step -> step.rung() == Rung.Name.URGE_BRANCH)
            .map(step -> step.card().place().branch())
            .filter(branch -> branch != null)
            .toList();
    Map<String, List<String>> leaders = ledger.leaders(urged);
    return taken.stream().flatMap(step -> StepNotices.of(step, leaders).stream()).toList();
  }

  private List<Step> verifications() {
    LocalDate today = today(clock.instant());
    List<StepLedger.SaidOfVerification> news = new ArrayList<>();
    List<Step> due = new ArrayList<>();
    for (OpenVerification one : transactions.call(LadderReader::verifications)) {
      Ruling ruling = policy.rule(one.state(), today);
      ruling
          .due()
          .forEach(
              rung ->
                  due.add(
                      new Step(
                          one.subject(), rung, null, one.committee(), one.month(), null, null)));
      StepLedger.SaidOfVerification said = new StepLedger.SaidOfVerification(one, ruling.outlook());
      if (!ruling.due().isEmpty() || said.isNew()) {
        news.add(said);
      }
    }
    List<Step> taken = new ArrayList<>();
    for (int i = 0; i < news.size(); i += IN_A_TRANSACTION) {
      taken.addAll(
          verifications(news.subList(i, Math.min(news.size(), i + IN_A_TRANSACTION)), due));
    }
    return taken;
  }

  private List<Step> verifications(List<StepLedger.SaidOfVerification> some, List<Step> due) {
    Map<String, OpenVerification> bySubject =
        some.stream()
            .map(StepLedger.SaidOfVerification::verification)
            .collect(Collectors.toMap(OpenVerification::subject, Function.identity()));
    return transactions.call(
        connection -> {
          StepLedger ledger = ledger(connection, clock.instant());
          List<Step> taken =
              ledger.take(
                  due.stream().filter(step -> bySubject.containsKey(step.subject())).toList());
          ledger.sayOfVerifications(some);
          auditing.record(connection, taken.stream().map(TakingSteps::entry).toList());
          notifying.tell(
              connection,
              taken.stream()
                  .flatMap(step -> StepNotices.of(step, bySubject.get(step.subject())).stream())
                  .toList());
          return taken;
        });
  }

  private static StepLedger ledger(Connection connection, Instant at) {
    return new StepLedger(connection, at, Viewer.SERVICE.account());
  }

  private static LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, ClockProducer.ZONE);
  }
}
