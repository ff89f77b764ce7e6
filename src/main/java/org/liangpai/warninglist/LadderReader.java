package org.liangpai.warninglist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the level steps of an item. */
final class LadderReader {

  private final List<String> levels;
  private final JudgedMonths months;
  private final List<Threshold> thresholds;

  LadderReader(List<String> levels, JudgedMonths months, List<Threshold> thresholds) {
    this.levels = levels;
    this.months = months;
    this.thresholds = thresholds;
  }

  /** Steps that always applied, or steps by month. */
  List<DatedValue<LevelLadder>> read(YamlEntry entry) {
    boolean isDated = entry.atLeastOne().get(0).pairs().containsKey("since");
    return isDated
        ? DatedReader.read(entry, "steps", this::ladder)
        : DatedReader.always(ladder(entry));
  }

  private LevelLadder ladder(YamlEntry steps) {
    return new LevelLadder(steps.atLeastOne().stream().map(this::step).toList());
  }

  private LevelStep step(YamlEntry entry) {
    YamlSection section = entry.section("level", "running", "above", "from", "month");
    Level level = Level.valueOf(section.entry("level").oneOf(levels));
    List<LevelStep.Condition> conditions = new ArrayList<>();
    section
        .find("running")
        .map(one -> limit(one, 1, mostRunning()))
        .ifPresent(limit -> conditions.add(condition(LevelStep.Test.RUNNING, limit)));
    measure(section, "above")
        .ifPresent(limit -> conditions.add(condition(LevelStep.Test.ABOVE, limit)));
    measure(section, "from")
        .ifPresent(limit -> conditions.add(condition(LevelStep.Test.FROM, limit)));
    section
        .find("month")
        .map(this::month)
        .ifPresent(limit -> conditions.add(condition(LevelStep.Test.MONTH, limit)));
    return new LevelStep(level, List.copyOf(conditions));
  }

  private static LevelStep.Condition condition(LevelStep.Test test, StepLimit limit) {
    return new LevelStep.Condition(test, limit);
  }

  private Optional<StepLimit> measure(YamlSection section, String key) {
    return section.find(key).map(one -> limit(one, 0, 1_000_000));
  }

  /** How long a run can become: a year is looked back on, and named months do not run. */
  private int mostRunning() {
    return switch (months.rhythm()) {
      case MONTHLY -> 12;
      case QUARTERLY -> 4;
      case NAMED_MONTHS -> 1;
    };
  }

  private StepLimit month(YamlEntry entry) {
    int month = entry.number(1, 12);
    if (months.months().stream().noneMatch(one -> one.getValue() == month)) {
      throw entry.wrong("本情形判定的月份之一");
    }
    return StepLimit.of(month);
  }

  private StepLimit limit(YamlEntry entry, int least, int most) {
    if (entry.isNumber()) {
      return StepLimit.of(entry.number(least, most));
    }
    List<String> names =
        thresholds.stream()
            .filter(one -> one.kind() == ThresholdKind.NUMBER)
            .map(Threshold::name)
            .toList();
    String name = entry.text();
    if (!names.contains(name)) {
      throw entry.wrong(least + " 至 " + most + " 的整数，或本情形的阈值名：" + String.join("、", names));
    }
    return StepLimit.named(name);
  }
}
