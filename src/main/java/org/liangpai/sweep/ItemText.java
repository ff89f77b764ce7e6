package org.liangpai.sweep;

import java.util.List;
import org.liangpai.warninglist.Basis;
import org.liangpai.warninglist.WarningItem;

/** The text of an item as a finding keeps it. */
public record ItemText(
    String code,
    String title,
    String dimension,
    String description,
    List<Basis> basis,
    String support,
    boolean generally) {

  static ItemText of(WarningItem item) {
    return new ItemText(
        item.code(),
        item.title(),
        item.dimension().label(),
        item.description(),
        item.basis(),
        item.support().name(),
        item.generally());
  }
}
