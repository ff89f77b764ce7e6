package org.liangpai.security.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnSiteTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # fetch site, origin, host, by TLS
          ,            ,                        a.example:8080, false
          same-origin, ,                        a.example:8080, false
          none,        ,                        a.example:8080, false
          Same-Origin, http://a.example:8080,   a.example:8080, false
          ,            http://A.example:8080,   a.example:8080, false
          ,            http://a.example,        a.example:80,   false
          ,            https://a.example,       a.example,      true
          ,            https://a.example:443,   a.example,      true
          ,            https://a.example,       a.example,      false
          ,            http://[::1]:8080,       [::1]:8080,     false
          """)
  void own_isWhatComesFromTheSameOrigin_orSaysNothing(
      String site, String origin, String host, boolean isTls) {
    assertThat(OwnSite.isForeign(site, origin, host, isTls)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          cross-site,  ,                            a.example:8080, false
          same-site,   ,                            a.example:8080, false
          anything,    ,                            a.example:8080, false
          cross-site,  http://a.example:8080,       a.example:8080, false
          same-origin, http://evil.example,         a.example:8080, false
          ,            http://a.example:8081,       a.example:8080, false
          ,            http://a.example,            a.example:8080, false
          ,            http://a.example,            a.example,      true
          ,            http://a.example.evil:8080,  a.example:8080, false
          ,            http://evil.a.example:8080,  a.example:8080, false
          ,            http://a.example:8080@evil,  a.example:8080, false
          ,            null,                        a.example:8080, false
          ,            '',                          a.example:8080, false
          ,            http://a.example:8080 x,     a.example:8080, false
          ,            http://a.example:8080,       ,               false
          """)
  void foreign_isWhateverElseABrowserSays(String site, String origin, String host, boolean isTls) {
    assertThat(OwnSite.isForeign(site, origin, host, isTls)).isTrue();
  }
}
