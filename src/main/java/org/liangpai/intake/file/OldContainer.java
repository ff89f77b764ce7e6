package org.liangpai.intake.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The container of the old office formats: what it holds is told by the names of its streams. */
final class OldContainer {

  private static final int PIECE = 1 << 20;

  private OldContainer() {}

  static String describe(Path path) throws IOException {
    if (holds(path, "EncryptedPackage")) {
      return "工作簿有打开密码（已加密），请取消密码后再导入";
    }
    if (holds(path, "WordDocument")) {
      return "文件是旧版Word文档，不能导入，请把表格放进xlsx工作簿再导入";
    }
    if (holds(path, "PowerPoint Document")) {
      return "文件是旧版演示文稿，不能导入，请导入填好的xlsx工作簿";
    }
    return "文件是旧版xls工作簿或WPS的et表格，请用WPS或Excel另存为xlsx后导入";
  }

  /** Whether the name of a stream stands in it. */
  private static boolean holds(Path path, String stream) throws IOException {
    byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
    byte[] buffer = new byte[PIECE];
    try (InputStream in = Files.newInputStream(path)) {
      int kept = 0;
      int count = in.readNBytes(buffer, 0, buffer.length);
      while (count > 0) {
        if (contains(buffer, kept + count, name)) {
          return true;
        }
        int length = kept + count;
        kept = Math.min(name.length - 1, length);
        System.arraycopy(buffer, length - kept, buffer, 0, kept);
        count = in.readNBytes(buffer, kept, buffer.length - kept);
      }
    }
    return false;
  }

  private static boolean contains(byte[] bytes, int length, byte[] wanted) {
    for (int i = 0; i + wanted.length <= length; i++) {
      int j = 0;
      while (j < wanted.length && bytes[i + j] == wanted[j]) {
        j++;
      }
      if (j == wanted.length) {
        return true;
      }
    }
    return false;
  }
}
