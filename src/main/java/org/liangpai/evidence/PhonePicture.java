package org.liangpai.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.liangpai.shared.Invalid;

/**
 * A photograph in HEIC or AVIF, as telephones take them. Many office computers cannot open one, so
 * it is not taken, but whoever brings it is told how to bring it otherwise.
 */
final class PhonePicture {

  private static final int BRAND_FROM = 4;
  private static final int BRAND_TO = 12;
  private static final Set<String> BRANDS =
      Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "heif", "avif");

  private PhonePicture() {}

  static boolean isOne(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(BRAND_TO);
      if (start.length < BRAND_TO) {
        return false;
      }
      String brand =
          new String(start, BRAND_FROM, BRAND_TO - BRAND_FROM, StandardCharsets.ISO_8859_1);
      return brand.startsWith("ftyp") && BRANDS.contains(brand.substring(BRAND_FROM));
    }
  }

  static Invalid refused() {
    return new Invalid(
        FileContent.FIELD, "这是手机的HEIC照片，多数办公电脑打不开：请在手机的相机设置里选“兼容性最佳”（JPEG）重拍，或把照片另存为JPEG后再上传");
  }
}
