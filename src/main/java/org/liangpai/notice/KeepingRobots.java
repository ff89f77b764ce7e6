package org.liangpai.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.UnitPath;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.LocalTimes;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Transactions;

/** The robots of the city's group chats. Address and secret go in and never come out again. */
@ApplicationScoped
public class KeepingRobots {

  /** A unit that has an office, with the names of those above it. */
  public record Place(String code, String label) {}

  private static final int SHOWN = 4;
  private static final String PRESENT =
      """
      SELECT r.id, r.kind, r.name, r.unit_code, u.unit_name, r.url,
          r.secret IS NOT NULL AS signed, r.rhythm, r.created_at, r.created_by
      FROM notice_robot r LEFT JOIN unit u ON u.unit_code = r.unit_code WHERE r.removed_at IS NULL
      """;

  private static final String INSERT =
      """
      INSERT INTO notice_robot (id, kind, name, unit_code, url, url_hash, secret, rhythm, created_at, created_by)
      OVERRIDING SYSTEM VALUE
      VALUES (:id, :kind, :name, :unit, :url, :hash, :secret, :rhythm, :now, :by)
      ON CONFLICT (unit_code, url_hash) WHERE removed_at IS NULL DO NOTHING
      """;
  private static final String SAME =
      """
      SELECT id FROM notice_robot WHERE unit_code = :unit AND url_hash = :hash AND removed_at IS NULL
          AND kind = :kind AND name = :name AND rhythm = :rhythm
      """;

  private final Transactions transactions;
  private final Robots robots;
  private final RobotSlots slots;
  private final RobotSending sending;
  private final NoticeConfig config;
  private final Auditing auditing;
  private final CurrentViewer viewer;
  private final Clock clock;

  KeepingRobots(
      Transactions transactions,
      Robots robots,
      RobotSlots slots,
      RobotSending sending,
      NoticeConfig config,
      Auditing auditing,
      CurrentViewer viewer,
      Clock clock) {
    this.transactions = transactions;
    this.robots = robots;
    this.slots = slots;
    this.sending = sending;
    this.config = config;
    this.auditing = auditing;
    this.viewer = viewer;
    this.clock = clock;
  }

  /** All of them, by unit. */
  public List<RobotView> list() {
    return transactions.call(
        connection ->
            NamedStatement.of(PRESENT + " ORDER BY r.unit_code, r.id")
                .list(connection, this::view));
  }

  /** One of them. */
  public RobotView get(long id) {
    return transactions
        .call(
            connection ->
                NamedStatement.of(PRESENT + " AND r.id = :id")
                    .with("id", id)
                    .list(connection, this::view))
        .stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("群机器人", id));
  }

  /** The units to which a robot can belong. */
  public List<Place> places() {
    String sql =
        "SELECT unit_code, %s AS label FROM unit WHERE level IN ('CITY', 'COUNTY', 'COMMITTEE') ORDER BY path"
            .formatted(UnitPath.text("unit.path"));
    return transactions.call(
        connection ->
            NamedStatement.of(sql)
                .list(connection, row -> new Place(row.getString(1), row.getString(2))));
  }

  /** Adds one, and gives its id. The same again is the same one. */
  public long add(RobotWishes wishes) {
    wishes.check(config.robotHosts());
    if (wishes.url().isEmpty()) {
      throw new Invalid("url", "请填写机器人的地址");
    }
    return transactions.call(
        connection -> {
          checkPlace(connection, wishes.unitCode());
          long id = robots.nextId(connection);
          if (insert(connection, id, wishes) == 0) {
            return same(connection, wishes).orElseThrow(KeepingRobots::known);
          }
          slots.add(connection, id);
          record(connection, id, Map.of(), told(wishes));
          return id;
        });
  }

  /** Changes one; whose it is stays. */
  public void change(long id, RobotWishes wishes) {
    wishes.check(config.robotHosts());
    RobotView before = get(id);
    boolean isKept = wishes.url().isEmpty();
    transactions.call(
        connection -> {
          checkPlace(connection, wishes.unitCode());
          int changed =
              NamedStatement.of(
                      """
                      UPDATE notice_robot r SET name = :name, unit_code = :unit, rhythm = :rhythm,
                          url = coalesce(CAST(:url AS text), url),
                          url_hash = coalesce(CAST(:hash AS bytea), url_hash),
                          secret = CASE WHEN :unsigned THEN NULL ELSE coalesce(CAST(:secret AS text), secret) END
                      WHERE id = :id AND removed_at IS NULL AND NOT EXISTS (
                          SELECT FROM notice_robot other WHERE other.id <> r.id AND other.removed_at IS NULL
                              AND other.unit_code = :unit
                              AND other.url_hash = coalesce(CAST(:hash AS bytea), r.url_hash))
                      """)
                  .with("name", wishes.name())
                  .with("unit", wishes.unitCode())
                  .with("rhythm", wishes.rhythm().name())
                  .with("url", isKept ? null : robots.sealedAddress(id, wishes.url()))
                  .with("hash", isKept ? null : Robots.hash(wishes.url()))
                  .with("secret", robots.sealedSecret(id, secret(before.kind(), wishes)))
                  .with("unsigned", wishes.unsigned())
                  .with("id", id)
                  .execute(connection);
          if (changed == 0) {
            throw known();
          }
          record(
              connection,
              id,
              Map.of("名称", before.name(), "党组织", before.unitCode(), "方式", before.rhythmLabel()),
              told(wishes));
          return null;
        });
  }

  /** Removes one; what still waits for it lapses. Doing so again changes nothing. */
  public void remove(long id) {
    transactions.call(
        connection -> {
          int removed =
              NamedStatement.of(
                      "UPDATE notice_robot SET removed_at = :now WHERE id = :id AND removed_at IS NULL")
                  .with("now", now())
                  .with("id", id)
                  .execute(connection);
          if (removed > 0) {
            record(connection, id, Map.of("状态", "使用"), Map.of("状态", "已移除"));
          }
          return null;
        });
  }

  /** Sends a message by which one sees whether it works; it counts like any other. */
  public void tryOut(long id) {
    Optional<Robot> robot =
        transactions.call(
            connection -> {
              Optional<Robot> found = robots.present(connection, id);
              if (found.isPresent() && !slots.take(connection, id)) {
                throw NoticeRefused.tooMany();
              }
              return found;
            });
    try {
      sending.send(
          robot.orElseThrow(() -> new NotFound("群机器人", id)),
          "支部预警亮牌：这是一条测试消息，群机器人已经接通。",
          UUID.randomUUID());
    } catch (SendingFailed failed) {
      throw NoticeRefused.trialFailed(failed.getMessage());
    }
  }

  private static void checkPlace(Connection connection, String unit) throws SQLException {
    boolean isThere =
        NamedStatement.of(
                """
                SELECT EXISTS (SELECT FROM unit
                    WHERE unit_code = :unit AND level IN ('CITY', 'COUNTY', 'COMMITTEE'))
                """)
            .with("unit", unit)
            .list(connection, row -> row.getBoolean(1))
            .get(0);
    if (!isThere) {
      throw new Invalid("unitCode", "请选择市委、县级党委或基层党委");
    }
  }

  private int insert(Connection connection, long id, RobotWishes wishes) throws SQLException {
    return named(INSERT, wishes)
        .with("id", id)
        .with("url", robots.sealedAddress(id, wishes.url()))
        .with("secret", robots.sealedSecret(id, secret(wishes.kind(), wishes)))
        .with("now", now())
        .with("by", viewer.account())
        .execute(connection);
  }

  /** The robot that is already there, if it is what somebody wishes. */
  private Optional<Long> same(Connection connection, RobotWishes wishes) throws SQLException {
    List<Long> ids = named(SAME, wishes).list(connection, row -> row.getLong(1));
    if (ids.isEmpty()) {
      return Optional.empty();
    }
    String secret = secret(wishes.kind(), wishes);
    return robots
        .present(connection, ids.get(0))
        .filter(there -> Objects.requireNonNullElse(there.secret(), "").equals(secret))
        .map(Robot::id);
  }

  private static NamedStatement named(String sql, RobotWishes wishes) {
    return NamedStatement.of(sql)
        .with("kind", wishes.kind().name())
        .with("name", wishes.name())
        .with("unit", wishes.unitCode())
        .with("hash", Robots.hash(wishes.url()))
        .with("rhythm", wishes.rhythm().name());
  }

  private static String secret(RobotKind kind, RobotWishes wishes) {
    return kind.isSignable() ? wishes.secret() : "";
  }

  private static Invalid known() {
    return new Invalid("url", "这个党组织已经登记了这个地址的群机器人");
  }

  private void record(Connection connection, long id, Map<String, ?> before, Map<String, ?> after) {
    auditing.record(
        connection,
        List.of(
            Entry.of(Act.NOTICE_SETTINGS_CHANGED, ObjectKind.NOTICE, "群机器人 " + id)
                .changed(before, after)));
  }

  private static Map<String, String> told(RobotWishes wishes) {
    return Map.of(
        "名称", wishes.name(),
        "党组织", wishes.unitCode(),
        "方式", wishes.rhythm().label(),
        "地址", wishes.url().isEmpty() ? "未改" : shown(wishes.url()),
        "密钥", wishes.unsigned() ? "不再加签" : wishes.secret().isEmpty() ? "未改" : "已填写");
  }

  /** The host, and as much of the key as tells two robots apart. */
  private static String shown(String url) {
    return URI.create(url).getHost() + " …" + url.substring(Math.max(0, url.length() - SHOWN));
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ClockProducer.ZONE);
  }

  private RobotView view(ResultSet row) throws SQLException {
    RobotKind kind = RobotKind.valueOf(row.getString("kind"));
    Rhythm rhythm = Rhythm.valueOf(row.getString("rhythm"));
    return new RobotView(
        row.getLong("id"),
        kind,
        kind.label(),
        row.getString("name"),
        row.getString("unit_code"),
        row.getString("unit_name"),
        robots
            .address(row.getLong("id"), row.getString("url"))
            .map(KeepingRobots::shown)
            .orElse("读不出来，请重新填写"),
        row.getBoolean("signed"),
        rhythm,
        rhythm.label(),
        LocalTimes.at(row, "created_at"),
        row.getString("created_by"));
  }
}
