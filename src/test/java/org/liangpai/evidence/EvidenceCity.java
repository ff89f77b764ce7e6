package org.liangpai.evidence;

import static io.restassured.RestAssured.given;

import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.liangpai.shared.NamedStatement;
import org.liangpai.testsupport.OwnerTransactions;
import org.liangpai.testsupport.Tester;

/** The words in which the tests of evidence speak: who sends what to which line. */
@Singleton
class EvidenceCity {

  static final String CARD = "W1-2026-0001";
  static final String OTHER_CARD = "W3-2026-0001";
  static final String SECRETARY = Tester.with("BRANCH_SECRETARY@B1");
  static final String OFFICER = Tester.with("COMMITTEE_OFFICER@W1");
  static final String ELSEWHERE = Tester.with("BRANCH_SECRETARY@B9");

  private final OwnerTransactions owner;

  EvidenceCity(OwnerTransactions owner) {
    this.owner = owner;
  }

  /** The only line of a card. */
  long line(String card) {
    return Long.parseLong(value("SELECT id FROM card_line WHERE card_number = '" + card + "'"));
  }

  String value(String sql) {
    return owner.call(
        connection ->
            NamedStatement.of(sql).list(connection, row -> row.getString(1)).stream()
                .findFirst()
                .orElse(null));
  }

  void execute(String sql) {
    owner.call(connection -> NamedStatement.of(sql).execute(connection));
  }

  Response text(String who, String happenedOn, String note) {
    return json(who, Map.of("kind", "TEXT", "happenedOn", happenedOn, "note", note));
  }

  Response record(String who, String month) {
    return json(who, Map.of("kind", "RECORD", "month", month));
  }

  Response file(String name, byte[] content) {
    return file(SECRETARY, name, content);
  }

  Response file(String who, String name, byte[] content) {
    return given()
        .header("Authorization", who)
        .multiPart(
            new MultiPartSpecBuilder(content)
                .controlName("file")
                .fileName(name)
                .mimeType("application/octet-stream")
                .charset(StandardCharsets.UTF_8)
                .build())
        .multiPart("lineId", String.valueOf(line(CARD)))
        .multiPart("happenedOn", "2026-11-02")
        .post("/api/cards/" + CARD + "/evidence");
  }

  /**
   * The same as a browser does it, with the name as it is: the library of the others knows ASCII.
   */
  JsonPath browsed(URI service, String name, byte[] content) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    String part = "--frontier\r\nContent-Disposition: form-data; name=\"";
    body.writeBytes(
        (part + "lineId\"\r\n\r\n" + line(CARD) + "\r\n").getBytes(StandardCharsets.UTF_8));
    body.writeBytes((part + "happenedOn\"\r\n\r\n2026-11-02\r\n").getBytes(StandardCharsets.UTF_8));
    body.writeBytes(
        (part + "file\"; filename=\"" + name + "\"\r\nContent-Type: application/pdf\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n--frontier--\r\n".getBytes(StandardCharsets.UTF_8));
    HttpRequest request =
        HttpRequest.newBuilder(service.resolve("/api/cards/" + CARD + "/evidence"))
            .version(HttpClient.Version.HTTP_1_1)
            .header("Authorization", SECRETARY)
            .header("Content-Type", "multipart/form-data; boundary=frontier")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
            .build();
    try {
      return new JsonPath(
          HttpClient.newHttpClient()
              .send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
              .body());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException ended) {
      throw new IllegalStateException(ended);
    }
  }

  Response withdraw(String who, String id, String reason) {
    return given()
        .header("Authorization", who)
        .contentType("application/json")
        .body(Map.of("reason", reason))
        .post("/api/evidence/" + id + "/withdrawal");
  }

  Response content(String who, String id) {
    return given().header("Authorization", who).get("/api/evidence/" + id + "/content");
  }

  List<Map<String, Object>> list(String who) {
    return given()
        .header("Authorization", who)
        .get("/api/cards/" + CARD + "/evidence")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("");
  }

  private Response json(String who, Map<String, String> fields) {
    Map<String, Object> body = new HashMap<>(fields);
    body.put("lineId", line(CARD));
    return given()
        .header("Authorization", who)
        .contentType("application/json")
        .body(body)
        .post("/api/cards/" + CARD + "/evidence");
  }
}
