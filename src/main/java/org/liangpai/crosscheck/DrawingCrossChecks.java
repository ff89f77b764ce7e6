package org.liangpai.crosscheck;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.notice.Addressee;
import org.liangpai.notice.Notice;
import org.liangpai.notice.NoticeKind;
import org.liangpai.notice.Notifying;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Scope;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Transactions;
import org.liangpai.warninglist.Fraction;

/** Draws for a unit and a period, once, and freezes everything that the draw was made from. */
@ApplicationScoped
public class DrawingCrossChecks {

  private static final int SEED_BYTES = 16;

  private static final String INSERT_KEYS =
      """
      INSERT INTO cross_check_key (cross_check_id, position, key, stratum, drawn)
      SELECT :id, position, key, stratum, key = ANY (CAST(:drawn AS text[]))
      FROM unnest(CAST(:keys AS text[]), CAST(:strata AS text[])) WITH ORDINALITY AS k (key, stratum, position)
      """;

  private static final String INSERT_SAMPLES =
      """
      INSERT INTO cross_check_sample
          (cross_check_id, key, verifier, verifier_name, part, checker, checker_name, decided_by, content)
      SELECT :id, s.key, s.verifier, s.verifier_name, s.part, s.checker, u.unit_name, s.decided_by,
          CAST(s.content AS jsonb)
      FROM unnest(CAST(:keys AS text[]), CAST(:verifiers AS text[]), CAST(:names AS text[]), CAST(:parts AS text[]),
          CAST(:checkers AS text[]), CAST(:deciders AS text[]), CAST(:contents AS text[]))
        AS s (key, verifier, verifier_name, part, checker, decided_by, content)
      JOIN unit u ON u.unit_code = s.checker
      """;

  private final SecureRandom chance = new SecureRandom();
  private final Transactions transactions;
  private final CurrentViewer viewer;
  private final Catalogue catalogue;
  private final Auditing auditing;
  private final Notifying notifying;
  private final Clock clock;

  DrawingCrossChecks(
      Transactions transactions,
      CurrentViewer viewer,
      Catalogue catalogue,
      Auditing auditing,
      Notifying notifying,
      Clock clock) {
    this.transactions = transactions;
    this.viewer = viewer;
    this.catalogue = catalogue;
    this.auditing = auditing;
    this.notifying = notifying;
    this.clock = clock;
  }

  /**
   * Draws; the same period again gives the draw that there is.
   *
   * @return its id
   * @throws NotFound if the unit is not in the viewer's scope
   * @throws CrossCheckRefused if the period is not over or was drawn otherwise, if there is nothing
   *     to draw, or nobody else to check it
   */
  public long draw(DrawRequest request) {
    if (!request.toOn().isBefore(LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE))) {
      throw CrossCheckRefused.notOver(request.toOn());
    }
    return transactions.call(connection -> draw(connection, request));
  }

  private long draw(Connection connection, DrawRequest request) throws SQLException {
    String name = requireUnit(connection, request.unit());
    lock(connection, request.unit());
    Long before = drawnBefore(connection, request);
    if (before != null) {
      return before;
    }
    List<String> units = parts(connection, request.unit());
    if (units.size() < 2) {
      throw CrossCheckRefused.alone(name);
    }
    List<Population.Member> members =
        Population.of(connection, request).stream()
            .filter(member -> units.contains(member.part()))
            .toList();
    if (members.isEmpty()) {
      throw CrossCheckRefused.nothing(request.fromOn(), request.toOn());
    }
    String seed = request.seed() == null ? madeByChance() : request.seed();
    Fraction share = catalogue.list().supervision().drawShare();
    Map<String, String> strata = new LinkedHashMap<>();
    members.forEach(member -> strata.put(member.key(), member.stratum()));
    Set<String> drawn = Drawing.draw(seed, share, strata);
    long id = freeze(connection, request, seed, share, units, members, drawn);
    freezeSamples(connection, id, members, drawn, Drawing.checkers(seed, units));
    auditing.record(
        connection,
        List.of(
            Entry.of(Act.CROSS_CHECK_DRAWN, ObjectKind.CROSS_CHECK, id)
                .now(
                    Map.of(
                        "unit", request.unit(),
                        "from", request.fromOn(),
                        "to", request.toOn(),
                        "seed", seed,
                        "share", share.toString(),
                        "population", members.size(),
                        "drawn", drawn.size()))));
    tell(connection, id, request);
    return id;
  }

  private String requireUnit(Connection connection, String code) throws SQLException {
    Scope scope = viewer.scope();
    String sql =
        "SELECT u.level, u.unit_name FROM unit u WHERE u.unit_code = :code"
            + scope.condition("u.path");
    List<List<String>> found =
        scope
            .bind(NamedStatement.of(sql))
            .with("code", code)
            .list(connection, row -> List.of(row.getString(1), row.getString(2)));
    if (found.isEmpty()) {
      throw new NotFound("党组织", code);
    }
    if (!Set.of("CITY", "COUNTY").contains(found.get(0).get(0))) {
      throw new Invalid("unit", "抽查由县级党委或市委组织，请选择县级党委或市委");
    }
    return found.get(0).get(1);
  }

  /** Two who draw for the same unit at once wait for each other. */
  private static void lock(Connection connection, String unit) throws SQLException {
    NamedStatement.of(
            "SELECT CAST(pg_advisory_xact_lock(hashtextextended('cross-check ' || :unit, 0)) AS text)")
        .with("unit", unit)
        .list(connection, row -> row.getString(1));
  }

  private static Long drawnBefore(Connection connection, DrawRequest request) throws SQLException {
    Long[] same = new Long[1];
    NamedStatement.of(
            """
            SELECT id, from_on, to_on, seed FROM cross_check
            WHERE unit_code = :unit AND daterange(from_on, to_on, '[]') && daterange(:from, :to, '[]') ORDER BY id
            """)
        .with("unit", request.unit())
        .with("from", request.fromOn())
        .with("to", request.toOn())
        .each(
            connection,
            row -> {
              LocalDate from = row.getObject(2, LocalDate.class);
              LocalDate to = row.getObject(3, LocalDate.class);
              boolean isSame =
                  from.equals(request.fromOn())
                      && to.equals(request.toOn())
                      && (request.seed() == null || request.seed().equals(row.getString(4)));
              if (!isSame) {
                throw CrossCheckRefused.drawn(row.getLong(1), from, to);
              }
              same[0] = row.getLong(1);
              return same;
            });
    return same[0];
  }

  /** The parts of a unit that check one another, in the order of their codes. */
  private static List<String> parts(Connection connection, String unit) throws SQLException {
    return NamedStatement.of(
            """
            SELECT unit_code FROM unit WHERE parent_code = :unit AND level IN ('COUNTY', 'COMMITTEE')
            ORDER BY unit_code COLLATE "C"
            """)
        .with("unit", unit)
        .list(connection, row -> row.getString(1));
  }

  private String madeByChance() {
    byte[] bytes = new byte[SEED_BYTES];
    chance.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private long freeze(
      Connection connection,
      DrawRequest request,
      String seed,
      Fraction share,
      List<String> units,
      List<Population.Member> members,
      Set<String> drawn)
      throws SQLException {
    List<DrawnKey> keys =
        members.stream()
            .map(one -> new DrawnKey(one.key(), one.stratum(), drawn.contains(one.key())))
            .toList();
    long id =
        NamedStatement.of(
                """
                INSERT INTO cross_check (unit_code, from_on, to_on, seed, seed_given, share_numerator,
                    share_denominator, checkers, population, population_hash, drawn, drawn_at, drawn_by)
                VALUES (:unit, :from, :to, :seed, :given, :numerator, :denominator, CAST(:units AS text[]),
                    :population, :hash, :drawn, :now, :by)
                RETURNING id
                """)
            .with("unit", request.unit())
            .with("from", request.fromOn())
            .with("to", request.toOn())
            .with("seed", seed)
            .with("given", request.seed() != null)
            .with("numerator", share.numerator())
            .with("denominator", share.denominator())
            .with("units", units.toArray(String[]::new))
            .with("population", keys.size())
            .with("hash", Drawing.populationHash(keys))
            .with("drawn", drawn.size())
            .with("now", OffsetDateTime.ofInstant(clock.instant(), ClockProducer.ZONE))
            .with("by", viewer.account())
            .list(connection, row -> row.getLong(1))
            .get(0);
    NamedStatement.of(INSERT_KEYS)
        .with("id", id)
        .with("keys", keys.stream().map(DrawnKey::key).toArray(String[]::new))
        .with("strata", keys.stream().map(DrawnKey::stratum).toArray(String[]::new))
        .with("drawn", drawn.toArray(String[]::new))
        .execute(connection);
    return id;
  }

  private static void freezeSamples(
      Connection connection,
      long id,
      List<Population.Member> members,
      Set<String> drawn,
      Map<String, String> checkers)
      throws SQLException {
    List<Population.Member> chosen =
        members.stream().filter(one -> drawn.contains(one.key())).toList();
    Map<String, String> contents = Population.contents(connection, drawn);
    NamedStatement.of(INSERT_SAMPLES)
        .with("id", id)
        .with("keys", chosen.stream().map(Population.Member::key).toArray(String[]::new))
        .with("verifiers", chosen.stream().map(Population.Member::verifier).toArray(String[]::new))
        .with("names", chosen.stream().map(Population.Member::verifierName).toArray(String[]::new))
        .with("parts", chosen.stream().map(Population.Member::part).toArray(String[]::new))
        .with(
            "checkers", chosen.stream().map(one -> checkers.get(one.part())).toArray(String[]::new))
        .with("deciders", chosen.stream().map(Population.Member::decidedBy).toArray(String[]::new))
        .with(
            "contents", chosen.stream().map(one -> contents.get(one.key())).toArray(String[]::new))
        .execute(connection);
  }

  private void tell(Connection connection, long id, DrawRequest request) throws SQLException {
    Map<String, Integer> waiting = new TreeMap<>();
    NamedStatement.of(
            "SELECT checker, count(*) FROM cross_check_sample WHERE cross_check_id = :id GROUP BY checker")
        .with("id", id)
        .each(connection, row -> waiting.put(row.getString(1), row.getInt(2)));
    List<Notice> notices = new ArrayList<>();
    waiting.forEach(
        (unit, number) ->
            notices.add(
                new Notice(
                    "CROSS_CHECK " + id + " " + unit,
                    NoticeKind.SUPERVISION,
                    "有%d项核实、销号事项请您交叉核查".formatted(number),
                    "抽查 %s 至 %s 的核实和销号，抽到%d项由贵单位核查。请逐项看是否属实，反馈一致或不一致。"
                        .formatted(request.fromOn(), request.toOn(), number),
                    "/cross-checks/" + id,
                    List.of(Addressee.office(unit)))));
    notifying.tell(connection, notices);
  }
}
