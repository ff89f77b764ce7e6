package org.liangpai.account;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.liangpai.notice.Addressee;
import org.liangpai.notice.Notice;
import org.liangpai.notice.NoticeKind;
import org.liangpai.shared.ClockProducer;

/** What the holder of an account reads of one change. */
record HolderNotice(AccountChange change, String detail, String by, Instant at) {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(ClockProducer.ZONE);

  /** The notice to the holder. */
  Notice to(String account) {
    return new Notice(
        "ACCOUNT " + UUID.randomUUID(),
        NoticeKind.SECURITY,
        change.title(),
        body(),
        change.link(),
        List.of(Addressee.account(account)));
  }

  /** What happened, by whom and when, and what to do if it should not have. */
  String body() {
    return MOMENT.format(at)
        + "，您的"
        + (change.title().startsWith("账号") ? "" : "账号")
        + change.title()
        + (detail == null || detail.isBlank() ? "" : "：" + detail)
        + "。办理人："
        + by
        + "。如果您不知情，请马上修改密码、结束不认识的会话，并告诉安全管理员和审计管理员。";
  }
}
