package org.liangpai.notice;

import org.liangpai.shared.Refusal;

/** Something that cannot be done with messages and robots as they are. */
public final class NoticeRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  private NoticeRefused(String code, String message) {
    super(code, message);
  }

  static NoticeRefused notDead() {
    return new NoticeRefused("message-not-dead", "这条消息不在发送失败的消息中，可能已经重新发送");
  }

  static NoticeRefused trialFailed(String reason) {
    return new NoticeRefused("robot-trial-failed", "测试消息没有发出去：" + reason);
  }

  static NoticeRefused tooMany() {
    return new NoticeRefused("robot-budget-used", "这个机器人一分钟内已发送20条，请稍后再试");
  }
}
