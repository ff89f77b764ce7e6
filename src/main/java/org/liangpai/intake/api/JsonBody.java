package org.liangpai.intake.api;

import java.io.IOException;
import java.io.InputStream;
import org.liangpai.shared.Invalid;

/** The bytes of a JSON request, as many as one record can reasonably have. */
final class JsonBody {

  private static final int LARGEST = 8 << 20;

  private JsonBody() {}

  static byte[] read(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw new Invalid("", "请求正文过大，最多8MB；大量数据请用导入");
    }
    return bytes;
  }
}
