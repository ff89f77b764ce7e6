package org.liangpai.catalogue.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.liangpai.warninglist.Basis;
import org.liangpai.warninglist.DatedValue;
import org.liangpai.warninglist.LevelLadder;
import org.liangpai.warninglist.LevelStep;
import org.liangpai.warninglist.Threshold;
import org.liangpai.warninglist.WarningItem;

/** An item of the list with all its dated values. */
record ItemView(
    String code,
    String title,
    String dimension,
    String description,
    String kind,
    String duty,
    List<String> domains,
    List<String> kinds,
    String rhythm,
    List<Integer> months,
    List<ThresholdView> thresholds,
    List<Dated<List<StepView>>> levels,
    List<Dated<Integer>> workingDays,
    List<Basis> basis,
    String support,
    String supportLabel,
    boolean generally,
    boolean star,
    String status) {

  /** A value and the month from which it applies. */
  record Dated<T>(String since, T value) {}

  /** A threshold with its values over time. */
  record ThresholdView(
      String name, String label, String unit, String kind, List<Dated<String>> values) {}

  /** A level and the conditions under which it is reached, such as {@code running: 2}. */
  record StepView(String level, Map<String, String> conditions) {}

  static ItemView of(WarningItem item) {
    return new ItemView(
        item.code(),
        item.title(),
        item.dimension().name(),
        item.description(),
        item.kind().name(),
        item.duty().name(),
        item.domains(),
        item.kinds(),
        item.rhythm().name(),
        item.months().months().stream().map(month -> month.getValue()).sorted().toList(),
        item.thresholds().stream().map(ItemView::threshold).toList(),
        item.levels().stream().map(ItemView::ladder).toList(),
        item.workingDays().stream()
            .map(one -> new Dated<>(one.since().toString(), one.value()))
            .toList(),
        item.basis(),
        item.support().name(),
        item.support().label(),
        item.generally(),
        item.star(),
        item.status().name());
  }

  private static ThresholdView threshold(Threshold threshold) {
    return new ThresholdView(
        threshold.name(),
        threshold.label(),
        threshold.unit(),
        threshold.kind().name(),
        threshold.values().stream()
            .map(one -> new Dated<>(one.since().toString(), one.value().toString()))
            .toList());
  }

  private static Dated<List<StepView>> ladder(DatedValue<LevelLadder> ladder) {
    return new Dated<>(
        ladder.since().toString(), ladder.value().steps().stream().map(ItemView::step).toList());
  }

  private static StepView step(LevelStep step) {
    Map<String, String> conditions = new LinkedHashMap<>();
    step.conditions()
        .forEach(
            one ->
                conditions.put(
                    one.test().name().toLowerCase(Locale.ROOT),
                    one.limit().isNamed()
                        ? one.limit().threshold()
                        : String.valueOf(one.limit().number())));
    return new StepView(step.level().name(), conditions);
  }
}
