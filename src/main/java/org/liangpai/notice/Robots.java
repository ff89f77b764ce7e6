package org.liangpai.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.liangpai.keys.Keys;
import org.liangpai.keys.SealedColumn;
import org.liangpai.shared.NamedStatement;

/** The robots on file, whose addresses and secrets are sealed there. */
@ApplicationScoped
class Robots {

  /** No address and no secret: nothing can be sent by it. */
  private static final String UNREADABLE = "";

  private final Keys keys;

  Robots(Keys keys) {
    this.keys = keys;
  }

  /** A robot that has not been removed. */
  Optional<Robot> present(Connection connection, long id) throws SQLException {
    return NamedStatement.of(
            "SELECT id, kind, url, secret FROM notice_robot WHERE id = :id AND removed_at IS NULL")
        .with("id", id)
        .list(
            connection,
            row ->
                new Robot(
                    row.getLong(1),
                    RobotKind.valueOf(row.getString(2)),
                    address(id, row.getString(3)).orElse(UNREADABLE),
                    secret(id, row.getString(4))))
        .stream()
        .findFirst();
  }

  /** The id of a robot that is to be; its sealed values belong to it. */
  long nextId(Connection connection) throws SQLException {
    return NamedStatement.of("SELECT nextval('notice_robot_id_seq')")
        .list(connection, row -> row.getLong(1))
        .get(0);
  }

  /** The address of a robot as it is stored. */
  String sealedAddress(long id, String address) {
    return keys.seal(SealedColumn.ROBOT_ADDRESS, id, address);
  }

  /** The secret of a robot as it is stored, or {@code null} without one. */
  String sealedSecret(long id, String secret) {
    return secret.isEmpty() ? null : keys.seal(SealedColumn.ROBOT_SECRET, id, secret);
  }

  /** The address of a robot that is stored so; nothing if somebody else wrote it there. */
  Optional<String> address(long id, String sealed) {
    return keys.open(SealedColumn.ROBOT_ADDRESS, id, sealed);
  }

  private String secret(long id, String sealed) {
    return sealed == null
        ? null
        : keys.open(SealedColumn.ROBOT_SECRET, id, sealed).orElse(UNREADABLE);
  }

  /** By what the same address is known again: sealed twice it is two texts. */
  static byte[] hash(String address) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(address.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
