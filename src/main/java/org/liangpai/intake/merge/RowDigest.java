package org.liangpai.intake.merge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.liangpai.dictionary.Field;
import org.liangpai.dictionary.Row;

/**
 * The SHA-256 of the filled fields of a row under their names. Blanks are left out, so a field that
 * the dictionary gains later does not make every old record look changed.
 */
final class RowDigest {

  private RowDigest() {}

  static byte[] of(Row row) {
    StringBuilder canonical = new StringBuilder(256);
    List<Field> fields = row.table().fields();
    for (int i = 0; i < fields.size(); i++) {
      Object value = row.get(i);
      if (value != null) {
        String text = value.toString();
        // The length keeps a text with a line break from passing for two fields.
        canonical.append(fields.get(i).name()).append('=').append(text.length()).append(':');
        canonical.append(text).append('\n');
      }
    }
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(canonical.toString().getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException(absent);
    }
  }
}
