package org.liangpai.audit;

/** What was done. */
public enum Act {
  SIGNED_IN("登录"),
  SIGN_IN_FAILED("登录失败"),
  SIGNED_OUT("退出登录"),
  SESSION_ENDED("会话被结束"),
  ACCOUNT_LOCKED("账号被锁定"),
  ACCESS_REFUSED("访问被拒绝"),
  NOT_SHOWN("查无此项或不在管理范围"),
  SERVICE_SET_UP("初始化"),
  ACCOUNT_CREATED("新建账号"),
  ACCOUNT_ACTIVATED("启用账号"),
  ACCOUNT_DEACTIVATED("停用账号"),
  ACCOUNT_UNLOCKED("解除锁定"),
  PASSWORD_CHANGED("修改密码"),
  PASSWORD_RESET("重置密码"),
  SECOND_FACTOR_ADDED("绑定动态口令"),
  SECOND_FACTOR_REMOVED("解除动态口令"),
  TOKEN_ISSUED("签发访问令牌"),
  TOKEN_REVOKED("吊销访问令牌"),
  POST_ASSIGNED("任命岗位"),
  POST_ENDED("结束任职"),
  DATA_IMPORTED("导入数据"),
  BRANCH_FILED("填报名册"),
  RECORD_FILED("上报月度纪实"),
  RECORD_RETURNED("退回月度纪实"),
  SWEEP_STARTED("开始排查"),
  SWEEP_CANCELLED("取消排查"),
  SWEEP_ENDED("排查结束"),
  FINDING_DECIDED("核实疑似问题"),
  CARD_ISSUED("亮牌"),
  CARD_LEVEL_CHANGED("调整亮牌等级"),
  EXPORTED("导出数据"),
  NAMES_READ("查看姓名"),
  TRAIL_READ("查阅审计记录"),
  TRAIL_VERIFIED("校验审计记录"),
  CHECKPOINT_WRITTEN("写出检查点"),
  TRAIL_ARCHIVED("归档审计记录"),
  TRAIL_PURGED("清理审计记录");

  private final String label;

  Act(String label) {
    this.label = label;
  }

  /** The Chinese name. */
  public String label() {
    return label;
  }
}
