package org.liangpai.evidence;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.liangpai.shared.Invalid;

/** A Word document or Excel workbook of the old form, which is a small file system of its own. */
final class OldOffice {

  private OldOffice() {}

  static FileType typeOf(Path file) {
    try (POIFSFileSystem system = new POIFSFileSystem(file.toFile(), true)) {
      return typeOf(system.getRoot());
    } catch (Invalid refused) {
      throw refused;
    } catch (IOException | RuntimeException damaged) {
      throw FileContent.broken();
    }
  }

  private static FileType typeOf(DirectoryNode root) {
    if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
      throw new Invalid(FileContent.FIELD, "文件已加密，无法核对内容，请去掉密码后重新上传");
    }
    if (root.hasEntryCaseInsensitive("Macros")
        || root.hasEntryCaseInsensitive("_VBA_PROJECT_CUR")) {
      throw FileContent.macros();
    }
    if (root.hasEntryCaseInsensitive("WordDocument")) {
      return FileType.DOC;
    }
    if (root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")) {
      return FileType.XLS;
    }
    throw FileContent.other();
  }
}
