package org.liangpai.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Over sockets that send as slowly as we like; the deadlines of tests are shorter. */
@QuarkusTest
class SlowConnectionsTest {

  private static final String REQUEST = "GET /api/nothing HTTP/1.1\r\nHost: localhost\r\n\r\n";
  private static final String FORM =
      "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n"
          + "Content-Type: application/x-www-form-urlencoded\r\n\r\na=";

  private static final int BODY_MILLIS = 8_000;
  private static final int LONGEST_WAIT = 30_000;

  @Test
  void closes_whatSendsNoWholeRequest_whileOthersAreServed() throws Exception {
    try (Socket silent = open();
        Socket dripping = open();
        Socket stalled = open();
        Socket sending = open();
        Socket patient = open()) {
      send(patient, REQUEST);
      assertThat(statusOf(patient)).contains("404");
      send(dripping, "GET / HTTP/1.1\r\nHost:");
      send(stalled, FORM);
      send(sending, FORM);

      assertThat(silent.getInputStream().read()).isEqualTo(-1);
      assertThat(dripping.getInputStream().read()).isEqualTo(-1);
      for (int second = 0; second < 2 * BODY_MILLIS / 1_000 - 3; second++) {
        send(sending, "x");
        Thread.sleep(1_000);
      }
      assertThat(stalled.getInputStream().read()).isEqualTo(-1);
      send(sending, "x".repeat(10));
      Thread.sleep(200);
      assertThat(sending.getInputStream().available()).isZero();
      send(patient, REQUEST);
      assertThat(statusOf(patient)).contains("404");
      send(sending, "x".repeat(100_000));
      assertThat(statusOf(sending)).startsWith("HTTP/1.1 4");
    }
  }

  private static Socket open() throws IOException {
    Socket socket = new Socket("127.0.0.1", RestAssured.port);
    socket.setSoTimeout(LONGEST_WAIT);
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String statusOf(Socket socket) throws Exception {
    InputStream in = socket.getInputStream();
    StringBuilder status = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      status.append((char) next);
    }
    // The rest of the answer, which comes with its first line.
    Thread.sleep(200);
    in.skipNBytes(in.available());
    return status.toString();
  }
}
