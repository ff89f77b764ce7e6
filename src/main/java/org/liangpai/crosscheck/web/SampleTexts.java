package org.liangpai.crosscheck.web;

import io.quarkus.qute.TemplateExtension;
import java.util.List;
import java.util.Map;
import org.liangpai.crosscheck.Sample;

/** What pages say of a sample's frozen content. */
@TemplateExtension
public final class SampleTexts {

  private SampleTexts() {}

  /** A text of the content; empty if it has none. */
  public static String told(Sample sample, String name) {
    Object value = sample.content().get(name);
    return value == null ? "" : value.toString();
  }

  /** What was read, or the limits, by name. */
  @SuppressWarnings("unchecked")
  public static Map<String, Object> part(Sample sample, String name) {
    return sample.content().get(name) instanceof Map<?, ?> map
        ? (Map<String, Object>) map
        : Map.of();
  }

  /** The evidence of a cleared item: texts, files and records, in the order of their adding. */
  @SuppressWarnings("unchecked")
  public static List<Map<String, Object>> evidence(Sample sample) {
    return sample.content().get("evidence") instanceof List<?> pieces
        ? (List<Map<String, Object>>) pieces
        : List.of();
  }

  /** What was done: the decision, or that the item was cleared. */
  public static String outcome(Sample sample) {
    return switch (told(sample, "decision")) {
      case "CONFIRMED" -> "核实为属实";
      case "DISMISSED" -> "核实为不予认定";
      case "DATA_ERROR" -> "核实为数据有误";
      default -> "已销号";
    };
  }
}
