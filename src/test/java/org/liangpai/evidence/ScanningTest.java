package org.liangpai.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a file while nobody can look for viruses in it. */
class ScanningTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void setUp() throws IOException {
    file = Files.write(folder.resolve("a.pdf"), SampleFiles.pdf());
  }

  @Test
  void isNotAsked_withoutAScanner() {
    assertThat(scanning(Map.of()).scan(file)).isFalse();
  }

  @Test
  void refuses_whileTheScannerIsAway() throws IOException {
    Map<String, String> away = Map.of("scanner", "clamd", "clamd.port", unusedPort());
    assertThatThrownBy(() -> scanning(away).scan(file))
        .isInstanceOf(EvidenceRefused.class)
        .hasMessageContaining("稍后再试");
  }

  @Test
  void letsItPassUnscanned_whereTheOperatorSaysSo() throws IOException {
    Map<String, String> away =
        Map.of("scanner", "clamd", "clamd.port", unusedPort(), "clamd.required", "false");
    assertThat(scanning(away).scan(file)).isFalse();
  }

  private static Scanning scanning(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>();
    all.put("liangpai.evidence.cleaning-cron", "off");
    settings.forEach((name, value) -> all.put("liangpai.evidence." + name, value));
    return new Scanning(
        new SmallRyeConfigBuilder()
            .withMapping(EvidenceConfig.class)
            .withConverter(MemorySize.class, 200, new MemorySizeConverter())
            .withSources(new PropertiesConfigSource(all, "test", 500))
            .build()
            .getConfigMapping(EvidenceConfig.class));
  }

  private static String unusedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return String.valueOf(socket.getLocalPort());
    }
  }
}
