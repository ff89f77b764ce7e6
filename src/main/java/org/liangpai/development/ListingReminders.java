package org.liangpai.development;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.catalogue.Wording;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Scope;
import org.liangpai.security.UnitPath;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Page;
import org.liangpai.shared.Transactions;
import org.liangpai.sweep.SweptMonths;
import org.liangpai.warninglist.ItemInForce;

/** Tells of each branch how it stands with the development of members, by the latest sweep. */
@ApplicationScoped
public class ListingReminders {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The items, each with the field that it reads. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "YX-16", "applicants_untalked",
          "YX-17", "activists_unreviewed",
          "YX-18", "probationers_overdue",
          "YX-19", "probationers_early",
          "YX-20", "approvals_overdue");

  /** The threshold of these items: a value above it is what they warn of. */
  private static final String MOST = "mostAllowed";

  /**
   * Green is only what a sweep has judged: a later record, or a value without a finding, is not.
   */
  private static final String STATE =
      """
      SELECT b.branch_code, b.branch_name, %s AS unit_path, i.item, f.id AS finding, f.status, f.sentence,
          to_jsonb(r) ->> i.field AS value,
          r.branch_code IS NOT NULL AS filed, coalesce(r.recorded_at > :sweptAt, false) AS late,
          CASE
              WHEN NOT (b.kind = ANY (string_to_array(i.kinds, ','))
                  AND (i.domains = '' OR b.domain = ANY (string_to_array(i.domains, ',')))) THEN 4
              WHEN f.status IN ('PENDING', 'CONFIRMED') AND f.level IN ('ORANGE', 'RED') THEN 0
              WHEN f.status IN ('PENDING', 'CONFIRMED') THEN 1
              WHEN f.status = 'DATA_ERROR' OR r.recorded_at > :sweptAt THEN 2
              WHEN f.status IS NULL
                  AND coalesce(CAST(to_jsonb(r) ->> i.field AS integer) > i.most, true) THEN 2
              ELSE 3 END AS light
      FROM branch b JOIN unit u ON u.unit_code = b.unit_code
      CROSS JOIN unnest(CAST(:items AS text[]), CAST(:fields AS text[]), CAST(:kinds AS text[]),
          CAST(:domains AS text[]), CAST(:most AS integer[])) AS i (item, field, kinds, domains, most)
      LEFT JOIN monthly_record r ON r.branch_code = b.branch_code AND r.month = :month AND r.status = 'FILED'
      LEFT JOIN finding f ON f.branch_code = b.branch_code AND f.month = :month AND f.item = i.item
          AND f.status <> 'WITHDRAWN'
      WHERE b.founded_on <= :last AND (b.dissolved_on IS NULL OR b.dissolved_on > :last)
      """
          .formatted(UnitPath.text("u.path"));

  private static final String BY_BRANCH =
      """
      SELECT branch_code, branch_name, unit_path, min(light) AS light,
          jsonb_agg(jsonb_build_object('item', item, 'light', light, 'finding', finding, 'status', status,
              'sentence', sentence, 'filed', filed, 'late', late, 'value', value) ORDER BY item) AS items
      FROM (%s) AS state GROUP BY branch_code, branch_name, unit_path
      """;

  private final Transactions transactions;
  private final SweptMonths sweptMonths;
  private final Catalogue catalogue;
  private final Wording wording;
  private final CurrentViewer viewer;

  ListingReminders(
      Transactions transactions,
      SweptMonths sweptMonths,
      Catalogue catalogue,
      Wording wording,
      CurrentViewer viewer) {
    this.transactions = transactions;
    this.sweptMonths = sweptMonths;
    this.catalogue = catalogue;
    this.wording = wording;
    this.viewer = viewer;
  }

  /** The month that the reminders are about: the latest that was swept, if any was. */
  public Optional<YearMonth> month() {
    return sweptMonths.latest();
  }

  /** The branches, the gravest light first; those after a key of a page before. */
  public Page<Reminder> list(ReminderFilter filter, String after, int limit) {
    Optional<YearMonth> month = month();
    if (month.isEmpty()) {
      return new Page<>(List.of(), null);
    }
    Position from = Position.parse(after);
    Scope scope = viewer.scope();
    String sql =
        "SELECT * FROM (%s) AS branches WHERE (light, branch_code) > (:fromLight, :fromCode) %s"
                .formatted(
                    byBranch(filter, scope), filter.light().isPresent() ? "AND light = :light" : "")
            + " ORDER BY light, branch_code LIMIT :limit";
    List<Reminder> read =
        transactions.call(
            connection ->
                bound(sql, scope, filter, month.get())
                    .with("fromLight", from.light())
                    .with("fromCode", from.code())
                    .with("light", filter.light().map(Enum::ordinal).orElse(null))
                    .with("limit", Page.read(limit))
                    .list(connection, row -> reminder(row, month.get())));
    return Page.of(read, limit, one -> one.light().ordinal() + ":" + one.branchCode());
  }

  /** How many branches there are of each light. */
  public Map<Light, Integer> counts(ReminderFilter filter) {
    Map<Light, Integer> counts = new EnumMap<>(Light.class);
    Optional<YearMonth> month = month();
    if (month.isPresent()) {
      Scope scope = viewer.scope();
      String sql =
          "SELECT light, count(*) FROM (%s) AS branches GROUP BY light"
              .formatted(byBranch(filter, scope));
      transactions.call(
          connection -> {
            bound(sql, scope, filter, month.get())
                .each(connection, row -> counts.put(Light.values()[row.getInt(1)], row.getInt(2)));
            return null;
          });
    }
    return counts;
  }

  /** Where a page begins. */
  private record Position(int light, String code) {

    static Position parse(String after) {
      if (after.isEmpty()) {
        return new Position(-1, "");
      }
      if (!after.matches("[0-4]:.+")) {
        throw new Invalid("after", "“" + after + "”不是有效的起点，请使用上一页返回的 next");
      }
      return new Position(after.charAt(0) - '0', after.substring(2));
    }
  }

  private static String byBranch(ReminderFilter filter, Scope scope) {
    String ofUnit = filter.unit().isPresent() ? " AND u.path @> ARRAY[CAST(:unit AS text)]" : "";
    return BY_BRANCH.formatted(STATE + ofUnit + scope.condition("u.path", "b.branch_code"));
  }

  private NamedStatement bound(String sql, Scope scope, ReminderFilter filter, YearMonth month) {
    List<ItemInForce> items =
        catalogue.list().inForce(month).stream()
            .filter(one -> FIELDS.containsKey(one.code()))
            .toList();
    return scope
        .bind(NamedStatement.of(sql))
        .with("month", month.atDay(1))
        .with("last", month.atEndOfMonth())
        .with("sweptAt", sweptMonths.sweptAt(month).orElseThrow())
        .with("unit", filter.unit().orElse(null))
        .with("items", items.stream().map(ItemInForce::code).toArray(String[]::new))
        .with("fields", items.stream().map(one -> FIELDS.get(one.code())).toArray(String[]::new))
        .with(
            "kinds",
            items.stream().map(one -> String.join(",", one.item().kinds())).toArray(String[]::new))
        .with(
            "domains",
            items.stream()
                .map(one -> String.join(",", one.item().domains()))
                .toArray(String[]::new))
        .with("most", items.stream().map(one -> one.number(MOST)).toArray(Integer[]::new));
  }

  private Reminder reminder(ResultSet row, YearMonth month) throws SQLException {
    List<Reminder.ItemLight> items = new ArrayList<>();
    for (JsonNode one : json(row.getString("items"))) {
      items.add(item(one));
    }
    return new Reminder(
        row.getString("branch_code"),
        row.getString("branch_name"),
        row.getString("unit_path"),
        month.toString(),
        Light.values()[row.getInt("light")],
        List.copyOf(items));
  }

  private Reminder.ItemLight item(JsonNode one) {
    Light light = Light.values()[one.get("light").asInt()];
    String item = one.get("item").asText();
    return new Reminder.ItemLight(
        item,
        wording.title(item),
        light,
        why(light, one),
        one.get("finding").isNull() ? null : one.get("finding").asLong());
  }

  private static String why(Light light, JsonNode one) {
    String status = one.get("status").asText("");
    return switch (light) {
      case RED, YELLOW ->
          one.get("sentence").asText() + (status.equals("PENDING") ? "（待核实）" : "（已核实）");
      case NOT_JUDGED -> whyNotJudged(status, one);
      case GREEN -> status.equals("DISMISSED") ? "核实为不予认定" : "没有发现问题";
      case NOT_APPLICABLE -> "这类支部不看这一项";
    };
  }

  private static String whyNotJudged(String status, JsonNode one) {
    if (status.equals("DATA_ERROR")) {
      return "核实为数据有误，等待更正";
    }
    if (!one.get("filed").asBoolean()) {
      return "当月纪实没有上报";
    }
    if (one.get("value").isNull()) {
      return "这一项没有填";
    }
    return one.get("late").asBoolean() ? "排查后才上报，尚未判定" : "填报的数超过限度，排查没有判定";
  }

  private static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException(fault);
    }
  }
}
