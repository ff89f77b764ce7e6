package org.liangpai.evidence;

import java.io.IOException;
import java.io.OutputStream;

/** The content of a file of evidence, found to be what was kept. */
public record EvidenceContent(String name, FileType type, long size, Writing writing) {

  /** Writes the content out, piece by piece. */
  public interface Writing {
    void to(OutputStream out) throws IOException;
  }

  /** A name in ASCII. */
  public String plainName() {
    return "evidence." + type.extension();
  }
}
