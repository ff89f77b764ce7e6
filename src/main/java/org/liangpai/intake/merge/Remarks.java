package org.liangpai.intake.merge;

import java.util.ArrayList;
import java.util.List;

/** What should be looked at though nothing is wrong with it: the first of many, and how many. */
final class Remarks {

  private static final int MOST = 20;

  private final String rest;
  private final List<String> first = new ArrayList<>();
  private long count;

  /**
   * @param rest what to call those that are not listed, such as 处不大可能的内容
   */
  Remarks(String rest) {
    this.rest = rest;
  }

  void add(String sentence) {
    if (first.size() < MOST) {
      first.add(sentence);
    }
    count++;
  }

  List<String> sentences() {
    List<String> sentences = new ArrayList<>(first);
    if (count > first.size()) {
      sentences.add("另有" + (count - first.size()) + rest);
    }
    return sentences;
  }
}
