package org.liangpai.warninglist;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A value of a file with the place where it stands; reads it as a type or refuses it. */
record YamlEntry(String file, String item, String key, Node node) {

  private static final int MOST_CHARACTERS = 1000;

  /** The plain value of a key as far as there is one, for messages; refuses nothing. */
  String peek(String name) {
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key
            && key.getValue().equals(name)
            && tuple.getValueNode() instanceof ScalarNode value) {
          return value.getValue();
        }
      }
    }
    return "";
  }

  /** A text that is not blank. */
  String text() {
    String text = scalar("一段文字").strip();
    if (text.isEmpty()) {
      throw refused("不能为空");
    }
    if (text.length() > MOST_CHARACTERS) {
      throw refused("最多 " + MOST_CHARACTERS + " 个字");
    }
    return text;
  }

  /** A text of a given form. */
  String text(String pattern, String allowed) {
    String text = scalar(allowed);
    if (!text.matches(pattern)) {
      throw wrong(allowed);
    }
    return text;
  }

  /** A whole number within bounds. */
  int number(int least, int most) {
    String allowed = least + " 至 " + most + " 的整数";
    String text = text("-?\\d{1,9}", allowed);
    int number = Integer.parseInt(text);
    if (number < least || number > most) {
      throw wrong(allowed);
    }
    return number;
  }

  boolean isNumber() {
    return node instanceof ScalarNode scalar && scalar.getValue().matches("-?\\d+");
  }

  boolean yesOrNo() {
    return text("true|false", "true 或 false").equals("true");
  }

  <E extends Enum<E>> E choice(Class<E> type) {
    List<String> names = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    return Enum.valueOf(type, oneOf(names));
  }

  String oneOf(Collection<String> names) {
    String allowed = "其中之一：" + String.join("、", names);
    String text = scalar(allowed);
    if (!names.contains(text)) {
      throw wrong(allowed);
    }
    return text;
  }

  YearMonth month() {
    String allowed = "2018-01 形式的月份";
    try {
      return YearMonth.parse(text("\\d{4}-\\d{2}", allowed));
    } catch (DateTimeException wrong) {
      throw wrong(allowed);
    }
  }

  LocalDate day() {
    String allowed = "2018-01-31 形式的日期";
    try {
      return LocalDate.parse(text("\\d{4}-\\d{2}-\\d{2}", allowed));
    } catch (DateTimeException wrong) {
      throw wrong(allowed);
    }
  }

  Fraction share() {
    String allowed = "1/2 形式的分数";
    try {
      return Fraction.parse(scalar(allowed));
    } catch (IllegalArgumentException wrong) {
      throw wrong(allowed);
    }
  }

  /** The elements of a list. */
  List<YamlEntry> list() {
    if (!(node instanceof SequenceNode sequence)) {
      throw wrong("一个列表");
    }
    List<Node> elements = sequence.getValue();
    return IntStream.range(0, elements.size())
        .mapToObj(at -> new YamlEntry(file, item, key + "[" + (at + 1) + "]", elements.get(at)))
        .toList();
  }

  /** The elements of a list that must not be empty. */
  List<YamlEntry> atLeastOne() {
    List<YamlEntry> elements = list();
    if (elements.isEmpty()) {
      throw refused("至少要有一项");
    }
    return elements;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  /** The values by key, in the order of the file. */
  Map<String, YamlEntry> pairs() {
    if (!(node instanceof MappingNode mapping)) {
      throw wrong("一组“键: 值”");
    }
    Map<String, YamlEntry> pairs = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      YamlEntry name = new YamlEntry(file, item, key, tuple.getKeyNode());
      String text = name.scalar("键");
      String path = key.isEmpty() ? text : key + "." + text;
      if (pairs.put(text, new YamlEntry(file, item, path, tuple.getValueNode())) != null) {
        throw new YamlEntry(file, item, path, tuple.getKeyNode()).refused("这个键重复了，只能写一次");
      }
    }
    return pairs;
  }

  /** The values of known keys; any other key is refused. */
  YamlSection section(String... known) {
    if (!(node instanceof MappingNode mapping)) {
      throw wrong("一组“键: 值”");
    }
    Map<String, YamlEntry> pairs = pairs();
    for (NodeTuple tuple : mapping.getValue()) {
      String name = ((ScalarNode) tuple.getKeyNode()).getValue();
      if (!Arrays.asList(known).contains(name)) {
        throw new YamlEntry(file, item, pairs.get(name).key(), tuple.getKeyNode())
            .refused("不认识的键，可用的键：" + String.join("、", known));
      }
    }
    return new YamlSection(this, pairs);
  }

  /** A refusal of this value that quotes it and says what is allowed. */
  WarningListRefused wrong(String allowed) {
    return refused(quoted() + "不可用，应为 " + allowed);
  }

  /** A refusal of this place. */
  WarningListRefused refused(String reason) {
    return new WarningListRefused(file, node.getStartMark().getLine() + 1, item, key, reason);
  }

  private String scalar(String allowed) {
    if (!(node instanceof ScalarNode scalar)) {
      throw wrong(allowed);
    }
    return scalar.getValue();
  }

  private String quoted() {
    if (node instanceof ScalarNode scalar) {
      String text = scalar.getValue();
      return "“" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "”";
    }
    return node instanceof SequenceNode ? "列表" : "一组“键: 值”";
  }
}
