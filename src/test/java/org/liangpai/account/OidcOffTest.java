package org.liangpai.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without the configuration no identity provider signs anybody in. */
@QuarkusTest
class OidcOffTest {

  @Inject OidcSettings settings;

  @Test
  void provider_isOff_unlessConfigured() {
    assertThat(settings.isEnabled()).isFalse();
  }

  @Test
  void signInPage_offersNoProvider() {
    given().noFilters().get("/sign-in").then().body(not(containsString("统一身份认证")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/sign-in/oidc",
        "/sign-in/oidc/callback",
        "/sign-in/oidc/callback?code=1&state=2"
      })
  void addresses_leadToTheSignInPage(String path) {
    given()
        .noFilters()
        .redirects()
        .follow(false)
        .cookie("q_auth_2", "2")
        .get(path)
        .then()
        .statusCode(303)
        .header("Location", endsWith("/sign-in"));
  }
}
