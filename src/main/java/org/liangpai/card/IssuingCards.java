package org.liangpai.card;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.liangpai.security.WholeHierarchy;
import org.liangpai.shared.ClockProducer;
import org.liangpai.verification.Finding;
import org.liangpai.verification.FindingStatus;
import org.liangpai.verification.FindingsDecided;
import org.liangpai.warninglist.Duty;

/**
 * Issues cards when the last open finding of a branch and month is decided: one for the branch when
 * that is so of what is its own duty, and for what is the duty of the unit one for its committee.
 * Neither waits for the other: they are verified by different units. A hit of an item that is on an
 * open card is added to that card.
 */
@ApplicationScoped
class IssuingCards {

  private final Cards cards;
  private final CardWriting writing;
  private final WholeHierarchy hierarchy;

  IssuingCards(Cards cards, CardWriting writing, WholeHierarchy hierarchy) {
    this.cards = cards;
    this.writing = writing;
    this.hierarchy = hierarchy;
  }

  /** The card of a unit may stand, or have lines, where the verifier sees nothing. */
  void follow(@Observes FindingsDecided decided) {
    hierarchy.reach(() -> issue(decided));
  }

  private void issue(FindingsDecided decided) {
    Map<YearMonth, List<Finding>> ready = new TreeMap<>();
    decided.findings().stream()
        .filter(Finding::isCarded)
        .collect(Collectors.groupingBy(one -> List.of(one.month(), one.branchCode(), one.duty())))
        .values()
        .stream()
        .filter(IssuingCards::isDecided)
        .flatMap(List::stream)
        .filter(one -> one.status() == FindingStatus.CONFIRMED)
        .forEach(one -> ready.computeIfAbsent(one.month(), month -> new ArrayList<>()).add(one));
    Map<String, Cards.Committee> committees = lockedCommittees(ready.values());
    ready.forEach((month, findings) -> issue(month, findings, committees, decided));
  }

  /**
   * The committees of the branches. All issuers, also those of open cards that branches brought
   * along from another unit, are locked at once and in one order, over all months: two that decide
   * at the same time wait for each other and never in a circle.
   */
  private Map<String, Cards.Committee> lockedCommittees(Collection<List<Finding>> confirmed) {
    List<Finding> all = confirmed.stream().flatMap(List::stream).toList();
    if (all.isEmpty()) {
      return Map.of();
    }
    List<String> branches = all.stream().map(Finding::branchCode).distinct().toList();
    Map<String, Cards.Committee> committees = cards.committees(branches);
    Set<String> issuers = new TreeSet<>(cards.issuersAround(branches));
    for (Finding one : all) {
      Cards.Committee committee = committees.get(one.branchCode());
      issuers.add(committee.code());
      issuers.add(holder(one, committee).issuerCode());
    }
    cards.lockIssuing(issuers);
    return committees;
  }

  private static boolean isDecided(List<Finding> ofDuty) {
    return ofDuty.stream().noneMatch(one -> one.status() == FindingStatus.PENDING);
  }

  private void issue(
      YearMonth month,
      List<Finding> confirmed,
      Map<String, Cards.Committee> committees,
      FindingsDecided decided) {
    Set<String> branches =
        confirmed.stream()
            .map(Finding::branchCode)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Set<Long> observed = cards.observed(confirmed.stream().map(Finding::id).toList());
    Map<Holder, List<Finding>> byHolder = new TreeMap<>(Holder.ORDER);
    confirmed.stream()
        .filter(one -> !observed.contains(one.id()))
        .forEach(
            one ->
                byHolder
                    .computeIfAbsent(
                        holder(one, committees.get(one.branchCode())), key -> new ArrayList<>())
                    .add(one));
    if (!byHolder.isEmpty()) {
      LocalDate today = LocalDate.ofInstant(decided.at(), ClockProducer.ZONE);
      writing.write(
          new CardWriting.Batch(month, byHolder, branches, today, decided.by(), decided.at()));
    }
  }

  private static Holder holder(Finding finding, Cards.Committee committee) {
    return finding.duty() == Duty.UNIT
        ? new Holder(HolderKind.UNIT, committee.code(), committee.above())
        : new Holder(HolderKind.BRANCH, finding.branchCode(), committee.code());
  }
}
