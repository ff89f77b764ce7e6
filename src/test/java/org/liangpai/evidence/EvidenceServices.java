package org.liangpai.evidence;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * A small store that speaks S3 and a virus scanner that speaks clamd, each on a port of its own.
 * What they hold and how they behave is told through system properties of the test's JVM, because
 * they are loaded apart from the test.
 */
public class EvidenceServices implements QuarkusTestResourceLifecycleManager {

  /** How the scanner behaves: {@code DOWN} closes every connection without an answer. */
  static final String SCANNER = "org.liangpai.evidence.scanner";

  /** A signature that the scanner finds, as the EICAR test file has one. */
  static final String SIGNATURE = "LIANGPAI-TEST-SIGNATURE";

  /** The keys of the objects that the store holds, one a line. */
  static final String KEYS = "org.liangpai.evidence.keys";

  private static final String BUCKET = "/liangpai/";

  private final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();
  private HttpServer store;
  private ServerSocket scanner;

  @Override
  public Map<String, String> start() {
    try {
      store = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      store.createContext("/", this::answer);
      store.start();
      scanner = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      Thread scanning = new Thread(this::scan, "clamd");
      scanning.setDaemon(true);
      scanning.start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    Map<String, String> config = new TreeMap<>();
    config.put("liangpai.evidence.store", "s3");
    config.put("liangpai.evidence.s3.endpoint", "http://127.0.0.1:" + store.getAddress().getPort());
    config.put("liangpai.evidence.s3.bucket", "liangpai");
    config.put("liangpai.evidence.s3.access-key", "tester");
    config.put("liangpai.evidence.s3.secret-key", "only for tests");
    config.put("liangpai.evidence.scanner", "clamd");
    config.put("liangpai.evidence.clamd.port", String.valueOf(scanner.getLocalPort()));
    config.put("liangpai.evidence.clamd.timeout", "PT5S");
    return config;
  }

  @Override
  public void stop() {
    System.clearProperty(SCANNER);
    System.clearProperty(KEYS);
    try {
      if (store != null) {
        store.stop(0);
      }
      if (scanner != null) {
        scanner.close();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String asked = exchange.getRequestURI().getPath();
    String path = asked.endsWith("/") || asked.indexOf('/', 1) > 0 ? asked : asked + "/";
    String signature = exchange.getRequestHeaders().getFirst("Authorization");
    byte[] sent = exchange.getRequestBody().readAllBytes();
    if (signature == null
        || !signature.startsWith("AWS4-HMAC-SHA256 Credential=tester/")
        || !signature.contains("Signature=")
        || !path.startsWith(BUCKET)) {
      send(exchange, 403, error("AccessDenied"));
      return;
    }
    String key = path.substring(BUCKET.length());
    switch (exchange.getRequestMethod()) {
      case "PUT" -> {
        objects.put(key, sent);
        tellKeys();
        send(exchange, 200, new byte[0]);
      }
      case "DELETE" -> {
        objects.remove(key);
        tellKeys();
        send(exchange, 204, null);
      }
      default -> get(exchange, key);
    }
  }

  /** Told before the answer goes out, so that who has the answer reads what it changed. */
  private void tellKeys() {
    System.setProperty(KEYS, String.join("\n", objects.keySet()));
  }

  private void get(HttpExchange exchange, String key) throws IOException {
    if (key.isEmpty()) {
      send(exchange, 200, listing());
    } else if (objects.containsKey(key)) {
      send(exchange, 200, objects.get(key));
    } else {
      send(exchange, 404, error("NoSuchKey"));
    }
  }

  private byte[] listing() {
    StringBuilder list = new StringBuilder("<ListBucketResult><IsTruncated>false</IsTruncated>");
    objects
        .keySet()
        .forEach(
            key ->
                list.append("<Contents><Key>")
                    .append(key)
                    .append("</Key><LastModified>")
                    .append(Instant.parse("2026-11-01T00:00:00Z"))
                    .append("</LastModified></Contents>"));
    return list.append("</ListBucketResult>").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] error(String code) {
    return ("<Error><Code>" + code + "</Code></Error>").getBytes(StandardCharsets.UTF_8);
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/xml");
    boolean empty = body == null || body.length == 0;
    exchange.sendResponseHeaders(status, empty ? -1 : body.length);
    if (!empty) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private void scan() {
    while (!scanner.isClosed()) {
      try (Socket asked = scanner.accept()) {
        if (!"DOWN".equals(System.getProperty(SCANNER))) {
          asked.getOutputStream().write(found(asked).getBytes(StandardCharsets.US_ASCII));
        }
      } catch (IOException ended) {
        // The test went on.
      }
    }
  }

  private static String found(Socket asked) throws IOException {
    DataInputStream in = new DataInputStream(asked.getInputStream());
    String command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
    if (!"zINSTREAM\0".equals(command)) {
      return "UNKNOWN COMMAND\0";
    }
    StringBuilder content = new StringBuilder();
    for (int length = in.readInt(); length > 0; length = in.readInt()) {
      content.append(new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
    }
    return content.indexOf(SIGNATURE) < 0
        ? "stream: OK\0"
        : "stream: Liangpai.Test.Signature FOUND\0";
  }
}
