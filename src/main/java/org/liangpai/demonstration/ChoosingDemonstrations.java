package org.liangpai.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.notice.Addressee;
import org.liangpai.notice.Notice;
import org.liangpai.notice.NoticeKind;
import org.liangpai.notice.Notifying;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.HeldPost;
import org.liangpai.security.Permissions;
import org.liangpai.security.Recusal;
import org.liangpai.security.Scope;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Transactions;

/** People choose demonstration branches among the candidates, resume them and end them. */
@ApplicationScoped
public class ChoosingDemonstrations {

  /** Any number will do that no other lock of the service uses. */
  private static final long LOCK = 7_230_045;

  /**
   * It is chosen by the nearest office above the branch at which the viewer has a post to do so.
   */
  private static final String CHOOSE =
      """
      INSERT INTO demonstration
          (number, branch_code, status, since, reason, facts, chosen_at, chosen_by, chosen_unit)
      SELECT :number, b.branch_code, 'IN_FORCE', :since, :reason, CAST(:facts AS jsonb), :at, :actor,
          coalesce((SELECT a.code FROM unnest(u.path) WITH ORDINALITY AS a (code, nth)
              WHERE a.code = ANY (CAST(:offices AS text[])) ORDER BY a.nth DESC LIMIT 1), u.path[1])
      FROM branch b JOIN unit u ON u.unit_code = b.unit_code WHERE b.branch_code = :branch
      RETURNING id
      """;

  /** A statement of its own: row security asks for the row that the first one made. */
  private static final String KEEP =
      """
      INSERT INTO demonstration_event (demonstration_id, at, acted_on, actor, act, reason)
      VALUES (:id, :at, :today, :actor, :act, :reason)
      """;

  private static final String PUBLISH =
      """
      INSERT INTO published_demonstration
          (number, year, sequence, branch_name, unit_name, domain, since, status, changed_on)
      SELECT :number, :year, :sequence, b.branch_name, u.unit_name, b.domain, :since, 'IN_FORCE', :today
      FROM branch b JOIN unit u ON u.unit_code = b.unit_code WHERE b.branch_code = :branch
      """;

  private static final String CHANGE =
      """
      WITH changed AS (UPDATE demonstration SET status = :status WHERE id = :id RETURNING number)
      UPDATE published_demonstration p SET status = :status, changed_on = :today FROM changed
      WHERE p.number = changed.number
      """;

  /** One as it is on file, held until the end of the transaction. */
  private record Held(long id, String number, String branch, DemonstrationStatus status) {}

  private final Recusal recusal;
  private final Transactions transactions;
  private final AssessingBranches assessing;
  private final FollowingDemonstrations following;
  private final Auditing auditing;
  private final Notifying notifying;
  private final CurrentViewer viewer;
  private final Clock clock;

  ChoosingDemonstrations(
      Recusal recusal,
      Transactions transactions,
      AssessingBranches assessing,
      FollowingDemonstrations following,
      Auditing auditing,
      Notifying notifying,
      CurrentViewer viewer,
      Clock clock) {
    this.recusal = recusal;
    this.transactions = transactions;
    this.assessing = assessing;
    this.following = following;
    this.auditing = auditing;
    this.notifying = notifying;
    this.viewer = viewer;
    this.clock = clock;
  }

  /**
   * Chooses a candidate.
   *
   * @param since from which day; its year is that of the number
   * @return the number, such as {@code 2026-0017}
   * @throws DemonstrationRefused if it is no candidate, or is chosen already
   */
  public String choose(String branchCode, LocalDate since, String reason) {
    String why = required(reason, "请写明选为示范党支部的理由");
    LocalDate today = LocalDate.now(clock);
    if (since.isBefore(today.minusYears(1)) || since.isAfter(today.plusYears(1))) {
      throw new Invalid("since", "起始日期应在今天前后一年以内");
    }
    return transactions.call(
        connection -> {
          // One at a time: numbers of a year follow one another without gaps.
          NamedStatement.of("SELECT pg_advisory_xact_lock(:lock)")
              .with("lock", LOCK)
              .list(connection, row -> row.getString(1));
          Assessment branch = assessing.of(connection, branchCode);
          recusal.require(branch.branchCode());
          if (branch.number() != null) {
            throw DemonstrationRefused.already(branch.branchName(), branch.number());
          }
          if (!branch.candidate()) {
            throw DemonstrationRefused.noCandidate(branch);
          }
          return choose(connection, branch, since, why);
        });
  }

  /** A suspended one goes on; not while a red card stands. */
  public void resume(String number, String reason) {
    String why = required(reason, "请写明恢复的理由");
    following.follow();
    transactions.call(
        connection -> {
          Held one = held(connection, number);
          recusal.require(one.branch());
          if (one.status() != DemonstrationStatus.SUSPENDED) {
            throw DemonstrationRefused.notSuspended(number);
          }
          List<String> red = redCards(connection, one);
          if (!red.isEmpty()) {
            throw DemonstrationRefused.redStands(number, red.get(0));
          }
          change(connection, one, DemonstrationStatus.IN_FORCE, "RESUMED", why);
          tell(
              connection,
              Act.DEMONSTRATION_RESUMED,
              one.number(),
              one.branch(),
              "示范党支部已恢复",
              why,
              "resumed " + OffsetDateTime.now(clock));
          return null;
        });
  }

  /** Ends it; the same again changes nothing. */
  public void end(String number, String reason) {
    String why = required(reason, "请写明取消的理由");
    transactions.call(
        connection -> {
          Held one = held(connection, number);
          recusal.require(one.branch());
          if (one.status() != DemonstrationStatus.ENDED) {
            change(connection, one, DemonstrationStatus.ENDED, "ENDED", why);
            tell(
                connection,
                Act.DEMONSTRATION_ENDED,
                one.number(),
                one.branch(),
                "示范党支部已取消",
                why,
                "ended");
          }
          return null;
        });
  }

  private String choose(Connection connection, Assessment branch, LocalDate since, String why)
      throws SQLException {
    int year = since.getYear();
    int sequence =
        NamedStatement.of(
                "SELECT coalesce(max(sequence), 0) + 1 FROM published_demonstration WHERE year = :year")
            .with("year", year)
            .list(connection, row -> row.getInt(1))
            .get(0);
    String number = "%d-%04d".formatted(year, sequence);
    long id =
        acting(CHOOSE)
            .with("number", number)
            .with("branch", branch.branchCode())
            .with("since", since)
            .with("reason", why)
            .with("offices", offices())
            .with("facts", ListingDemonstrations.json(branch.criteria()))
            .list(connection, row -> row.getLong(1))
            .get(0);
    keep(connection, id, "CHOSEN", why);
    acting(PUBLISH)
        .with("number", number)
        .with("year", year)
        .with("sequence", sequence)
        .with("since", since)
        .with("branch", branch.branchCode())
        .execute(connection);
    tell(
        connection,
        Act.DEMONSTRATION_CHOSEN,
        number,
        branch.branchCode(),
        "被选为示范党支部",
        why,
        "chosen");
    return number;
  }

  private String[] offices() {
    return viewer.viewer().posts().stream()
        .filter(post -> post.role().has(Permissions.CHOOSE_DEMONSTRATIONS))
        .map(HeldPost::code)
        .toArray(String[]::new);
  }

  private Held held(Connection connection, String number) throws SQLException {
    Scope scope = viewer.scope();
    String sql =
        "SELECT id, number, branch_code, status FROM demonstration WHERE number = :number"
            + scope.ofBranch("demonstration.branch_code")
            + " FOR UPDATE";
    return scope
        .bind(NamedStatement.of(sql))
        .with("number", number)
        .list(
            connection,
            row ->
                new Held(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    DemonstrationStatus.valueOf(row.getString(4))))
        .stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("示范党支部", number));
  }

  private static List<String> redCards(Connection connection, Held one) throws SQLException {
    return NamedStatement.of(
            """
            SELECT number FROM card WHERE branch_code = :branch AND level = 'RED'
                AND status NOT IN ('CLEARED', 'WITHDRAWN') ORDER BY number
            """)
        .with("branch", one.branch())
        .list(connection, row -> row.getString(1));
  }

  private void change(
      Connection connection, Held one, DemonstrationStatus to, String act, String why)
      throws SQLException {
    acting(CHANGE).with("status", to.name()).with("id", one.id()).execute(connection);
    keep(connection, one.id(), act, why);
  }

  private void keep(Connection connection, long id, String act, String why) throws SQLException {
    acting(KEEP).with("id", id).with("act", act).with("reason", why).execute(connection);
  }

  private NamedStatement acting(String sql) {
    return NamedStatement.of(sql)
        .with("at", OffsetDateTime.now(clock))
        .with("today", LocalDate.now(clock))
        .with("actor", viewer.account());
  }

  private void tell(
      Connection connection,
      Act act,
      String number,
      String branch,
      String title,
      String why,
      String happened)
      throws SQLException {
    auditing.record(
        connection,
        List.of(
            Entry.of(act, ObjectKind.DEMONSTRATION, number)
                .now(Map.of("branch", branch))
                .because(why)));
    notifying.tell(
        connection,
        List.of(
            new Notice(
                "demonstration " + number + " " + happened,
                NoticeKind.DECISION,
                title,
                "编号 " + number + "。理由：" + why,
                "/demonstrations/" + number,
                List.of(Addressee.secretary(branch)))));
  }

  private static String required(String reason, String message) {
    if (reason == null || reason.isBlank()) {
      throw new Invalid("reason", message);
    }
    return reason.strip();
  }
}
