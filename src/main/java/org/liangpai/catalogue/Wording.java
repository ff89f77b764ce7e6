package org.liangpai.catalogue;

import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liangpai.warninglist.Level;
import org.liangpai.warninglist.LevelStyle;
import org.liangpai.warninglist.Support;
import org.liangpai.warninglist.Threshold;
import org.liangpai.warninglist.WarningItem;

/** The words of the list in use: for levels, items, and the values and limits of a finding. */
@Named("wording")
@Singleton
public class Wording {

  private final Catalogue catalogue;

  Wording(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The levels in rising severity. */
  public List<LevelStyle> levels() {
    return catalogue.list().levels();
  }

  /** How a level is shown, also one that the list does not use any more. */
  public LevelStyle level(String code) {
    Level level = Level.valueOf(code);
    return catalogue
        .list()
        .style(level)
        .orElseGet(() -> new LevelStyle(level, code, "■", "方形", "#5b6472"));
  }

  /** The items of the list. */
  public List<WarningItem> items() {
    return catalogue.list().items();
  }

  /** The title of an item; its code where the list has it no more. */
  public String title(String item) {
    return catalogue.list().item(item).map(WarningItem::title).orElse(item);
  }

  /** What was read, under its Chinese names. */
  public List<Told> values(Map<String, ?> values) {
    return values.entrySet().stream()
        .map(one -> ValueLabels.told(one.getKey(), one.getValue()))
        .toList();
  }

  /** The limits of an item under the labels of the list. */
  public List<Told> limits(String item, Map<String, ?> limits) {
    return limits.entrySet().stream()
        .map(one -> limit(item, one.getKey(), one.getValue()))
        .toList();
  }

  /** What a reader must know of how well an item is supported; empty if there is nothing. */
  public String supportNote(String support, boolean generally) {
    Support how = Support.valueOf(support);
    String confirm =
        switch (how) {
          case VERIFIED -> "";
          case PARTIAL -> "须由本市确认：" + how.label();
          case LOCAL -> "须由本市确认：地方做法";
        };
    if (!generally) {
      return confirm;
    }
    return confirm.isEmpty() ? "原文为“一般”" : confirm + "；原文为“一般”";
  }

  private Told limit(String item, String name, Object value) {
    Optional<Threshold> threshold =
        catalogue.list().item(item).stream()
            .flatMap(one -> one.thresholds().stream())
            .filter(one -> one.name().equals(name))
            .findFirst();
    String text = ValueLabels.text(null, value);
    return new Told(
        threshold.map(Threshold::label).orElse(name),
        threshold.map(one -> text + one.unit()).orElse(text));
  }
}
