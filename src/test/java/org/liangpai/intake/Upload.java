package org.liangpai.intake;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;

/** Uploads of the tests. */
final class Upload {

  private final RequestSpecification request = given();

  static Upload of(String part, String csv) {
    return new Upload().with(part, csv.getBytes(StandardCharsets.UTF_8));
  }

  static Upload workbook(byte[] bytes) {
    return new Upload().with("file", bytes);
  }

  Upload and(String part, String csv) {
    return with(part, csv.getBytes(StandardCharsets.UTF_8));
  }

  Upload with(String part, byte[] bytes) {
    request.multiPart(part, part.equals("file") ? "f.xlsx" : part + ".csv", bytes);
    return this;
  }

  Upload effectiveOn(String day) {
    request.multiPart("effectiveOn", day);
    return this;
  }

  Upload removals(String wish) {
    request.multiPart("removals", wish);
    return this;
  }

  ValidatableResponse post() {
    return request.post("/api/imports").then();
  }

  ValidatableResponse accepted() {
    return post().statusCode(200);
  }

  ValidatableResponse refused() {
    return post().statusCode(400).contentType("application/problem+json");
  }
}
