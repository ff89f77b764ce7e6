package org.liangpai.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The password of the embedded server, so that other users of the machine stay out of it. */
record Password(Path file, String text) {

  /** Reads the password; a new folder gets a new random one that only its owner can read. */
  static Password in(DatabaseSettings settings, boolean isNew) throws IOException {
    Path file = settings.folder().resolve("postgres.password");
    if (isNew) {
      Files.deleteIfExists(file);
      Files.createFile(file);
      OwnerOnly.close(file);
      Files.writeString(file, random());
    } else if (!Files.isReadable(file)) {
      throw new DatabaseRefused("读不到内置数据库的密码文件 %s；它应与数据目录一起保存，请从备份中恢复。".formatted(file));
    }
    return new Password(file, Files.readString(file).trim());
  }

  private static String random() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public String toString() {
    return "Password in " + file;
  }
}
