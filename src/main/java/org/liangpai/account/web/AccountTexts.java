package org.liangpai.account.web;

import io.quarkus.qute.TemplateExtension;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.liangpai.account.AccountTimeline;
import org.liangpai.account.PostView;
import org.liangpai.account.TokenView;
import org.liangpai.security.PermissionNames;
import org.liangpai.security.Role;

/** Sessions and posts as pages write them. */
@TemplateExtension
final class AccountTexts {

  private static final Map<String, String> BROWSERS = new LinkedHashMap<>();

  static {
    BROWSERS.put("MicroMessenger", "微信");
    BROWSERS.put("QQBrowser", "QQ浏览器");
    BROWSERS.put("360", "360浏览器");
    BROWSERS.put("Edg", "Edge浏览器");
    BROWSERS.put("Firefox", "Firefox浏览器");
    BROWSERS.put("Chrome", "Chrome浏览器");
    BROWSERS.put("Safari", "Safari浏览器");
  }

  private AccountTexts() {}

  /** The browser of a session by its usual name. */
  static String browser(String agent) {
    String text = agent == null ? "" : agent;
    return BROWSERS.entrySet().stream()
        .filter(one -> text.contains(one.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("其他");
  }

  /** The name of the unit or branch of a post, else its code; {@code null} if it has none. */
  static String place(PostView post) {
    String code = post.unitCode() == null ? post.branchCode() : post.unitCode();
    return post.placeName() == null ? code : post.placeName();
  }

  /** The role of the post that an event is about. */
  static String roleLabel(AccountTimeline.Event event) {
    return Role.valueOf(event.role()).label();
  }

  /** What a token may do, in words. */
  static String reachText(TokenView token) {
    return token.permissions().isEmpty()
        ? token.reach().label()
        : token.permissions().stream()
            .map(AccountTexts::permissionName)
            .collect(Collectors.joining("；"));
  }

  /** The Chinese name of a permission. */
  static String permissionName(String permission) {
    return PermissionNames.of(permission).orElse(permission);
  }

  /** Where a post of a role is. */
  static String seatLabel(Role role) {
    return switch (role.seat()) {
      case UNIT -> "设在党组织";
      case BRANCH -> "设在支部";
      case UNIT_OR_BRANCH -> "设在党组织或支部";
      case NOWHERE -> "不设在党组织和支部";
    };
  }
}
