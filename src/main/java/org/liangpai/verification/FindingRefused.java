package org.liangpai.verification;

import org.liangpai.shared.Refusal;

/** A finding on which nobody can decide any more. */
final class FindingRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  FindingRefused(Long id, FindingStatus status) {
    super(
        "finding-already-decided",
        switch (status) {
          case WITHDRAWN -> "疑似问题 " + id + " 已因数据更正撤回，不能再核实";
          case CONFIRMED -> "疑似问题 " + id + " 已核实为属实，不能再作其他决定";
          case DISMISSED -> "疑似问题 " + id + " 已核实为不予认定，不能再作其他决定";
          case DATA_ERROR -> "疑似问题 " + id + " 已核实为数据有误，不能再作其他决定";
          case PENDING -> "疑似问题 " + id + " 尚未核实";
        });
  }
}
