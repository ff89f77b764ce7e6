package org.liangpai.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySourceTest {

  @TempDir Path data;

  private KeySource inFolder() {
    return KeySource.of("", null, data.resolve("new"));
  }

  @Test
  void file_isTheOwnersAlone() throws IOException {
    KeySource source = inFolder();
    source.add();

    assertThat(source.file()).isEqualTo(data.resolve("new/secrets.key"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(source.file())))
        .isEqualTo("rw-------");
  }

  @Test
  void newKey_comesAfterTheOld_whichStays() {
    KeySource source = inFolder();
    Key old = source.add().inUse();

    assertThat(run(source)).contains("旧密钥仍留在其中");

    Keyring now = source.keyring().orElseThrow();
    assertThat(now.knows(old.id())).isTrue();
    assertThat(now.inUse().id()).isNotEqualTo(old.id());
  }

  @Test
  void newKey_whereThereWasNone_isToldAsSuch() {
    assertThat(run(inFolder())).contains("原来没有密钥文件").doesNotContain("旧密钥仍留在其中");
  }

  @Test
  void newKey_isOnlyTold_whereTheOperatorKeepsTheKeys() {
    Key given = Key.random();
    KeySource source = KeySource.of(given.text(), null, data);

    String[] told = run(source).split("\n");

    assertThat(Key.read(told[1])).isPresent();
    assertThat(source.file()).doesNotExist();
    KeySource both = KeySource.of(given.text() + ", " + told[1], null, data);
    assertThat(both.keyring().orElseThrow().knows(given.id())).isTrue();
    assertThat(both.keyring().orElseThrow().inUse().text()).isEqualTo(told[1]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "no key", "AAAA", "AAAA\nAAAA"})
  void unreadableFile_isToldPlainly_andStays(String content) throws IOException {
    Path file = Files.writeString(data.resolve("k"), content);
    KeySource source = KeySource.of(null, file.toString(), data);

    assertThatThrownBy(source::keyring)
        .isInstanceOf(KeysRefused.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("请从备份中恢复");
    assertThat(run(source)).contains("没有更换密钥");
    assertThat(file).hasContent(content);
  }

  private static String run(KeySource source) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RotateKeyCommand.run(source, new PrintStream(out, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }
}
