package org.liangpai.keys;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the keys come from.
 *
 * @param given the keys themselves, where the operator gives them, or {@code null}
 * @param file the file that holds them otherwise
 */
public record KeySource(String given, Path file) {

  /** The file in the data folder. */
  static final String FILE = "secrets.key";

  /** From what is configured; what is not is {@code null}. */
  public static KeySource of(String given, String file, Path data) {
    return new KeySource(
        given == null || given.isBlank() ? null : given,
        file == null || file.isBlank() ? data.resolve(FILE) : Path.of(file));
  }

  /** Whether the operator keeps the keys elsewhere, and the service must not make any. */
  boolean isGiven() {
    return given != null;
  }

  /** The keys; nothing if there are none yet. */
  public Optional<Keyring> keyring() {
    if (isGiven()) {
      return Optional.of(Keyring.read(given, "LIANGPAI_SECRETS_KEY"));
    }
    return keyFile().exists() ? Optional.of(keyFile().read()) : Optional.empty();
  }

  /** Adds a key to the file, which is in use from now on. */
  Keyring add() {
    Keyring more = keyring().orElse(Keyring.EMPTY).with(Key.random());
    keyFile().write(more);
    return more;
  }

  private KeyFile keyFile() {
    return new KeyFile(file);
  }

  @Override
  public String toString() {
    return isGiven() ? "LIANGPAI_SECRETS_KEY" : file.toString();
  }
}
