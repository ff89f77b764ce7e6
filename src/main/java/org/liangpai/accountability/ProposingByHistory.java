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
   * A holder's red cards that no other card follows. A run is known by its first card, so that each
   * run is proposed once, however long it becomes.
   */
  private static final String REDS =
      """
      WITH red AS (
          SELECT DISTINCT coalesce(branch_code, unit_code) AS holder FROM card
          WHERE level = 'RED' AND status <> 'WITHDRAWN' %s),
      ordered AS (
          SELECT coalesce(c.branch_code, c.unit_code) AS holder, c.branch_code, c.unit_code, c.number, c.level,
              row_number() OVER (PARTITION BY coalesce(c.branch_code, c.unit_code)
                  ORDER BY c.issued_at DESC, c.number DESC) AS back
          FROM card c JOIN red ON red.holder = coalesce(c.branch_code, c.unit_code)
          WHERE c.status <> 'WITHDRAWN'),
      broken AS (
          SELECT holder, coalesce(min(back) FILTER (WHERE level <> 'RED'), 2147483647) AS back
          FROM ordered GROUP BY holder),
      run AS (
          SELECT o.holder, min(o.branch_code) AS branch_code, min(o.unit_code) AS unit_code, count(*) AS reds,
              (array_agg(o.number ORDER BY o.back DESC)) AS numbers
          FROM ordered o JOIN broken ON broken.holder = o.holder AND o.back < broken.back
          GROUP BY o.holder HAVING count(*) >= :reds)
      SELECT run.numbers, run.branch_code, coalesce(b.branch_name, u.unit_name) AS name,
          coalesce(u.committee_code, u.unit_code) AS unit_code
      FROM run
      LEFT JOIN branch b ON b.branch_code = run.branch_code
      JOIN unit u ON u.unit_code = coalesce(b.unit_code, run.unit_code)
      WHERE NOT EXISTS (SELECT FROM accountability_case a WHERE a.key = :ground || ' ' || run.numbers[1])
      """;

  private static final String RELAPSES =
      """
      SELECT DISTINCT ON (c.number) c.number, old.card_number AS before, l.item, c.branch_code,
          coalesce(b.branch_name, u.unit_name) AS name, coalesce(u.committee_code, u.unit_code) AS unit_code
      FROM card_line l
      JOIN card c ON c.number = l.card_number AND c.status <> 'WITHDRAWN'
      JOIN card_line old ON old.branch_code = l.branch_code AND old.item = l.item AND old.cleared_on <= l.added_on
      JOIN card red ON red.number = old.card_number AND red.level = 'RED' AND red.number <> c.number
      LEFT JOIN branch b ON b.branch_code = c.branch_code
      JOIN unit u ON u.unit_code = coalesce(b.unit_code, c.unit_code)
      WHERE (l.relapse OR c.reopens = red.number) AND l.stage <> 'CLOSED' %s
          AND NOT EXISTS (SELECT FROM accountability_case a WHERE a.key = 'RELAPSE_AFTER_RED ' || c.number)
      ORDER BY c.number, l.item, old.cleared_on DESC
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
        AND coalesce(branch_code, unit_code) =
            (SELECT coalesce(h.branch_code, h.unit_code) FROM card h WHERE h.number = :card)
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
