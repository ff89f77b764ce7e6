package org.liangpai.warninglist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarningListSourceTest {

  @TempDir Path folder;

  @Test
  void readsTheSameList_fromAFolderThatCopiesThePackagedOne() throws IOException {
    write(WarningListSource.packaged());
    Files.writeString(folder.resolve("README.md"), "说明");

    WarningListReader reader = new WarningListReader();

    assertThat(reader.read(WarningListSource.folder(folder)).fingerprint())
        .isEqualTo(reader.read(WarningListSource.packaged()).fingerprint());
  }

  @Test
  void namesTheFile_thatAFolderLacks() throws IOException {
    write(WarningListSource.packaged());
    Files.delete(folder.resolve("levels.yaml"));

    assertThatThrownBy(() -> WarningListSource.folder(folder))
        .isInstanceOf(WarningListRefused.class)
        .hasMessage("预警清单 levels.yaml：缺少这个文件");
  }

  @Test
  void refusesAFolder_thatIsNotThere() {
    assertThatThrownBy(() -> WarningListSource.folder(folder.resolve("none")))
        .isInstanceOf(WarningListRefused.class)
        .hasMessageEndingWith("不是可以读取的文件夹");
  }

  private void write(Map<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
  }
}
