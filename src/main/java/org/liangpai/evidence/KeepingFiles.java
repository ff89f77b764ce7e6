package org.liangpai.evidence;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.liangpai.shared.Invalid;

/** Takes in files that are offered, and gives back what was kept, unchanged or not at all. */
@ApplicationScoped
class KeepingFiles {

  private static final Logger LOG = Logger.getLogger(KeepingFiles.class);
  private static final int MEGABYTE = 1 << 20;

  private final EvidenceConfig config;
  private final Scanning scanning;
  private final FileStore store;

  KeepingFiles(
      EvidenceConfig config,
      Scanning scanning,
      @ConfigProperty(name = "liangpai.data-dir", defaultValue = "data") Path data) {
    this.config = config;
    this.scanning = scanning;
    this.store =
        switch (config.store()) {
          case FOLDER -> new FolderStore(config.folder().orElse(data.resolve("evidence")));
          case S3 -> s3(config.s3());
        };
  }

  /** A store that is not fully described keeps the service from starting. */
  void begin(@Observes StartupEvent event) {
    LOG.debugf("Evidence is kept in %s", config.store());
  }

  private static FileStore s3(EvidenceConfig.S3 s3) {
    return new S3Store(
        s3.endpoint(),
        s3.region(),
        given("bucket", s3.bucket()),
        s3.prefix(),
        given("access-key", s3.accessKey()),
        given("secret-key", s3.secretKey()));
  }

  private static String given(String name, Optional<String> value) {
    return value.orElseThrow(
        () ->
            new IllegalStateException(
                "liangpai.evidence.store=s3 asks for liangpai.evidence.s3." + name));
  }

  /**
   * Keeps a file, if it is of a type that is taken, not too large and free of viruses.
   *
   * @param name what its sender calls it
   */
  Evidence.KeptFile keep(String name, Path file) {
    try {
      long size = Files.size(file);
      FileType type = checkedType(file, size);
      boolean scanned = scanning.scan(file);
      String sha256 = Sha256.of(Files.newInputStream(file), OutputStream.nullOutputStream());
      UUID id = UUID.randomUUID();
      store.keep(id, file);
      return new Evidence.KeptFile(id, DisplayName.of(name, type), type, size, sha256, scanned);
    } catch (IOException failed) {
      LOG.error("A file of evidence could not be kept", failed);
      throw EvidenceRefused.storeAway();
    }
  }

  private FileType checkedType(Path file, long size) throws IOException {
    if (size == 0) {
      throw new Invalid(FileContent.FIELD, "文件是空的");
    }
    if (size > config.largest().asLongValue()) {
      throw new Invalid(
          FileContent.FIELD, "文件超过" + config.largest().asLongValue() / MEGABYTE + "MB，请压缩或拆分后上传");
    }
    FileType type = FileContent.typeOf(file, config.largestUnpacked().asLongValue());
    if (!config.types().contains(type)) {
      throw new Invalid(FileContent.FIELD, "本市不接收" + type.label() + "作为佐证");
    }
    return type;
  }

  /**
   * Writes a file out, after it was found to be what was kept.
   *
   * @throws EvidenceRefused if it is not, or cannot be read
   */
  void requireIntact(UUID id, String sha256) {
    try {
      if (sha256.equals(Sha256.of(store.read(id), OutputStream.nullOutputStream()))) {
        return;
      }
    } catch (FileNotFoundException missing) {
      LOG.errorf("The file of evidence %s is missing", id);
      throw EvidenceRefused.damaged();
    } catch (IOException failed) {
      LOG.errorf(failed, "The file of evidence %s could not be read", id);
      throw EvidenceRefused.storeAway();
    }
    LOG.errorf("The file of evidence %s is not what was kept", id);
    throw EvidenceRefused.damaged();
  }

  InputStream read(UUID id) throws IOException {
    return store.read(id);
  }

  /** Removes a file of which no row came. What fails here is removed by the daily cleaning. */
  void drop(UUID id) {
    try {
      store.remove(id);
    } catch (IOException failed) {
      LOG.warnf("The file of evidence %s could not be removed: %s", id, failed.getMessage());
    }
  }

  void eachKeptBefore(Instant time, Consumer<List<UUID>> some) throws IOException {
    store.eachKeptBefore(time, some);
  }
}
