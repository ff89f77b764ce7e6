package org.liangpai.account;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Real accounts, made as a city makes them: through the API. */
public final class People {

  public static final String PASSWORD = "Lp-2026-good";

  /** What the system administrator gives; its holder makes {@link #PASSWORD} of it. */
  public static final String INITIAL = "Lent-4-a-while";

  public static final String TOKEN = "only for tests";

  /** Sets up the service with the root C1 and the administrators sys, sec and audit. */
  public Response setUp() {
    return setUp(TOKEN);
  }

  public Response setUp(String token) {
    return given()
        .noFilters()
        .contentType(ContentType.JSON)
        .body(
            Map.of(
                "token", token,
                "rootUnit", Map.of("unitCode", "C1", "unitName", "演练市委"),
                "administrators",
                    List.of(
                        administrator("SYSTEM", "sys"),
                        administrator("SECURITY", "sec"),
                        administrator("AUDIT", "aud"))))
        .post("/api/setup");
  }

  private static Map<String, String> administrator(String role, String name) {
    return Map.of("role", role, "name", name, "password", PASSWORD);
  }

  /** A request by an account, by HTTP Basic. */
  public RequestSpecification as(String account) {
    return as(account, PASSWORD);
  }

  public RequestSpecification as(String account, String password) {
    byte[] credentials = (account + ":" + password).getBytes(StandardCharsets.UTF_8);
    return given()
        .noFilters()
        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
  }

  public RequestSpecification json(String account, Object body) {
    return as(account).contentType(ContentType.JSON).body(body);
  }

  /** Makes an account that is active, without a post. */
  public void account(String name) {
    json("sys", Map.of("name", name, "password", INITIAL))
        .post("/api/accounts")
        .then()
        .statusCode(201);
    as("sec").post("/api/accounts/" + name + "/activation").then().statusCode(200);
    change(name, INITIAL, PASSWORD).then().statusCode(204);
  }

  /** Changes a password, as its holder. */
  public Response change(String name, String present, String password) {
    return as(name, present)
        .contentType(ContentType.JSON)
        .body(Map.of("present", present, "password", password))
        .post("/api/me/password");
  }

  /** Makes an active account and puts it into a post from today on. */
  public long hire(String name, String role, Map<String, String> place) {
    account(name);
    return assign(name, role, place).then().statusCode(201).extract().jsonPath().getLong("id");
  }

  public Response assign(String name, String role, Map<String, String> place) {
    Map<String, String> post = new HashMap<>(place);
    post.put("account", name);
    post.put("role", role);
    return json("sec", post).post("/api/posts");
  }

  /** Confirms what was asked for an administrator's account. */
  public Response confirm(String by, Response asked) {
    asked.then().statusCode(202);
    return as(by).post("/api/administrator-requests/" + asked.path("id") + "/confirmation");
  }

  /** The codes of what a list shows to an account. */
  public List<String> codes(String account, String path, String field) {
    return as(account).get(path).then().statusCode(200).extract().path("items." + field);
  }
}
