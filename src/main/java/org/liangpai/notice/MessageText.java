package org.liangpai.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
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

  /**
   * What is told to a group chat: the name of the service, which a vendor can be told to ask for as
   * the keyword of a message, as many whole notices as go into so many bytes, and how many more
   * there are. Whom a proposal of accountability concerns is not for everybody in the chat.
   */
  String chat(List<ToldNotice> all, int most) {
    List<ToldNotice> notices = discreet(all);
    for (int shown = notices.size(); shown > 0; shown--) {
      String more =
          shown == notices.size() ? "" : "\n\n另有" + (notices.size() - shown) + "条，请登录系统查看。";
      String text = headed(text(notices.subList(0, shown)) + more);
      if (Utf8.length(text) <= most) {
        return text;
      }
    }
    return Utf8.cut(headed(text(notices.subList(0, 1))), most);
  }

  private static String headed(String text) {
    return SERVICE + "\n" + text;
  }

  private static List<ToldNotice> discreet(List<ToldNotice> all) {
    List<ToldNotice> told =
        new ArrayList<>(
            all.stream().filter(one -> one.kind() != NoticeKind.ACCOUNTABILITY).toList());
    int proposals = all.size() - told.size();
    if (proposals > 0) {
      told.add(
          new ToldNotice(
              NoticeKind.ACCOUNTABILITY,
              "有" + proposals + "条问责建议待决定",
              "请登录系统办理。",
              "/accountability"));
    }
    return told;
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
