package org.liangpai.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.NotFound;

/** Decides on findings, one or many at once: all of them or, if one refuses, none. */
@ApplicationScoped
public class VerifyingFindings {

  /** The most findings that can be decided at once. */
  public static final int MOST = 10_000;

  /** How many findings were decided, and how many had been decided so before. */
  public record Result(int decided, int unchanged) {}

  private final Findings findings;
  private final EntityManager entities;
  private final Event<FindingsDecided> decided;
  private final Auditing auditing;
  private final Clock clock;

  VerifyingFindings(
      Findings findings,
      EntityManager entities,
      Event<FindingsDecided> decided,
      Auditing auditing,
      Clock clock) {
    this.findings = findings;
    this.entities = entities;
    this.decided = decided;
    this.auditing = auditing;
    this.clock = clock;
  }

  /**
   * Decides.
   *
   * @throws Invalid without a reason where one is needed, or with none or too many findings
   * @throws NotFound if one of the findings does not exist in the viewer's scope
   * @throws OwnPlace if one of them is about a branch or duty of the viewer's own
   * @throws OtherVerifier if one of them is another unit's to verify
   * @throws OwnFiling if one of them was judged by what the same person filed
   * @throws FindingRefused if one of them was decided otherwise, or was withdrawn
   */
  @Transactional
  public Result verify(Collection<Long> ids, Decision decision, String reason, String by) {
    String why = reason == null || reason.isBlank() ? null : reason.strip();
    if (decision.needsReason() && why == null) {
      throw new Invalid("reason", "不予认定和数据有误必须写明理由");
    }
    Set<Long> wanted = new TreeSet<>(ids);
    if (wanted.isEmpty() || wanted.size() > MOST) {
      throw new Invalid("findings", "一次可以核实1到" + MOST + "个疑似问题，本次为" + wanted.size() + "个");
    }
    List<Finding> all = lockedAround(wanted, by);
    List<Long> otherwise =
        all.stream()
            .filter(one -> wanted.contains(one.id()) && !one.isOpenTo(decision))
            .map(Finding::id)
            .toList();
    if (!otherwise.isEmpty()) {
      throw new FindingRefused(findings.named(otherwise));
    }
    Instant now = clock.instant();
    List<Entry> changed = new ArrayList<>();
    for (Finding finding : all) {
      FindingStatus before = finding.status();
      if (wanted.contains(finding.id()) && finding.decide(decision, why, by, now)) {
        entities.persist(new FindingEvent(finding.id(), now, by, decision, why));
        changed.add(entry(finding, before).because(why));
      }
    }
    auditing.record(changed);
    decided.fire(new FindingsDecided(all, by, now));
    return new Result(changed.size(), wanted.size() - changed.size());
  }

  private static Entry entry(Finding finding, FindingStatus before) {
    return Entry.of(Act.FINDING_DECIDED, ObjectKind.FINDING, finding.id())
        .changed(
            Map.of("status", before),
            Map.of(
                "status", finding.status(),
                "branch", finding.branchCode(),
                "item", finding.item(),
                "month", finding.month()));
  }

  /** The wanted findings with all others of the same branches and months. */
  private List<Finding> lockedAround(Set<Long> wanted, String by) {
    Set<Long> missing = new TreeSet<>(wanted);
    missing.removeAll(findings.seen(wanted));
    if (!missing.isEmpty()) {
      throw new NotFound("疑似问题", missing.iterator().next());
    }
    findings.requireOthers(wanted);
    findings.requireMine(wanted);
    List<Long> own = findings.judgedByFilingOf(by, wanted);
    if (!own.isEmpty()) {
      throw new OwnFiling(findings.named(own));
    }
    List<Finding> asked = findings.withIds(wanted);
    Map<YearMonth, Set<String>> branches =
        asked.stream()
            .collect(
                Collectors.groupingBy(
                    Finding::month,
                    TreeMap::new,
                    Collectors.mapping(
                        Finding::branchCode, Collectors.toCollection(TreeSet::new))));
    asked.forEach(entities::detach);
    List<Finding> locked = new ArrayList<>();
    branches.forEach((month, codes) -> locked.addAll(findings.lockedOf(month.atDay(1), codes)));
    return locked;
  }
}
