package org.liangpai.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liangpai.warninglist.ItemStatus;
import org.liangpai.warninglist.Threshold;
import org.liangpai.warninglist.WarningItem;
import org.liangpai.warninglist.WarningList;

/**
 * What the rule files say they are: the names of their rules, the thresholds that each reads and
 * the values that each gives to a sentence.
 */
record RuleListing(List<ListedRule> rules) {

  /**
   * A rule of an item: its name is the code and the title.
   *
   * @param given the names that a sentence may take from it
   * @param accumulated the variables from outside that its accumulate uses; Drools confuses two
   */
  record ListedRule(
      String file,
      int line,
      String name,
      Set<String> thresholds,
      Set<String> given,
      Set<String> accumulated) {

    String code() {
      return name.split(" ", 2)[0];
    }
  }

  private static final Pattern RULE =
      Pattern.compile("^rule\\s+\"([^\"]+)\"(.*?)^end\\b", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern THRESHOLD =
      Pattern.compile("\\b(?:number|share|day|standsFor)\\(\\s*\"(\\w+)\"");
  private static final Pattern ACCUMULATE =
      Pattern.compile("accumulate\\([^;]*;(.*?)(?=\\n    (?:\\$|\\w)|\\nthen)", Pattern.DOTALL);
  private static final Pattern BINDING = Pattern.compile("(\\$\\w+)\\s*:");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\w+");
  private static final String GRADING_FILE = "grading.drl";

  static RuleListing of(RuleSources sources) {
    List<ListedRule> rules = new ArrayList<>();
    sources
        .files()
        .forEach(
            (file, text) -> {
              if (!file.equals(GRADING_FILE)) {
                Matcher rule = RULE.matcher(text);
                while (rule.find()) {
                  int line = (int) text.substring(0, rule.start()).lines().count() + 1;
                  String body = rule.group(2);
                  rules.add(
                      new ListedRule(
                          file,
                          line,
                          rule.group(1),
                          thresholds(body),
                          GivenNames.of(body),
                          accumulated(body)));
                }
              }
            });
    return new RuleListing(rules);
  }

  /** Where rules and list do not fit, one Chinese sentence each. */
  List<String> misfits(WarningList list) {
    List<String> misfits = new ArrayList<>();
    Map<String, ListedRule> byCode = new HashMap<>();
    for (ListedRule rule : rules) {
      String where = rule.file() + " 第" + rule.line() + "行：规则“" + rule.name() + "”";
      if (byCode.put(rule.code(), rule) != null) {
        misfits.add(where + "与另一条规则的编码相同；一个情形只能有一条规则");
      }
      list.items().stream()
          .filter(item -> item.code().equals(rule.code()))
          .findFirst()
          .ifPresentOrElse(
              item -> misfits.addAll(misfits(rule, item, where)),
              () -> misfits.add(where + "在预警清单中没有对应的情形"));
    }
    for (WarningItem item : list.items()) {
      if (item.status() != ItemStatus.RETIRED && !byCode.containsKey(item.code())) {
        misfits.add("情形 " + item.code() + " " + item.title() + " 没有对应的规则");
      }
    }
    return misfits;
  }

  private static List<String> misfits(ListedRule rule, WarningItem item, String where) {
    List<String> misfits = new ArrayList<>();
    if (!rule.name().equals(item.code() + " " + item.title())) {
      misfits.add(where + "的名称应为“" + item.code() + " " + item.title() + "”");
    }
    if (rule.accumulated().size() > 1) {
      misfits.add(where + "的 accumulate 里只能用一个外面的变量，现有：" + rule.accumulated());
    }
    Set<String> known = new LinkedHashSet<>();
    item.thresholds().stream().map(Threshold::name).forEach(known::add);
    rule.thresholds().stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> misfits.add(where + "读取的标准“" + name + "”在清单中没有；清单中有：" + known));
    item.sentence().placeholders().stream()
        .filter(name -> !known.contains(name) && !rule.given().contains(name))
        .distinct()
        .forEach(
            name ->
                misfits.add(
                    "情形 %s 的句子用了“{%s}”，但它的标准里没有，规则也没有读取；请改为规则读取的字段或标准：%s"
                        .formatted(item.code(), name, known)));
    return misfits;
  }

  /**
   * Drools gives an accumulate its variables from outside in the order of a hash set, but the
   * compiled expression expects them in another: with two of them they are confused by chance.
   */
  private static Set<String> accumulated(String text) {
    Set<String> outside = new TreeSet<>();
    ACCUMULATE
        .matcher(text)
        .results()
        .forEach(
            found -> {
              Set<String> own = new HashSet<>();
              BINDING.matcher(found.group()).results().forEach(one -> own.add(one.group(1)));
              VARIABLE
                  .matcher(found.group(1))
                  .results()
                  .map(MatchResult::group)
                  .filter(name -> !own.contains(name))
                  .forEach(outside::add);
            });
    return outside;
  }

  private static Set<String> thresholds(String text) {
    Set<String> names = new LinkedHashSet<>();
    THRESHOLD.matcher(text).results().forEach(found -> names.add(found.group(1)));
    return names;
  }
}
