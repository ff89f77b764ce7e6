package org.liangpai.evidence;

import org.liangpai.shared.Refusal;

/** Evidence that cannot be added, read or withdrawn as things are. */
final class EvidenceRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  private EvidenceRefused(String code, String message) {
    super(code, message);
  }

  static EvidenceRefused lineClosed() {
    return new EvidenceRefused("evidence-line-closed", "这一情形已经销号或撤下，不能再添加佐证");
  }

  static EvidenceRefused tooMany(int most) {
    return new EvidenceRefused("evidence-too-many", "每个情形最多" + most + "件佐证（含已撤回的），已达到上限");
  }

  static EvidenceRefused already() {
    return new EvidenceRefused("evidence-already-there", "同样的佐证已经添加过，不必重复添加");
  }

  static EvidenceRefused notFiled(String month) {
    return new EvidenceRefused("evidence-record-not-filed", month + "的纪实没有上报或已被退回，不能作为佐证");
  }

  static EvidenceRefused infected(String signature) {
    return new EvidenceRefused(
        "evidence-infected", "文件没有保存：查毒发现“" + signature + "”。请清除病毒后重新上传，或改用文字说明");
  }

  static EvidenceRefused scannerAway() {
    return new EvidenceRefused("evidence-scanner-away", "查毒服务暂时没有回应，文件没有保存，请稍后再试；急用可先填写文字说明");
  }

  static EvidenceRefused storeAway() {
    return new EvidenceRefused("evidence-store-away", "佐证文件库暂时无法使用，请稍后再试");
  }

  static EvidenceRefused damaged() {
    return new EvidenceRefused("evidence-damaged", "这份佐证文件与上传时不一致（校验值不符）或已丢失，不能提供下载，请联系系统管理员");
  }

  static EvidenceRefused notOwn() {
    return new EvidenceRefused("evidence-not-own", "只有添加这件佐证的人可以撤回它");
  }

  static EvidenceRefused withdrawnBefore() {
    return new EvidenceRefused("evidence-withdrawn", "这件佐证已经撤回");
  }

  static EvidenceRefused accepted() {
    return new EvidenceRefused("evidence-accepted", "这一情形已经验收通过，佐证不能再撤回");
  }
}
