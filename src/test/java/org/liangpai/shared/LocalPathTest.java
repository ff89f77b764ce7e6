package org.liangpai.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/findings?month=2026-10&unit=W1",
        "/branches/%E6%94%AF%E9%83%A8?month=2026-10#YX-02",
        "/sweeps/a?to=//elsewhere"
      })
  void takes_whatLiesHere(String asked) {
    assertThat(LocalPath.of(asked)).contains(asked);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "/\\elsewhere.example",
        "\\\\elsewhere.example",
        "/\t/elsewhere.example",
        " /",
        "javascript:alert(1)",
        "findings",
        "?to=/",
        "/sign-in",
        "/sign-in?to=/sign-in",
        "/sign-out",
        "/支部",
        "/%",
        "http:/findings"
      })
  void refuses_whatLiesElsewhereOrLeadsNowhere(String asked) {
    assertThat(LocalPath.of(asked)).isEmpty();
  }

  @Test
  void refuses_whatIsTooLong() {
    assertThat(LocalPath.of("/" + "a".repeat(999))).isPresent();
    assertThat(LocalPath.of("/" + "a".repeat(1_000))).isEmpty();
  }

  @Test
  void takesThePathOnly_ofWhatABrowserShows() {
    assertThat(LocalPath.shownBy("http://liangpai.example:8080/cards?level=RED"))
        .contains("/cards?level=RED");
    assertThat(LocalPath.shownBy("http://liangpai.example//elsewhere.example/")).isEmpty();
    assertThat(LocalPath.shownBy("about:blank")).isEmpty();
    assertThat(LocalPath.shownBy(null)).isEmpty();
  }
}
