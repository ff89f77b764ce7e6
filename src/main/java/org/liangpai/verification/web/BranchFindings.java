package org.liangpai.verification.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.liangpai.verification.FindingStatus;
import org.liangpai.verification.FindingView;

/**
 * The findings of a branch in a month, as one block of the queue.
 *
 * @param forecasts what confirming each of them would do
 * @param refused what was wrong with a decision on one of them, or {@code null}
 */
record BranchFindings(
    String branchCode,
    String branchName,
    String unitPath,
    String month,
    List<FindingView> findings,
    Refused refused,
    Map<Long, String> forecasts) {

  /** A decision that was not taken: on which finding, why, and the reason that was typed. */
  record Refused(long finding, String message, String reason) {}

  static List<BranchFindings> grouped(
      List<FindingView> findings, Refused refused, Map<Long, String> forecasts) {
    Map<List<String>, List<FindingView>> groups = new LinkedHashMap<>();
    findings.forEach(
        one ->
            groups
                .computeIfAbsent(
                    List.of(one.branchCode(), one.month()), branch -> new ArrayList<>())
                .add(one));
    return groups.values().stream().map(group -> of(group, refused, forecasts)).toList();
  }

  /** The block of findings of one branch and month, of which there must be one. */
  static BranchFindings of(
      List<FindingView> findings, Refused refused, Map<Long, String> forecasts) {
    FindingView first = findings.get(0);
    return new BranchFindings(
        first.branchCode(),
        first.branchName(),
        first.unitPath(),
        first.month(),
        findings,
        refused,
        forecasts);
  }

  /** How many the viewer has to decide on. */
  public long pending() {
    return findings.stream()
        .filter(one -> one.status() == FindingStatus.PENDING && one.mine() && one.carded())
        .count();
  }

  /** How many have to be decided before a card comes of what was: those of the same duty. */
  public long waiting() {
    return findings.stream()
        .filter(one -> one.status() == FindingStatus.PENDING && one.carded())
        .filter(
            one ->
                findings.stream()
                    .anyMatch(
                        other -> other.decidedAt() != null && other.duty().equals(one.duty())))
        .count();
  }

  /** How many may be decided together. */
  public long pendingTogether() {
    return findings.stream().filter(FindingTexts::isChoosable).count();
  }

  public long confirmed() {
    return count(FindingStatus.CONFIRMED);
  }

  /** Whether somebody decided on a finding that is shown. */
  public boolean decided() {
    return findings.stream().anyMatch(one -> one.decidedAt() != null);
  }

  /** The numbers of the cards that were issued for the findings. */
  public List<String> cards() {
    return cards(findings, false);
  }

  /** The numbers of the cards that stood before and took up findings. */
  public List<String> joined() {
    return cards(findings, true);
  }

  static List<String> cards(List<FindingView> findings, boolean stood) {
    return findings.stream()
        .filter(one -> one.card() != null && one.cardStood() == stood)
        .map(FindingView::card)
        .distinct()
        .toList();
  }

  /** What confirming a finding would do; empty where nobody is to decide. */
  public String forecast(long finding) {
    return forecasts.getOrDefault(finding, "");
  }

  /** Whether somebody else decided on a finding before the decision that was refused. */
  public boolean isOvertaken() {
    return refused != null
        && findings.stream()
            .anyMatch(one -> isRefused(one.id()) && one.status() != FindingStatus.PENDING);
  }

  public boolean isRefused(long finding) {
    return refused != null && refused.finding() == finding;
  }

  private long count(FindingStatus status) {
    return findings.stream().filter(one -> one.status() == status).count();
  }
}
