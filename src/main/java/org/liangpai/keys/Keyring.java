package org.liangpai.keys;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The keys of the service: the last one is in use, those before it still open and verify. */
public final class Keyring {

  /** Without any key: nothing can be opened or verified. */
  public static final Keyring EMPTY = new Keyring(List.of());

  /**
   * A signature, and by which key.
   *
   * @param key the id of the key
   * @param value hexadecimal digits
   */
  public record Signature(String key, String value) {}

  private final List<Key> keys;

  Keyring(List<Key> keys) {
    this.keys = List.copyOf(keys);
  }

  /** Reads keys in Base64, parted by blanks, line breaks or commas. */
  static Keyring read(String text, String from) {
    List<Key> keys = new ArrayList<>();
    for (String one : text.strip().split("[\\s,]+")) {
      keys.add(Key.read(one).orElseThrow(() -> KeysRefused.unreadable(from)));
    }
    return new Keyring(keys);
  }

  /** The same with one more, which is in use from now on. */
  Keyring with(Key added) {
    List<Key> more = new ArrayList<>(keys);
    more.add(added);
    return new Keyring(more);
  }

  /** The key in use. */
  Key inUse() {
    return keys.get(keys.size() - 1);
  }

  Optional<Key> known(String id) {
    return keys.stream().filter(key -> key.id().equals(id)).findFirst();
  }

  /** Whether the key of this id is here. */
  public boolean knows(String id) {
    return known(id).isPresent();
  }

  /** Signs with the key in use. */
  public Signature sign(String purpose, String text) {
    Key key = inUse();
    return new Signature(key.id(), HexFormat.of().formatHex(key.sign(purpose, text)));
  }

  /** Whether a key that is here has signed the text. */
  public boolean hasSigned(Signature signature, String purpose, String text) {
    try {
      byte[] value = HexFormat.of().parseHex(signature.value());
      return known(signature.key())
          .filter(key -> key.isSignature(value, purpose, text))
          .isPresent();
    } catch (IllegalArgumentException noDigits) {
      return false;
    }
  }

  /** One key a line, as the file has them. */
  String lines() {
    StringBuilder lines = new StringBuilder();
    keys.forEach(key -> lines.append(key.text()).append('\n'));
    return lines.toString();
  }

  @Override
  public String toString() {
    return keys.toString();
  }
}
