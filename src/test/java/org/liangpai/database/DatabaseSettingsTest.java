package org.liangpai.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseSettingsTest {

  @Test
  void usesTheDefaults_whenNothingOrBlankIsGiven() {
    DatabaseSettings settings = DatabaseSettings.from(Map.of("LIANGPAI_DATABASE_PORT", " "));

    assertThat(settings.port()).isEqualTo(15439);
    assertThat(settings.cluster()).isEqualTo(Path.of("data/postgres").toAbsolutePath());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "65535"})
  void takesAPort_withinTheRange(String port) {
    assertThat(DatabaseSettings.from(Map.of("LIANGPAI_DATABASE_PORT", port)).port())
        .isEqualTo(Integer.parseInt(port));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "-1", "five", "999999999999"})
  void refusesAPort_outsideOfIt(String port) {
    assertThatThrownBy(() -> DatabaseSettings.from(Map.of("LIANGPAI_DATABASE_PORT", port)))
        .isInstanceOf(DatabaseRefused.class)
        .hasMessageContaining("“" + port + "”");
  }
}
