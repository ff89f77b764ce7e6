package org.liangpai.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * A row of the trail as it is stored, each field as the text that is hashed.
 *
 * @param at microseconds since 1970
 * @param hash what is stored as its hash, in hexadecimal digits
 */
record ChainedRow(
    long id,
    int lane,
    long seq,
    long at,
    String account,
    String posts,
    String address,
    String act,
    String kind,
    String object,
    String before,
    String after,
    String reason,
    String hash) {

  static final String COLUMNS =
      """
      e.id, e.lane, e.seq, CAST(extract(epoch FROM e.at) * 1000000 AS bigint) AS micros, e.account, e.posts, e.address,
          e.act, e.object_kind, e.object, CAST(e.before AS text) AS before, CAST(e.after AS text) AS after, e.reason,
          encode(e.hash, 'hex') AS hash
      """;

  static ChainedRow of(ResultSet row) throws SQLException {
    return new ChainedRow(
        row.getLong("id"),
        row.getInt("lane"),
        row.getLong("seq"),
        row.getLong("micros"),
        row.getString("account"),
        row.getString("posts"),
        row.getString("address"),
        row.getString("act"),
        row.getString("object_kind"),
        row.getString("object"),
        row.getString("before"),
        row.getString("after"),
        row.getString("reason"),
        row.getString("hash"));
  }

  Head head() {
    return new Head(seq, hash);
  }

  Instant time() {
    return Instant.EPOCH.plus(at, ChronoUnit.MICROS);
  }

  /** The hash that the row must have after the row with another. */
  String hashAfter(String previous) {
    MessageDigest digest = sha256();
    digest.update(HexFormat.of().parseHex(previous));
    return HexFormat.of().formatHex(digest.digest(text().getBytes(StandardCharsets.UTF_8)));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (String field :
        new String[] {
          Long.toString(id),
          Integer.toString(lane),
          Long.toString(seq),
          Long.toString(at),
          account,
          posts,
          address,
          act,
          kind,
          object,
          before,
          after,
          reason
        }) {
      if (field == null) {
        text.append("-,");
      } else {
        text.append(field.getBytes(StandardCharsets.UTF_8).length).append(':').append(field);
        text.append(',');
      }
    }
    return text.toString();
  }
}
