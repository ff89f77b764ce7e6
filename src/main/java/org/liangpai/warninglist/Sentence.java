package org.liangpai.warninglist;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The template of a sentence, in which {@code {name}} stands for a value. */
public record Sentence(String template) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][A-Za-z0-9]*)}");

  /** The names in braces, in the order of the sentence. */
  public List<String> placeholders() {
    return PLACEHOLDER.matcher(template).results().map(found -> found.group(1)).toList();
  }

  /** The sentence with each name replaced by what the function gives for it. */
  public String filledWith(UnaryOperator<String> values) {
    return PLACEHOLDER
        .matcher(template)
        .replaceAll(found -> Matcher.quoteReplacement(values.apply(found.group(1))));
  }

  /** Whether every brace belongs to a name. */
  boolean isBalanced() {
    String rest = PLACEHOLDER.matcher(template).replaceAll("");
    return rest.indexOf('{') < 0 && rest.indexOf('}') < 0;
  }
}
