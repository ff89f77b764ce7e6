package org.liangpai.card;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;
import org.liangpai.verification.CardForecast;
import org.liangpai.warninglist.Level;
import org.liangpai.warninglist.LevelStyle;

/** Says what {@link IssuingCards} would do. The level can still be raised by the grading. */
@ApplicationScoped
class ForecastingCards implements CardForecast {

  private static final String SQL =
      """
      SELECT f.id, f.carded, f.duty,
          (SELECT count(*) FROM finding o WHERE %1$s AND o.status = 'PENDING' AND o.id <> f.id) AS waiting,
          (SELECT count(*) FROM finding o WHERE %1$s AND %2$s) AS confirmed,
          ARRAY[f.level] || ARRAY(SELECT o.level FROM finding o WHERE %1$s AND %2$s) AS levels,
          (SELECT l.card_number FROM card_line l WHERE l.open AND l.branch_code = f.branch_code AND l.item = f.item)
              AS open_card
      FROM finding f WHERE f.id = ANY (CAST(:ids AS bigint[]))
      """
          .formatted(
              "o.branch_code = f.branch_code AND o.month = f.month AND o.duty = f.duty AND o.carded",
              """
              o.status = 'CONFIRMED'
              AND NOT EXISTS (SELECT FROM card_observation seen WHERE seen.finding_id = o.id)
              """);

  private final Transactions transactions;
  private final Catalogue catalogue;

  ForecastingCards(Transactions transactions, Catalogue catalogue) {
    this.transactions = transactions;
    this.catalogue = catalogue;
  }

  @Override
  public Map<Long, String> of(Collection<Long> findings) {
    Map<Long, String> sentences = new HashMap<>();
    if (!findings.isEmpty()) {
      transactions.call(
          connection -> {
            NamedStatement.of(SQL)
                .with("ids", findings.toArray(Long[]::new))
                .each(connection, row -> sentences.put(row.getLong("id"), sentence(row)));
            return null;
          });
    }
    return sentences;
  }

  private String sentence(ResultSet row) throws SQLException {
    if (!row.getBoolean("carded")) {
      return "试行情形，属实也不亮牌。";
    }
    String standing = row.getString("open_card");
    if (standing != null) {
      return "属实后并入原牌 " + standing + "。";
    }
    int waiting = row.getInt("waiting");
    if (waiting > 0) {
      return "属实后先不亮牌：同月还有 " + waiting + " 项待核实，全部核实后一起亮牌。";
    }
    int confirmed = row.getInt("confirmed");
    return "属实后立即给%s亮牌，不低于%s%s。"
        .formatted(
            "UNIT".equals(row.getString("duty")) ? "基层党委" : "支部",
            gravest((String[]) row.getArray("levels").getArray()),
            confirmed == 0 ? "" : "，与已属实的 " + confirmed + " 项合为一张");
  }

  private String gravest(String... names) {
    Level gravest = Level.valueOf(names[0]);
    for (String name : names) {
      Level level = Level.valueOf(name);
      gravest = level.compareTo(gravest) > 0 ? level : gravest;
    }
    return catalogue.list().style(gravest).map(LevelStyle::word).orElse(gravest.name());
  }
}
