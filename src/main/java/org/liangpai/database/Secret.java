package org.liangpai.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A password of the embedded server in a file, so that other users of the machine stay out. */
record Secret(Path file, String text) {

  /** The secret in the file, made first if there is none. */
  static Secret in(Path file) throws IOException {
    return Files.exists(file) ? new Secret(file, Files.readString(file).trim()) : newIn(file);
  }

  /** A new one, whatever the file held. */
  static Secret newIn(Path file) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(file);
    OwnerOnly.close(file);
    Files.writeString(file, random());
    return new Secret(file, Files.readString(file));
  }

  /** Hexadecimal digits, which need no quoting anywhere. */
  static String random() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public String toString() {
    return "Secret in " + file;
  }
}
