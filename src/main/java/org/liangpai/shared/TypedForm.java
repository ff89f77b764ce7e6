package org.liangpai.shared;

import java.util.List;
import java.util.Map;

/**
 * What somebody typed into a form.
 *
 * @param action the path to which the form is sent
 * @param fields the values of each field, in the order of the form
 */
public record TypedForm(String action, Map<String, List<String>> fields) {

  /** Nothing that was typed. */
  public static final TypedForm NONE = new TypedForm("", Map.of());

  /** How many characters it holds. */
  public int size() {
    return action.length()
        + fields.entrySet().stream()
            .mapToInt(
                one ->
                    one.getKey().length() + one.getValue().stream().mapToInt(String::length).sum())
            .sum();
  }

  @Override
  public String toString() {
    return "form of " + action;
  }
}
