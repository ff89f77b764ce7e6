package org.liangpai.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Scope;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Page;
import org.liangpai.shared.Transactions;

/** Reads which branches are at risk and who takes them, worst first. */
@ApplicationScoped
public class ListingSupervision {

  private final Transactions transactions;
  private final CurrentViewer viewer;
  private final Clock clock;

  ListingSupervision(Transactions transactions, CurrentViewer viewer, Clock clock) {
    this.transactions = transactions;
    this.viewer = viewer;
    this.clock = clock;
  }

  /** The branches after a key, worst first, at most so many. */
  public Page<SupervisedBranch> list(SupervisionFilter filter, String after, int limit) {
    Scope scope = viewer.scope();
    StringBuilder where = new StringBuilder("WHERE key > :after");
    filter.unit().ifPresent(unit -> where.append(" AND path @> ARRAY[CAST(:unit AS text)]"));
    if (filter.branch().isPresent()) {
      where.append(" AND branch_code = :branch");
    } else {
      where.append(" AND (rank > 0 OR l_id IS NOT NULL OR s_id IS NOT NULL)");
    }
    filter.account().ifPresent(account -> where.append(" AND ").append(takenBy(filter)));
    filter.gap().ifPresent(gap -> where.append(" AND ").append(missing(gap)));
    where.append(scope.condition("path", "branch_code"));
    String sql =
        SupervisionSql.BRANCHES
            + "SELECT *, "
            + SupervisionSql.PATH
            + " AS unit_path FROM supervised "
            + where
            + " ORDER BY key LIMIT :limit";
    List<SupervisedBranch> read =
        transactions.call(
            connection ->
                scope
                    .bind(NamedStatement.of(sql))
                    .with("today", today())
                    .with("after", after)
                    .with("unit", filter.unit().orElse(null))
                    .with("branch", filter.branch().orElse(null))
                    .with("account", filter.account().orElse(null))
                    .with("limit", Page.read(limit))
                    .list(connection, ListingSupervision::branch));
    return Page.of(read, limit, SupervisedBranch::key);
  }

  /**
   * What an account could hand over today: the branches that it takes or is going to take, worst
   * first.
   */
  public List<HeldBranch> held(AssignmentKind kind, String account) {
    Scope scope = viewer.scope();
    String sql =
        SupervisionSql.BRANCHES
            + "SELECT supervised.*, "
            + SupervisionSql.PATH
            + " AS unit_path, a.from_on, a.to_on"
            + " FROM supervised JOIN supervision_assignment a ON a.branch_code = supervised.branch_code WHERE "
            + SupervisionSql.HELD_FROM
            + scope.condition("supervised.path", "supervised.branch_code")
            + " ORDER BY key, a.from_on";
    return transactions.call(
        connection ->
            scope
                .bind(NamedStatement.of(sql))
                .with("today", today())
                .with("from", today())
                .with("kind", kind.name())
                .with("account", account)
                .list(connection, row -> held(row, kind)));
  }

  /** One branch, carded and taken or not; a missing one is {@link NotFound}. */
  public SupervisedBranch get(String branchCode) {
    SupervisionFilter one =
        new SupervisionFilter(
            Optional.empty(),
            Optional.of(branchCode),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return list(one, "", 1).items().stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("支部", branchCode));
  }

  /** How far the branches of the viewer's scope, or of a unit in it, are supervised. */
  public SupervisionCount count(SupervisionFilter filter) {
    Scope scope = viewer.scope();
    String sql =
        SupervisionSql.BRANCHES
            + """
            SELECT count(*) FILTER (WHERE rank > 0), count(*) FILTER (WHERE rank >= 3),
                count(*) FILTER (WHERE %s), count(*) FILTER (WHERE %s), count(*) FILTER (WHERE %s)
            FROM supervised WHERE true %s %s
            """
                .formatted(
                    SupervisionSql.WITHOUT_LEADER,
                    SupervisionSql.WITHOUT_SUPERVISOR,
                    SupervisionSql.VACANT,
                    filter.unit().isPresent() ? "AND path @> ARRAY[CAST(:unit AS text)]" : "",
                    scope.condition("path", "branch_code"));
    return transactions.call(
        connection ->
            scope
                .bind(NamedStatement.of(sql))
                .with("today", today())
                .with("unit", filter.unit().orElse(null))
                .list(
                    connection,
                    row ->
                        new SupervisionCount(
                            row.getInt(1),
                            row.getInt(2),
                            row.getInt(3),
                            row.getInt(4),
                            row.getInt(5)))
                .get(0));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE);
  }

  private static String takenBy(SupervisionFilter filter) {
    return filter
        .kind()
        .map(
            kind ->
                kind == AssignmentKind.CONTACT_LEADER
                    ? "l_account = :account"
                    : "s_account = :account")
        .orElse("(l_account = :account OR s_account = :account)");
  }

  private static String missing(SupervisionFilter.Gap gap) {
    return switch (gap) {
      case WITHOUT_LEADER -> SupervisionSql.WITHOUT_LEADER;
      case WITHOUT_SUPERVISOR -> SupervisionSql.WITHOUT_SUPERVISOR;
      case VACANT -> SupervisionSql.VACANT;
    };
  }

  private static SupervisedBranch branch(ResultSet row) throws SQLException {
    Array cards = row.getArray("cards");
    return new SupervisedBranch(
        row.getString("key"),
        row.getString("branch_code"),
        row.getString("branch_name"),
        row.getString("unit_path"),
        row.getString("level"),
        cards == null ? List.of() : List.of((String[]) cards.getArray()),
        row.getInt("items"),
        row.getBoolean("overdue"),
        row.getBoolean("relapse"),
        row.getObject("due_on", LocalDate.class),
        assignee(row, "l_"),
        assignee(row, "s_"));
  }

  private static HeldBranch held(ResultSet row, AssignmentKind kind) throws SQLException {
    SupervisedBranch branch = branch(row);
    Assignee today = branch.assignee(kind);
    return new HeldBranch(
        branch,
        row.getObject("from_on", LocalDate.class),
        row.getObject("to_on", LocalDate.class),
        today == null ? null : today.nextOn());
  }

  private static Assignee assignee(ResultSet row, String prefix) throws SQLException {
    Long id = row.getObject(prefix + "id", Long.class);
    return id == null
        ? null
        : new Assignee(
            id,
            row.getString(prefix + "account"),
            row.getString(prefix + "name"),
            row.getObject(prefix + "from_on", LocalDate.class),
            row.getObject(prefix + "to_on", LocalDate.class),
            row.getBoolean(prefix + "vacant"),
            row.getObject(prefix + "visited_on", LocalDate.class),
            row.getObject(prefix + "next_on", LocalDate.class));
  }
}
