package org.liangpai.keys;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.liangpai.shared.NamedStatement;

/** Brings what is plain, or sealed by another key or algorithm, under the one in use. */
record Resealing(Keyring keys, Algorithm algorithm) {

  private record Stored(long row, String value) {}

  private static final String SIGNING =
      "SELECT DISTINCT key FROM audit_checkpoint WHERE key IS NOT NULL";

  /** The ids of the keys by which something in the database is sealed. */
  static Set<String> sealing(Connection connection) throws SQLException {
    Set<String> ids = new TreeSet<>();
    for (SealedColumn column : SealedColumn.values()) {
      for (Stored one : stored(connection, column)) {
        Sealed.read(one.value()).ifPresent(value -> ids.add(value.key()));
      }
    }
    return ids;
  }

  /** The ids of the keys by which checkpoints in the database are signed. */
  static Set<String> signing(Connection connection) throws SQLException {
    return new TreeSet<>(NamedStatement.of(SIGNING).list(connection, row -> row.getString(1)));
  }

  /** Seals them; what cannot be opened stays as it is. */
  ValuesSealed on(Connection connection) throws SQLException {
    int resealed = 0;
    List<String> broken = new ArrayList<>();
    for (SealedColumn column : SealedColumn.values()) {
      List<Stored> before = new ArrayList<>();
      List<Stored> after = new ArrayList<>();
      for (Stored one : stored(connection, column)) {
        String place = column.place(one.row());
        Optional<String> plain = plain(place, one.value());
        if (plain.isEmpty()) {
          broken.add(place);
        } else if (!isCurrent(one.value())) {
          before.add(one);
          Sealed anew = Sealed.of(plain.get(), place, keys.inUse(), algorithm);
          after.add(new Stored(one.row(), anew.text()));
        }
      }
      resealed += change(connection, column, before, after);
    }
    return new ValuesSealed(resealed, keys.inUse().id(), broken);
  }

  private Optional<String> plain(String place, String stored) {
    if (!Sealed.isSealed(stored)) {
      return Optional.of(stored);
    }
    return Sealed.read(stored)
        .flatMap(value -> keys.known(value.key()).flatMap(key -> value.open(place, key)));
  }

  private boolean isCurrent(String stored) {
    return Sealed.read(stored)
        .filter(one -> one.algorithm() == algorithm && one.key().equals(keys.inUse().id()))
        .isPresent();
  }

  private static List<Stored> stored(Connection connection, SealedColumn column)
      throws SQLException {
    String sql =
        "SELECT id, %1$s FROM %2$s WHERE %1$s IS NOT NULL ORDER BY id"
            .formatted(column.column(), column.table());
    return NamedStatement.of(sql)
        .list(connection, row -> new Stored(row.getLong(1), row.getString(2)));
  }

  /** What somebody changes meanwhile stays as they changed it. */
  private static int change(
      Connection connection, SealedColumn column, List<Stored> before, List<Stored> after)
      throws SQLException {
    if (before.isEmpty()) {
      return 0;
    }
    String sql =
        """
        UPDATE %2$s SET %1$s = sealed.after
        FROM unnest(CAST(:rows AS bigint[]), CAST(:before AS text[]), CAST(:after AS text[]))
            AS sealed (id, before, after)
        WHERE %2$s.id = sealed.id AND %2$s.%1$s = sealed.before
        """
            .formatted(column.column(), column.table());
    return NamedStatement.of(sql)
        .with("rows", before.stream().map(Stored::row).toArray(Long[]::new))
        .with("before", before.stream().map(Stored::value).toArray(String[]::new))
        .with("after", after.stream().map(Stored::value).toArray(String[]::new))
        .execute(connection);
  }
}
