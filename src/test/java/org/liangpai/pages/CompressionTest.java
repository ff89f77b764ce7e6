package org.liangpai.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes over slow lines is compressed, but for what another site asks for. */
@QuarkusTest
class CompressionTest {

  @TestHTTPResource("/")
  URI home;

  @ParameterizedTest
  @CsvSource({
    "sign-in",
    "liangpai.css",
    "level-colours.css",
    "refusals.js",
    "webjars/htmx.org/dist/htmx.min.js"
  })
  void pagesAndFiles_areCompressed(String path) throws Exception {
    assertThat(encoding(path, null)).contains("gzip");
    assertThat(encoding(path, "same-origin")).contains("gzip");
    assertThat(encoding(path, "none")).contains("gzip");
  }

  @ParameterizedTest
  @CsvSource({"cross-site", "same-site"})
  void pageThatAnotherSiteAsksFor_isNot(String site) throws Exception {
    assertThat(encoding("sign-in", site)).isNotEqualTo(Optional.of("gzip"));
  }

  private Optional<String> encoding(String path, String site)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(home.resolve(path))
            .header("Accept", "text/html,*/*")
            .header("Accept-Encoding", "gzip");
    if (site != null) {
      request.header("Sec-Fetch-Site", site);
    }
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    return answer.headers().firstValue("Content-Encoding");
  }
}
