package org.liangpai.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Seals and opens values by the keys of the service. */
@ApplicationScoped
public class Keys {

  private static final Logger LOG = Logger.getLogger(Keys.class);

  private final KeySource source;
  private final Algorithm algorithm;
  private final AtomicReference<Keyring> keyring = new AtomicReference<>(Keyring.EMPTY);

  Keys(
      @ConfigProperty(name = "liangpai.data-dir", defaultValue = "data") Path data,
      KeysConfig config) {
    this.source = KeySource.of(config.key().orElse(null), config.keyFile().orElse(null), data);
    this.algorithm =
        Algorithm.named(config.algorithm())
            .orElseThrow(() -> KeysRefused.algorithm(config.algorithm()));
    reload();
  }

  /** The keys as they are now. */
  public Keyring keyring() {
    return keyring.get();
  }

  /** The value as it is stored in its row. */
  public String seal(SealedColumn column, long row, String value) {
    return Sealed.of(value, column.place(row), keyring().inUse(), algorithm).text();
  }

  /** The value that is stored in a row; nothing if it is plain, altered, or of another row. */
  public Optional<String> open(SealedColumn column, long row, String stored) {
    Optional<String> opened =
        Sealed.read(stored)
            .flatMap(value -> key(value.key()).flatMap(key -> value.open(column.place(row), key)));
    if (opened.isEmpty()) {
      LOG.errorf("What is stored as %s cannot be opened", column.place(row));
    }
    return opened;
  }

  KeySource source() {
    return source;
  }

  Algorithm algorithm() {
    return algorithm;
  }

  /** Reads the keys again; without any they stay as they are. */
  void reload() {
    source.keyring().ifPresent(keyring::set);
  }

  /** The keys may have been changed while the service runs. */
  private Optional<Key> key(String id) {
    if (!keyring().knows(id)) {
      reload();
    }
    return keyring().known(id);
  }
}
