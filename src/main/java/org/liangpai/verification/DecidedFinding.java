package org.liangpai.verification;

import java.time.YearMonth;

/**
 * A finding as it is named to people.
 *
 * @param by the name of whoever decided, or {@code null} if nobody has
 * @param at when they did, such as 11月9日 09:20
 */
record DecidedFinding(
    String branch, YearMonth month, String item, FindingStatus status, String by, String at) {

  /** Branch, month and item. */
  String name() {
    return "%s %d年%d月 %s".formatted(branch, month.getYear(), month.getMonthValue(), item);
  }

  /** Why nobody can decide on it. */
  String sentence() {
    return switch (status) {
      case WITHDRAWN -> name() + " 已因数据更正撤回，不能再核实";
      case CONFIRMED -> decided("属实");
      case DISMISSED -> decided("不予认定");
      case DATA_ERROR -> decided("数据有误");
      case PENDING -> name() + " 尚未核实";
    };
  }

  private String decided(String how) {
    return "%s 已由 %s 于%s核实为%s，不能再作其他决定".formatted(name(), by, at, how);
  }
}
