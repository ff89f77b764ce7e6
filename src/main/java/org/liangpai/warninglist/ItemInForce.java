package org.liangpai.warninglist;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** An item with the values of one month: what a rule reads. */
public final class ItemInForce {

  private final WarningItem item;
  private final YearMonth month;
  private final Map<String, Object> limits;
  private final LevelLadder ladder;
  private final int workingDays;

  ItemInForce(WarningItem item, YearMonth month) {
    this.item = item;
    this.month = month;
    Map<String, Object> values = new LinkedHashMap<>();
    item.thresholds().forEach(one -> values.put(one.name(), one.valueIn(month)));
    this.limits = Collections.unmodifiableMap(values);
    this.ladder = DatedValue.asOf(month, item.levels()).resolvedBy(this::number);
    this.workingDays = DatedValue.asOf(month, item.workingDays());
  }

  /** The item with all its months. */
  public WarningItem item() {
    return item;
  }

  /** The month whose values these are. */
  public YearMonth month() {
    return month;
  }

  /** The code of the item, such as YX-02. */
  public String code() {
    return item.code();
  }

  /** The title of the item. */
  public String title() {
    return item.title();
  }

  /** The dimension of the item. */
  public Dimension dimension() {
    return item.dimension();
  }

  /** Whose duty the item is. */
  public Duty duty() {
    return item.duty();
  }

  /** How the item looks at a branch. */
  public ItemKind kind() {
    return item.kind();
  }

  /** In which months the item is judged. */
  public Rhythm rhythm() {
    return item.rhythm();
  }

  /** Whether the month condition of the item holds in this month. */
  public boolean appliesInMonth() {
    return isDueIn(month);
  }

  /** Whether the month condition of the item holds in another month. */
  public boolean isDueIn(YearMonth other) {
    return item.months().include(other);
  }

  /** Whether the item applies to branches of a domain. */
  public boolean appliesToDomain(String domain) {
    return item.domains().isEmpty() || item.domains().contains(domain);
  }

  /** Whether the item applies to branches of a kind: NORMAL, JOINT or TEMPORARY. */
  public boolean appliesToKind(String branchKind) {
    return item.kinds().contains(branchKind);
  }

  /** Whether its findings may become cards, which those of an item on trial do not. */
  public boolean isCarded() {
    return item.status() != ItemStatus.TRIAL;
  }

  /** A whole number by which the item measures. */
  public int number(String threshold) {
    return limit(threshold, Integer.class);
  }

  /** A share by which the item measures. */
  public Fraction share(String threshold) {
    return limit(threshold, Fraction.class);
  }

  /** A day by which the item measures. */
  public LocalDate day(String threshold) {
    return limit(threshold, LocalDate.class);
  }

  /** Whether a threshold stands for a domain: one that names no domains stands for all. */
  public boolean standsFor(String threshold, String domain) {
    return item.thresholds().stream()
        .filter(one -> one.name().equals(threshold))
        .findFirst()
        .map(one -> one.domains().isEmpty() || one.domains().contains(domain))
        .orElseThrow(() -> unknown(threshold));
  }

  /** All thresholds by name with their values of this month, in the order of the list. */
  public Map<String, Object> limits() {
    return limits;
  }

  /** The levels that the item may reach. */
  public LevelLadder ladder() {
    return ladder;
  }

  /** How many working days a branch has to rectify it. */
  public int workingDays() {
    return workingDays;
  }

  /** The template of the sentence of its findings. */
  public String sentence() {
    return item.sentence().template();
  }

  private <T> T limit(String threshold, Class<T> type) {
    Object value = limits.get(threshold);
    if (!type.isInstance(value)) {
      throw unknown(threshold);
    }
    return type.cast(value);
  }

  private IllegalArgumentException unknown(String threshold) {
    return new IllegalArgumentException(
        "Item " + code() + " has no such threshold of that kind: " + threshold);
  }

  @Override
  public String toString() {
    return code() + " " + month;
  }
}
