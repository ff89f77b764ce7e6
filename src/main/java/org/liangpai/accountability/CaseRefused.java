package org.liangpai.accountability;

import org.liangpai.shared.Refusal;

/** A case that cannot take this step in its present state. */
final class CaseRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  private CaseRefused(String code, String message) {
    super(code, message);
  }

  static CaseRefused decided(long id) {
    return new CaseRefused("case-already-decided", "问责事项 " + id + " 已经作过决定，不能再改");
  }

  static CaseRefused notOpen(long id) {
    return new CaseRefused("case-not-open", "问责事项 " + id + " 不在办理中，不能记录结果");
  }

  static CaseRefused ownUnit() {
    return new CaseRefused("standing-of-own-unit", "本单位是否存在问题由上级组织部门核查，请向上级组织部门提出");
  }
}
