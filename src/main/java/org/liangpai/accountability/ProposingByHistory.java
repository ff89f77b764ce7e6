package org.liangpai.accountability;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;

/**
 * Proposes cases by what the cards of a holder have been: red several times running, or an item
 * that came back after a red card. A card that was withdrawn is none.
 */
@ApplicationScoped
public class ProposingByHistory {

  /**
   * A holder's red cards that no other card follows. A card counts for the branch to which it was
   * issued: whoever goes on with it has not earned it. A run is known by its first card, so that
   * each run is proposed once, however long it becomes.
   */
  private static final String REDS =
      """
      WITH issued AS (
          SELECT holder_kind, coalesce(issued_to, branch_code, unit_code) AS holder, number, level, issued_at
          FROM card WHERE status <> 'WITHDRAWN'),
      red AS (
          SELECT DISTINCT holder_kind, holder FROM issued WHERE level = 'RED' %s),
      ordered AS (
          SELECT i.*, row_number() OVER (PARTITION BY i.holder_kind, i.holder
              ORDER BY i.issued_at DESC, i.number DESC) AS back
          FROM issued i JOIN red ON red.holder_kind = i.holder_kind AND red.holder = i.holder),
      broken AS (
          SELECT holder_kind, holder, coalesce(min(back) FILTER (WHERE level <> 'RED'), 2147483647) AS back
          FROM ordered GROUP BY holder_kind, holder),
      run AS (
          SELECT o.holder_kind, o.holder, count(*) AS reds, (array_agg(o.number ORDER BY o.back DESC)) AS numbers
          FROM ordered o
          JOIN broken ON broken.holder_kind = o.holder_kind AND broken.holder = o.holder AND o.back < broken.back
          GROUP BY o.holder_kind, o.holder HAVING count(*) >= :reds)
      SELECT run.numbers, b.branch_code, coalesce(b.branch_name, u.unit_name) AS name,
          coalesce(u.committee_code, u.unit_code) AS unit_code
      FROM run
      LEFT JOIN branch b ON run.holder_kind = 'BRANCH' AND b.branch_code = run.holder
      JOIN unit u ON u.unit_code = CASE run.holder_kind WHEN 'BRANCH' THEN b.unit_code ELSE run.holder END
      WHERE NOT EXISTS (SELECT FROM accountability_case a WHERE a.key = :ground || ' ' || run.numbers[1])
      """;

  /** The items that came back whose latest clearing was from a red card. */
  private static final String RELAPSES =
      """
      SELECT DISTINCT ON (c.number) c.number, old.card_number AS before, l.item, c.branch_code,
          coalesce(b.branch_name, u.unit_name) AS name, coalesce(u.committee_code, u.unit_code) AS unit_code
      FROM card_line l
      JOIN card c ON c.number = l.card_number AND c.status <> 'WITHDRAWN'
      JOIN LATERAL (
          SELECT o.card_number FROM card_line o
          WHERE o.branch_code = l.branch_code AND o.item = l.item AND o.cleared_on <= l.added_on
              AND o.card_number <> c.number
          ORDER BY o.cleared_on DESC, o.id DESC LIMIT 1) AS old ON true
      JOIN card red ON red.number = old.card_number AND red.level = 'RED'
      LEFT JOIN branch b ON b.branch_code = c.branch_code
      JOIN unit u ON u.unit_code = coalesce(b.unit_code, c.unit_code)
      WHERE (l.relapse OR c.reopens = red.number) AND l.stage <> 'CLOSED' %s
          AND NOT EXISTS (SELECT FROM accountability_case a WHERE a.key = 'RELAPSE_AFTER_RED ' || c.number)
      ORDER BY c.number, l.item
      """;

  private final Transactions transactions;
  private final Catalogue catalogue;
  private final Proposing proposing;

  ProposingByHistory(Transactions transactions, Catalogue catalogue, Proposing proposing) {
    this.transactions = transactions;
    this.catalogue = catalogue;
    this.proposing = proposing;
  }

  /** Looks at all holders. */
  public void all() {
    propose("", "", null);
  }

  /** Looks at the holder of a card. */
  public void ofHolderOf(String card) {
    propose(
        """
        AND (holder_kind, holder) = (SELECT h.holder_kind, coalesce(h.issued_to, h.branch_code, h.unit_code)
            FROM card h WHERE h.number = :card)
        """,
        "AND c.number = :card",
        card);
  }

  private void propose(String ofHolder, String ofCard, String card) {
    int forInterview = catalogue.list().ladder().redsForInterview();
    int forReview = catalogue.list().ladder().redsForReview();
    String reds = REDS.formatted(ofHolder);
    transactions.call(
        connection -> {
          List<Proposal> all = new ArrayList<>();
          all.addAll(
              running(
                  connection, reds, card, Ground.TWO_REDS, forInterview, AnsweringMeasure.TALK));
          all.addAll(
              running(
                  connection,
                  reds,
                  card,
                  Ground.THREE_REDS,
                  forReview,
                  AnsweringMeasure.WRITTEN_REVIEW));
          all.addAll(
              NamedStatement.of(RELAPSES.formatted(ofCard))
                  .with("card", card)
                  .list(connection, ProposingByHistory::relapse));
          proposing.propose(connection, all);
          return null;
        });
  }

  private static List<Proposal> running(
      Connection connection,
      String sql,
      String card,
      Ground ground,
      int reds,
      AnsweringMeasure measure)
      throws SQLException {
    return NamedStatement.of(sql)
        .with("card", card)
        .with("reds", reds)
        .with("ground", ground.name())
        .list(connection, row -> running(row, ground, reds, measure));
  }

  private static Proposal running(ResultSet row, Ground ground, int reds, AnsweringMeasure measure)
      throws SQLException {
    List<String> run = List.of((String[]) row.getArray("numbers").getArray());
    return new Proposal(
        ground + " " + run.get(0),
        ground,
        "%s连续%d次被亮红牌（%s），达到%d次，建议对所属单位党组织负责人采取：%s。"
            .formatted(
                row.getString("name"), run.size(), String.join("、", run), reds, measure.label()),
        row.getString("unit_code"),
        row.getString("branch_code"),
        run.get(reds - 1),
        measure);
  }

  private static Proposal relapse(ResultSet row) throws SQLException {
    String number = row.getString("number");
    return new Proposal(
        Ground.RELAPSE_AFTER_RED + " " + number,
        Ground.RELAPSE_AFTER_RED,
        "%s的情形 %s 从红牌 %s 销号后再犯，列入亮牌 %s，建议约谈所属单位党组织负责人。"
            .formatted(
                row.getString("name"), row.getString("item"), row.getString("before"), number),
        row.getString("unit_code"),
        row.getString("branch_code"),
        number,
        AnsweringMeasure.TALK);
  }
}
