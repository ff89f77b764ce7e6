package org.liangpai.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What is sent to a robot: the text in the form of its vendor, signed if its robot has a secret.
 *
 * @param url with key and signature
 */
record RobotRequest(URI url, String body) {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String ALGORITHM = "HmacSHA256";

  static RobotRequest of(RobotKind kind, String url, String secret, String text, Instant now) {
    return switch (kind) {
      case DINGTALK -> dingTalk(url, secret, text, now);
      case WECOM -> unsigned(url, text("msgtype", "content", text));
      case FEISHU -> feishu(url, secret, text, now);
    };
  }

  /** Milliseconds and signature stand in the address. The secret is the key of the signature. */
  private static RobotRequest dingTalk(String url, String secret, String text, Instant now) {
    if (secret == null) {
      return unsigned(url, text("msgtype", "content", text));
    }
    long millis = now.toEpochMilli();
    String sign = signature(secret, millis + "\n" + secret);
    String signed =
        "%s%stimestamp=%d&sign=%s"
            .formatted(
                url,
                url.contains("?") ? "&" : "?",
                millis,
                URLEncoder.encode(sign, StandardCharsets.UTF_8));
    return new RobotRequest(URI.create(signed), json(text("msgtype", "content", text)));
  }

  /**
   * Seconds and signature stand in the body. Here both are the key, and nothing is signed by it.
   */
  private static RobotRequest feishu(String url, String secret, String text, Instant now) {
    String seconds = Long.toString(now.getEpochSecond());
    Map<String, Object> body = text("msg_type", "text", text);
    body.put("content", body.remove("text"));
    if (secret == null) {
      return unsigned(url, body);
    }
    body.put("timestamp", seconds);
    body.put("sign", signature(seconds + "\n" + secret, ""));
    return new RobotRequest(URI.create(url), json(body));
  }

  private static RobotRequest unsigned(String url, Map<String, ?> body) {
    return new RobotRequest(URI.create(url), json(body));
  }

  private static Map<String, Object> text(String type, String field, String text) {
    return new TreeMap<>(Map.of(type, "text", "text", Map.of(field, text)));
  }

  private static String signature(String key, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static String json(Map<String, ?> body) {
    try {
      return MAPPER.writeValueAsString(body);
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException(fault);
    }
  }

  @Override
  public String toString() {
    return "request to a robot";
  }
}
