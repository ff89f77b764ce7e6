package org.liangpai.crosscheck;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.HeldPost;
import org.liangpai.security.Permissions;
import org.liangpai.security.Scope;
import org.liangpai.shared.LocalTimes;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Page;
import org.liangpai.shared.Transactions;
import org.liangpai.sweep.Json;
import org.liangpai.warninglist.Fraction;

/** Reads the draws of the viewer's part of the hierarchy, and makes one again. */
@ApplicationScoped
public class ListingCrossChecks {

  private static final String SELECT =
      """
      SELECT c.*, u.unit_name,
        (SELECT count(*) FROM cross_check_sample s WHERE s.cross_check_id = c.id AND s.answer IS NOT NULL %1$s)
          AS answered,
        (SELECT count(*) FROM cross_check_sample s WHERE s.cross_check_id = c.id AND s.answer = 'DIFFERS' %1$s)
          AS differing,
        (SELECT count(*) FROM cross_check_sample s WHERE s.cross_check_id = c.id AND s.answer IS NULL
          AND s.checker = ANY (CAST(:offices AS text[]))) AS mine
      FROM cross_check c JOIN unit u ON u.unit_code = c.unit_code
      WHERE true %2$s
      """;

  private static final String KEYS =
      "SELECT key, stratum, drawn FROM cross_check_key WHERE cross_check_id = :id ORDER BY position";

  private static final String SAMPLES =
      """
      SELECT s.*, s.checker = ANY (CAST(:offices AS text[])) AND s.answer IS NULL AS mine
      FROM cross_check_sample s
      WHERE s.cross_check_id = :id AND s.id > :after
        AND (NOT :mine OR s.checker = ANY (CAST(:offices AS text[])) AND s.answer IS NULL) %s
      ORDER BY s.id LIMIT :limit
      """;

  private static final String RATES =
      """
      SELECT s.verifier, max(s.verifier_name), count(*), count(s.answer), count(*) FILTER (WHERE s.answer = 'DIFFERS')
      FROM cross_check_sample s JOIN unit v ON v.unit_code = s.verifier
      WHERE s.cross_check_id = :id %s GROUP BY s.verifier ORDER BY s.verifier COLLATE "C"
      """;

  /** What is needed to make a draw again. */
  private record Frozen(String seed, Fraction share, List<String> units, String hash) {}

  private final Transactions transactions;
  private final CurrentViewer viewer;

  ListingCrossChecks(Transactions transactions, CurrentViewer viewer) {
    this.transactions = transactions;
    this.viewer = viewer;
  }

  /** The newest first, those before an id if one is given. */
  public Page<CrossCheck> list(long before, int limit) {
    String sql =
        select(" AND (:before = 0 OR c.id < :before)") + " ORDER BY c.id DESC LIMIT :limit";
    List<CrossCheck> read =
        transactions.call(
            connection ->
                bound(sql)
                    .with("before", before)
                    .with("limit", Page.read(limit))
                    .list(connection, ListingCrossChecks::check));
    return Page.of(read, limit, CrossCheck::id);
  }

  /** One draw; a missing one is {@link NotFound}. */
  public CrossCheck get(long id) {
    return transactions.call(
        connection ->
            bound(select(" AND c.id = :id"))
                .with("id", id)
                .list(connection, ListingCrossChecks::check)
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("抽查", id)));
  }

  /** The keys that were drawn from, in their order. */
  public List<DrawnKey> population(long id) {
    get(id);
    return transactions.call(connection -> keys(connection, id));
  }

  /**
   * Those drawn that the viewer may see, after an id.
   *
   * @param mine only those that wait for the viewer's unit
   */
  public Page<Sample> samples(long id, boolean mine, long after, int limit) {
    get(id);
    List<Sample> read =
        transactions.call(
            connection ->
                bound(SAMPLES.formatted(seen()))
                    .with("id", id)
                    .with("mine", mine)
                    .with("after", after)
                    .with("limit", Page.read(limit))
                    .list(connection, ListingCrossChecks::sample));
    return Page.of(read, limit, Sample::id);
  }

  /** One that was drawn; {@link NotFound} if the viewer may not see it. */
  public Sample sample(long draw, long id) {
    String sql = SAMPLES.formatted(seen());
    return transactions.call(
        connection ->
            bound(sql)
                .with("id", draw)
                .with("mine", false)
                .with("after", id - 1)
                .with("limit", 1)
                .list(connection, ListingCrossChecks::sample)
                .stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("抽查事项", id)));
  }

  /** How often the decisions of the viewer's committees differed, in the order of their codes. */
  public List<MismatchRate> rates(long id) {
    get(id);
    Scope scope = viewer.scope();
    return transactions.call(
        connection ->
            scope
                .bind(NamedStatement.of(RATES.formatted(scope.condition("v.path"))))
                .with("id", id)
                .list(
                    connection,
                    row ->
                        new MismatchRate(
                            row.getString(1),
                            row.getString(2),
                            row.getInt(3),
                            row.getInt(4),
                            row.getInt(5))));
  }

  /** Makes the draw once more from what was frozen. */
  public Repetition repeat(long id) {
    get(id);
    return transactions.call(connection -> repeat(connection, id));
  }

  private Repetition repeat(Connection connection, long id) throws SQLException {
    Frozen frozen =
        NamedStatement.of(
                """
                SELECT seed, share_numerator, share_denominator, checkers, population_hash FROM cross_check
                WHERE id = :id
                """)
            .with("id", id)
            .list(
                connection,
                row ->
                    new Frozen(
                        row.getString(1),
                        new Fraction(row.getInt(2), row.getInt(3)),
                        List.of((String[]) row.getArray(4).getArray()),
                        row.getString(5)))
            .get(0);
    List<DrawnKey> keys = keys(connection, id);
    Map<String, String> strata = new LinkedHashMap<>();
    keys.forEach(one -> strata.put(one.key(), one.stratum()));
    Set<String> drawn = Drawing.draw(frozen.seed(), frozen.share(), strata);
    TreeSet<String> different =
        keys.stream()
            .filter(one -> one.drawn() != drawn.contains(one.key()))
            .map(DrawnKey::key)
            .collect(Collectors.toCollection(TreeSet::new));
    String hash = Drawing.populationHash(keys);
    boolean sameCheckers = sameCheckers(connection, id, frozen);
    return new Repetition(
        hash.equals(frozen.hash()) && different.isEmpty() && sameCheckers,
        hash,
        hash.equals(frozen.hash()),
        different.isEmpty(),
        sameCheckers,
        new ArrayList<>(different),
        Drawing.ALGORITHM);
  }

  /** Of what the viewer sees: whether each is checked by whom the seed says. */
  private static boolean sameCheckers(Connection connection, long id, Frozen frozen)
      throws SQLException {
    Map<String, String> checkers = Drawing.checkers(frozen.seed(), frozen.units());
    Map<String, String> drawn = new TreeMap<>();
    NamedStatement.of(
            """
            SELECT part, min(checker), max(checker) FROM cross_check_sample WHERE cross_check_id = :id GROUP BY 1
            """)
        .with("id", id)
        .each(
            connection,
            row ->
                drawn.put(
                    row.getString(1),
                    row.getString(2).equals(row.getString(3)) ? row.getString(2) : ""));
    return drawn.entrySet().stream()
        .allMatch(one -> one.getValue().equals(checkers.get(one.getKey())));
  }

  private static List<DrawnKey> keys(Connection connection, long id) throws SQLException {
    return NamedStatement.of(KEYS)
        .with("id", id)
        .list(
            connection, row -> new DrawnKey(row.getString(1), row.getString(2), row.getBoolean(3)));
  }

  private String select(String condition) {
    Scope scope = viewer.scope();
    String within =
        scope.whole()
            ? ""
            : " AND (u.path && CAST(:scopeUnits AS text[]) OR u.unit_code = ANY (CAST(:above AS text[])))";
    return SELECT.formatted(seen(), within + condition);
  }

  /** Who checks and who is checked see a sample. */
  private String seen() {
    return viewer.scope().whole()
        ? ""
        : """
           AND EXISTS (SELECT FROM unit at WHERE at.unit_code IN (s.checker, s.verifier)
               AND at.path && CAST(:scopeUnits AS text[]))
          """;
  }

  private NamedStatement bound(String sql) {
    Scope scope = viewer.scope();
    return scope
        .bind(NamedStatement.of(sql))
        .with("above", scope.above().toArray(String[]::new))
        .with("offices", offices().toArray(String[]::new));
  }

  /** The units for which the viewer answers. */
  Set<String> offices() {
    return viewer.viewer().posts().stream()
        .filter(post -> post.role().has(Permissions.ANSWER_CROSS_CHECKS) && post.code() != null)
        .map(HeldPost::code)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static CrossCheck check(ResultSet row) throws SQLException {
    return new CrossCheck(
        row.getLong("id"),
        row.getString("unit_code"),
        row.getString("unit_name"),
        row.getObject("from_on", LocalDate.class),
        row.getObject("to_on", LocalDate.class),
        row.getString("seed"),
        row.getBoolean("seed_given"),
        row.getInt("share_numerator") + "/" + row.getInt("share_denominator"),
        row.getInt("population"),
        row.getString("population_hash"),
        row.getInt("drawn"),
        LocalTimes.at(row, "drawn_at"),
        row.getString("drawn_by"),
        row.getInt("answered"),
        row.getInt("differing"),
        row.getInt("mine"));
  }

  private static Sample sample(ResultSet row) throws SQLException {
    String answer = row.getString("answer");
    return new Sample(
        row.getLong("id"),
        row.getString("key"),
        row.getString("verifier"),
        row.getString("verifier_name"),
        row.getString("checker"),
        row.getString("checker_name"),
        Json.map(row.getString("content")),
        answer == null ? null : Answer.valueOf(answer),
        row.getString("answer_text"),
        LocalTimes.at(row, "answered_at"),
        row.getString("answered_by"),
        row.getBoolean("mine"));
  }
}
