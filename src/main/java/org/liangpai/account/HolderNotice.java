package org.liangpai.account;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.liangpai.shared.ClockProducer;

/** What the holder of an account reads of one change. */
record HolderNotice(AccountChange change, String detail, String by, Instant at) {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(ClockProducer.ZONE);

  /** What happened, by whom and when, and what to do if it should not have. */
  String body() {
    return MOMENT.format(at)
        + "，您的账号"
        + change.title()
        + (detail == null || detail.isBlank() ? "" : "：" + detail)
        + "。办理人："
        + by
        + "。如果您不知情，请马上修改密码、结束不认识的会话，并告诉安全管理员和审计管理员。";
  }
}
