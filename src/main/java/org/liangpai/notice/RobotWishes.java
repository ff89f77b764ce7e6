package org.liangpai.notice;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.liangpai.shared.Invalid;

/**
 * What a robot is to be.
 *
 * @param url with its key; empty to keep the one that is there
 * @param secret by which messages are signed; empty to keep what is there, and for a new robot none
 * @param unsigned to sign nothing any more
 */
public record RobotWishes(
    RobotKind kind,
    String name,
    String unitCode,
    String url,
    String secret,
    boolean unsigned,
    Rhythm rhythm) {

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_URL = 1_000;
  private static final int LAST_PORT = 65_535;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final String ANY = "*";

  /** Refuses what cannot be, but for what may be left empty. */
  void check(Set<String> hosts) {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new Invalid("name", "请填写名称，不超过" + LONGEST_NAME + "字");
    }
    if (!secret.isEmpty() && unsigned) {
      throw new Invalid("secret", "不再加签时请不要填写密钥");
    }
    if (!url.isEmpty()) {
      checkAddress(hosts);
    }
  }

  private void checkAddress(Set<String> hosts) {
    URI address;
    try {
      address = new URI(url);
    } catch (URISyntaxException malformed) {
      throw new Invalid("url", "机器人的地址不是有效的网址");
    }
    String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
    String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    boolean isSafe = scheme.equals("https") || scheme.equals("http") && LOOPBACK.contains(host);
    if (!isSafe || url.length() > LONGEST_URL || address.getUserInfo() != null) {
      throw new Invalid("url", "机器人的地址须以 https:// 开头");
    }
    if (address.getRawFragment() != null) {
      throw new Invalid("url", "机器人的地址不能带“#”");
    }
    if (address.getPort() == 0 || address.getPort() > LAST_PORT) {
      throw new Invalid("url", "机器人的地址中的端口应为1到" + LAST_PORT);
    }
    if (!hosts.contains(host) && !hosts.contains(ANY)) {
      throw new Invalid("url", "不能发送到“" + host + "”，可以是：" + String.join("、", hosts));
    }
  }

  @Override
  public String toString() {
    return kind + " " + unitCode;
  }
}
