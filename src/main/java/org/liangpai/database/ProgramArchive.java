package org.liangpai.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The packed programs of PostgreSQL for this machine, unpacked once for each version of them. */
final class ProgramArchive {

  /** Lies in a folder when all programs are there. */
  static final String WHOLE = ".exists";

  static final String PREFIX = "PG-";

  private final byte[] packed;

  private ProgramArchive(byte[] packed) {
    this.packed = packed;
  }

  static ProgramArchive ofThisMachine() throws IOException {
    String architecture = System.getProperty("os.arch");
    try (InputStream archive =
        DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), architecture)) {
      return new ProgramArchive(archive.readAllBytes());
    } catch (IllegalStateException unknown) {
      throw new DatabaseRefused(
          "没有适合本机（%s %s）的内置数据库；请用环境变量 QUARKUS_DATASOURCE_JDBC_URL 等指定外部的 PostgreSQL。"
              .formatted(system(), architecture),
          unknown);
    }
  }

  private static String system() {
    String name = System.getProperty("os.name");
    if (name.startsWith("Windows")) {
      return "Windows";
    }
    return name.startsWith("Mac") ? "Darwin" : name;
  }

  /** The folder with the programs below the given one, which may hold them already. */
  Path unpackedIn(Path folder) throws IOException {
    Path target = folder.resolve(PREFIX + fingerprint());
    if (!Files.exists(target.resolve(WHOLE))) {
      unpack(target);
      Files.createFile(target.resolve(WHOLE));
    }
    return target;
  }

  private String fingerprint() {
    try {
      // Names a folder; folders that are there already are named so.
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(packed));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void unpack(Path target) throws IOException {
    try (TarArchiveInputStream entries =
        new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(packed)))) {
      TarArchiveEntry entry = entries.getNextEntry();
      while (entry != null) {
        unpack(entry, entries, target.resolve(entry.getName()).normalize());
        entry = entries.getNextEntry();
      }
    }
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path file)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    if (entry.isSymbolicLink() || entry.isLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(content, file);
    if (file.getParent().endsWith("bin")) {
      File program = file.toFile();
      program.setExecutable(true, false);
    }
  }
}
