package org.liangpai.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTest {

  @ParameterizedTest
  @CsvSource({
    "/api/me, /api/me",
    "/api;a=b/me, /api/me",
    "/api;a=b;c/me;d=e, /api/me",
    "/api;/me;, /api/me",
    "/;x/api, //api",
    "/, /"
  })
  void path_isThatOfTheRoute_withoutMatrixParameters(String path, String found) {
    assertThat(RequestPath.of(path)).isEqualTo(found);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/me", "/api;a=b/me", "/api;/", "/api/"})
  void api_isWhatProgramsUse(String path) {
    assertThat(RequestPath.isApi(path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api", "/apis/me", "/API/me", "/x;/api/me", "/account/api/"})
  void page_isWhateverElseThereIs(String path) {
    assertThat(RequestPath.isApi(path)).isFalse();
  }
}
