package org.liangpai.notice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Plays the vendors: it takes what is guarded as the chat asks, and nothing else. */
class StubRobot implements AutoCloseable {

  static final String SECRET = "SECgeheim";
  static final String KEY = "k-geheim";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What was taken. */
  record Taken(String path, String text, String id) {}

  /** How the chat is guarded. */
  enum Guard {
    SIGNATURE,
    KEYWORD
  }

  private static final String KEYWORD = "支部预警亮牌";

  /** How the chat is guarded now. */
  volatile Guard guard = Guard.SIGNATURE;

  final List<Taken> taken = new CopyOnWriteArrayList<>();

  /** What it answers instead of what it should, or {@code null}. */
  volatile String fault;

  /** Whether it begins an answer and never ends it. */
  volatile boolean hangs;

  private final HttpServer server;

  StubRobot() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    JsonNode body = JSON.readTree(exchange.getRequestBody());
    Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
    String path = exchange.getRequestURI().getPath();
    String text =
        switch (path) {
          case "/robot/send" -> dingTalk(query, body);
          case "/cgi-bin/webhook/send" -> weCom(query, body);
          default -> feishu(body);
        };
    if (hangs) {
      exchange.sendResponseHeaders(200, 100);
      exchange.getResponseBody().flush();
    } else if (fault != null) {
      send(exchange, fault.startsWith("{") ? 200 : Integer.parseInt(fault), fault);
    } else if (text == null) {
      send(exchange, 200, "{\"errcode\":310000,\"errmsg\":\"sign not match\"}");
    } else {
      taken.add(new Taken(path, text, exchange.getRequestHeaders().getFirst("Idempotency-Key")));
      send(
          exchange,
          200,
          path.startsWith("/open-apis")
              ? "{\"code\":0,\"msg\":\"success\"}"
              : "{\"errcode\":0,\"errmsg\":\"ok\"}");
    }
  }

  private String dingTalk(Map<String, String> query, JsonNode body) {
    String timestamp = query.getOrDefault("timestamp", "");
    boolean isRight =
        KEY.equals(query.get("access_token")) && body.path("msgtype").asText().equals("text");
    String text = body.path("text").path("content").asText();
    String sign = hmac(SECRET, timestamp + "\n" + SECRET);
    return isRight && passes(text, sign, query.get("sign")) ? text : null;
  }

  private static String weCom(Map<String, String> query, JsonNode body) {
    return KEY.equals(query.get("key")) && body.path("msgtype").asText().equals("text")
        ? body.path("text").path("content").asText()
        : null;
  }

  private String feishu(JsonNode body) {
    String timestamp = body.path("timestamp").asText();
    String text = body.path("content").path("text").asText();
    String sign = hmac(timestamp + "\n" + SECRET, "");
    boolean isRight = body.path("msg_type").asText().equals("text");
    return isRight && passes(text, sign, body.path("sign").textValue()) ? text : null;
  }

  /** A chat that is guarded by a keyword wants no signature. */
  private boolean passes(String text, String wanted, String sign) {
    return switch (guard) {
      case SIGNATURE -> wanted.equals(sign);
      case KEYWORD -> sign == null && text.contains(KEYWORD);
    };
  }

  private static String hmac(String key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static Map<String, String> query(String text) {
    Map<String, String> query = new TreeMap<>();
    for (String pair : text == null ? new String[0] : text.split("&")) {
      int at = pair.indexOf('=');
      query.put(
          pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
    }
    return query;
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
