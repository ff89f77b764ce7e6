package org.liangpai.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules only read facts and tell verdicts, and every number comes from the list. */
class RuleStyleTest {

  private static final Pattern RULE =
      Pattern.compile(
          "^rule\\s+\"([^\"]+)\"\\nwhen\\n(.*?)^then\\n(.*?)^end$",
          Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
  private static final Pattern COMMENT = Pattern.compile("//.*");
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "\\b(?:salience|agenda-group|activation-group|ruleflow-group|no-loop|lock-on-active|"
              + "global|update|modify|retract|delete|eval|function|dialect|insertLogical|"
              + "timer|duration|auto-focus|drools)\\b");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w$])\\d");

  static Stream<String> files() {
    return RuleSources.packaged().files().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("files")
  void file_keepsToTheWordsThatReadFacts(String file) {
    String code = withoutTexts(text(file));
    assertThat(FORBIDDEN.matcher(code).results().map(found -> found.group()).toList()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("files")
  void file_isTidy(String file) {
    List<String> lines = text(file).lines().toList();
    assertThat(lines).allMatch(line -> line.indexOf('\t') < 0);
    assertThat(lines).allMatch(line -> line.equals(line.stripTrailing()));
    assertThat(lines).contains("package rules");
    assertThat(text(file)).endsWith("end\n");
  }

  @ParameterizedTest
  @MethodSource("files")
  void rules_haveNoNumberAndOneStatement(String file) {
    String text = text(file);
    Matcher rule = RULE.matcher(text);
    int rules = 0;
    while (rule.find()) {
      rules++;
      assertThat(NUMBER.matcher(withoutTexts(rule.group(2))).find())
          .as("a number in the condition of %s", rule.group(1))
          .isFalse();
      assertThat(rule.group(3).strip()).as(rule.group(1)).matches("insert\\( [^;]+ \\);");
    }
    assertThat(rules).isEqualTo((int) text.lines().filter(line -> line.startsWith("rule")).count());
  }

  @ParameterizedTest
  @MethodSource("files")
  void rulesOfItems_insertTheVerdictAndNothingElse(String file) {
    Matcher rule = RULE.matcher(text(file));
    while (rule.find() && !file.equals("grading.drl")) {
      assertThat(rule.group(3)).as(rule.group(1)).isEqualTo("    insert( $verdict );\n");
    }
  }

  private static String text(String file) {
    return RuleSources.packaged().files().get(file);
  }

  private static String withoutTexts(String text) {
    String bare = TEXT.matcher(text).replaceAll("\"\"");
    return COMMENT.matcher(bare).replaceAll("");
  }
}
