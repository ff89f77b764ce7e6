package org.liangpai.evaluation;

import java.util.List;

/** The rules cannot be used: they do not compile, or they do not fit the list. */
public class RulesRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RulesRefused(List<String> faults) {
    super("规则文件不能使用：\n" + String.join("\n", faults));
  }
}
