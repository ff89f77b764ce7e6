package org.liangpai.rectification;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.liangpai.card.HolderKind;
import org.liangpai.notice.Addressee;
import org.liangpai.shared.DatabaseFault;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.NotFound;

/**
 * Reads who has to do with a card by where its branch is now: a branch that moved is looked after
 * by its present committee, whoever issued the card.
 */
@ApplicationScoped
public class ReadingDesks {

  /** The units around a card {@code c}, named {@code u}, {@code verifier} and {@code above}. */
  static final String UNITS =
      """
      LEFT JOIN branch b ON b.branch_code = c.branch_code
      JOIN unit u ON u.unit_code = coalesce(b.unit_code, c.unit_code)
      LEFT JOIN unit verifier ON verifier.unit_code = CASE WHEN c.branch_code IS NULL
          THEN coalesce(u.parent_code, u.unit_code) ELSE coalesce(u.committee_code, u.unit_code) END
      LEFT JOIN unit above ON above.unit_code = coalesce(verifier.parent_code, verifier.unit_code)
      """;

  private static final String SQL =
      """
      SELECT c.holder_kind, coalesce(c.branch_code, c.unit_code) AS holder_code,
          coalesce(b.branch_name, u.unit_name) AS holder_name,
          verifier.unit_code AS verifier_code, verifier.unit_name AS verifier_name,
          above.unit_code AS above_code, above.unit_name AS above_name
      FROM card c
      """
          + UNITS
          + "WHERE c.number = :number";

  private final DataSource dataSource;

  ReadingDesks(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** The desks of a card, in the transaction that is under way if there is one. */
  public Desks of(String number) {
    try (Connection connection = dataSource.getConnection()) {
      return NamedStatement.of(SQL)
          .with("number", number)
          .list(connection, ReadingDesks::desks)
          .stream()
          .findFirst()
          .orElseThrow(() -> new NotFound("亮牌", number));
    } catch (SQLException failed) {
      throw new DatabaseFault(failed);
    }
  }

  private static Desks desks(ResultSet row) throws SQLException {
    HolderKind kind = HolderKind.valueOf(row.getString("holder_kind"));
    String code = row.getString("holder_code");
    return new Desks(
        new Desks.Desk(
            kind == HolderKind.BRANCH ? Addressee.secretary(code) : Addressee.office(code),
            holderName(kind, row.getString("holder_name"))),
        office(row.getString("verifier_code"), row.getString("verifier_name")),
        office(row.getString("above_code"), row.getString("above_name")));
  }

  /** Who answers for a card, such as 示例支部书记. */
  static String holderName(HolderKind kind, String name) {
    return kind == HolderKind.BRANCH ? name + "书记" : officerName(name);
  }

  /** The officer of a unit; a unit that the viewer is not shown has no name. */
  static String officerName(String unit) {
    return unit == null ? "上级党组织经办人" : unit + "经办人";
  }

  private static Desks.Desk office(String code, String name) {
    return new Desks.Desk(code == null ? null : Addressee.office(code), officerName(name));
  }
}
