package org.liangpai.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Collectors;

/** Puts notices into the words of a message: plain text, so that nothing in it can be a command. */
@ApplicationScoped
class MessageText {

  private static final String SERVICE = "支部预警亮牌";

  private final NoticeConfig config;

  MessageText(NoticeConfig config) {
    this.config = config;
  }

  /** One line. */
  String subject(List<ToldNotice> notices) {
    return notices.size() == 1 ? title(notices.get(0)) : SERVICE + "：" + notices.size() + "条通知";
  }

  /** The whole text. */
  String text(List<ToldNotice> notices) {
    return notices.stream().map(this::told).collect(Collectors.joining("\n\n"))
        + (config.address().isEmpty() ? "\n\n请登录" + SERVICE + "系统查看。" : "");
  }

  /** As many whole notices as go into so many bytes, and how many more there are. */
  String text(List<ToldNotice> notices, int most) {
    for (int shown = notices.size(); shown > 0; shown--) {
      String more =
          shown == notices.size() ? "" : "\n\n另有" + (notices.size() - shown) + "条，请登录系统查看。";
      String text = text(notices.subList(0, shown)) + more;
      if (Utf8.length(text) <= most) {
        return text;
      }
    }
    return Utf8.cut(text(notices.subList(0, 1)), most);
  }

  private String told(ToldNotice notice) {
    String link =
        config
            .address()
            .map(address -> "\n" + address.toString().replaceAll("/$", "") + notice.link())
            .orElse("");
    return title(notice) + "\n" + notice.body() + link;
  }

  private static String title(ToldNotice notice) {
    return "【" + notice.kind().label() + "】" + notice.title();
  }
}
