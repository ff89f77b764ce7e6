package org.liangpai.intake.api;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.liangpai.testsupport.Tester;

@QuarkusTest
class LargeBodiesTest {

  private static final int MOST = (int) LargeBodies.LARGEST_OTHER;

  @TestHTTPResource URI service;

  @Test
  void takesABodyOfTheLargestSize_andNoneBeyond() throws IOException {
    given()
        .contentType(ContentType.JSON)
        .body(json(MOST))
        .post("/api/sweeps")
        .then()
        .statusCode(400);

    assertThat(announced("/api/sweeps", MOST + 1L))
        .startsWith("HTTP/1.1 413 ")
        .contains("application/problem+json", "4MB", "no-store");
  }

  @Test
  void refusesABodyThatDoesNotTellItsSize() throws IOException, InterruptedException {
    assertThat(chunked(MOST)).isEqualTo(400);
    assertThat(chunked(MOST + 1)).isEqualTo(413);
  }

  @Test
  void takesALargerImport_butNotTheLargest() throws IOException {
    given()
        .multiPart("units", "units.csv", new byte[MOST + 1])
        .post("/api/imports")
        .then()
        .statusCode(400)
        .body("detail", containsString("不是文本"));

    assertThat(announced("/api/imports", (512L << 20) + 1)).startsWith("HTTP/1.1 413 ");
  }

  /** A month that is none, behind many blanks. */
  private static byte[] json(int size) {
    String end = "{\"month\":\"x\"}";
    return (" ".repeat(size - end.length()) + end).getBytes(UTF_8);
  }

  private int chunked(int size) throws IOException, InterruptedException {
    InputStream body = new ByteArrayInputStream(json(size));
    HttpRequest request =
        HttpRequest.newBuilder(service.resolve("/api/sweeps"))
            .version(HttpClient.Version.HTTP_1_1)
            .header("Authorization", Tester.AUTHORIZATION)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofInputStream(() -> body))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofString(UTF_8));
    return answer.statusCode();
  }

  /** What is answered to a body that is announced and not sent. */
  private String announced(String path, long size) throws IOException {
    try (Socket socket = new Socket(service.getHost(), service.getPort())) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      out.write(
          """
          POST %s HTTP/1.1
          Host: localhost
          Authorization: %s
          Content-Type: application/json
          Content-Length: %d

          """
              .formatted(path, Tester.AUTHORIZATION, size)
              .replace("\n", "\r\n")
              .getBytes(UTF_8));
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}
