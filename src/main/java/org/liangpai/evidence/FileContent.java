package org.liangpai.evidence;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.liangpai.shared.Invalid;

/** Tells by the content of a file what it is; its name and declared type say nothing. */
final class FileContent {

  static final String FIELD = "file";

  private FileContent() {}

  /**
   * The type of a file.
   *
   * @param mostUnpacked how large a document may become when it is opened
   * @throws Invalid if it is none of the types, or brings macros
   */
  static FileType typeOf(Path file, long mostUnpacked) throws IOException {
    return switch (FileMagic.valueOf(file.toFile())) {
      case PDF -> FileType.PDF;
      case JPEG -> FileType.JPEG;
      case PNG -> FileType.PNG;
      case OOXML -> DocumentArchive.typeOf(file, mostUnpacked);
      case OLE2 -> OldOffice.typeOf(file);
      case UNKNOWN -> {
        if (LatePdf.isOne(file)) {
          yield FileType.PDF;
        }
        throw PhonePicture.isOne(file) ? PhonePicture.refused() : other();
      }
      default -> throw PhonePicture.isOne(file) ? PhonePicture.refused() : other();
    };
  }

  static Invalid other() {
    return new Invalid(FIELD, "文件内容不是PDF、OFD、图片（JPEG、PNG）、Word或Excel，已拒绝；按内容判断，与文件名无关");
  }

  static Invalid broken() {
    return new Invalid(FIELD, "文件已损坏，不能打开，请另存后重新上传");
  }

  static Invalid macros() {
    return new Invalid(FIELD, "文件带有宏，已拒绝，请另存为不带宏的文档（docx、xlsx或PDF）");
  }
}
