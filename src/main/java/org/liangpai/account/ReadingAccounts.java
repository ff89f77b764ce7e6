package org.liangpai.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.liangpai.security.Role;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Page;
import org.liangpai.shared.Transactions;

/** Reads accounts and posts. */
@ApplicationScoped
public class ReadingAccounts {

  private static final String ACCOUNTS =
      """
      SELECT name, display_name, status,
        (SELECT max(f.locked_until) FROM account_failure f WHERE f.name_key = account.name_key), totp_confirmed_at IS NOT NULL, demonstration,
        CASE WHEN subject IS NULL THEN password_changed_at END, created_at, created_by, subject IS NOT NULL
      FROM account
      """;

  private static final String ALL_POSTS =
      """
      SELECT p.id, a.name, a.display_name, p.role, p.unit_code, p.branch_code,
        coalesce(u.unit_name, b.branch_name), p.from_on, p.to_on, p.ended_at
      FROM post p JOIN account a ON a.id = p.account_id
      LEFT JOIN unit u ON u.unit_code = p.unit_code
      LEFT JOIN branch b ON b.branch_code = p.branch_code
      """;

  private static final String POSTS =
      ALL_POSTS + "WHERE p.ended_at IS NULL AND (p.to_on IS NULL OR p.to_on >= :today) ";

  private final Transactions transactions;
  private final Clock clock;

  ReadingAccounts(Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Accounts in the order of their names, those after the given one. */
  public Page<AccountView> accounts(String after, int limit) {
    return accounts("", after, limit);
  }

  /** The same, but only those whose name, or the name of whose holder, contains a text. */
  public Page<AccountView> accounts(String part, String after, int limit) {
    return transactions.call(
        connection ->
            Page.of(
                accounts(
                    connection,
                    NamedStatement.of(
                            ACCOUNTS
                                + """
                                  WHERE name_key > :after
                                    AND (position(:part IN name_key) > 0 OR position(:part IN lower(display_name)) > 0)
                                  ORDER BY name_key LIMIT :limit
                                  """)
                        .with("part", AccountName.key(part))
                        .with("after", AccountName.key(after))
                        .with("limit", Page.read(limit))),
                limit,
                AccountView::name));
  }

  /** One account. */
  public AccountView account(String name) {
    return transactions
        .call(
            connection ->
                accounts(
                    connection,
                    NamedStatement.of(ACCOUNTS + "WHERE name_key = :key")
                        .with("key", AccountName.key(name))))
        .stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("账号", name));
  }

  /** Posts of today and to come in the order of their ids, and which are vacant today. */
  public PostsOverview posts(long after, int limit) {
    return transactions.call(
        connection -> {
          List<PostView> read =
              NamedStatement.of(POSTS + "AND p.id > :after ORDER BY p.id LIMIT :limit")
                  .with("today", LocalDate.now(clock))
                  .with("after", after)
                  .with("limit", Page.read(limit))
                  .list(connection, ReadingAccounts::post);
          Page<PostView> page = Page.of(read, limit, PostView::id);
          return new PostsOverview(
              page.items(), page.next(), vacant(connection), withoutSecretary(connection));
        });
  }

  /** One post, also one that has ended. */
  public PostView post(long id) {
    return transactions
        .call(
            connection ->
                NamedStatement.of(ALL_POSTS + "WHERE p.id = :id")
                    .with("id", id)
                    .list(connection, ReadingAccounts::post))
        .stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("岗位", id));
  }

  /** Who holds the same post as another, today or later. */
  public List<PostView> holders(PostView post) {
    return transactions.call(
        connection ->
            NamedStatement.of(
                    POSTS
                        + """
                          AND p.role = :role AND p.unit_code IS NOT DISTINCT FROM CAST(:unit AS text)
                          AND p.branch_code IS NOT DISTINCT FROM CAST(:branch AS text) ORDER BY p.id
                          """)
                .with("today", LocalDate.now(clock))
                .with("role", post.role().name())
                .with("unit", post.unitCode())
                .with("branch", post.branchCode())
                .list(connection, ReadingAccounts::post));
  }

  private List<AccountView> accounts(Connection connection, NamedStatement statement)
      throws SQLException {
    List<AccountView> found = statement.list(connection, this::account);
    Map<String, List<PostView>> posts = new HashMap<>();
    NamedStatement.of(POSTS + "AND a.name = ANY (:names) ORDER BY p.id")
        .with("today", LocalDate.now(clock))
        .with("names", found.stream().map(AccountView::name).toArray(String[]::new))
        .list(connection, ReadingAccounts::post)
        .forEach(one -> posts.computeIfAbsent(one.account(), name -> new ArrayList<>()).add(one));
    return found.stream().map(one -> one.with(posts.getOrDefault(one.name(), List.of()))).toList();
  }

  private List<PostsOverview.VacantPost> vacant(Connection connection) throws SQLException {
    return NamedStatement.of(
            """
            SELECT asked.role, u.unit_code, u.unit_name
            FROM unit u
            JOIN (VALUES ('CITY', 'CITY_OFFICER'), ('COUNTY', 'COUNTY_OFFICER'),
              ('COMMITTEE', 'COMMITTEE_OFFICER')) asked(level, role) ON asked.level = u.level
            WHERE NOT EXISTS (
              SELECT FROM post p WHERE p.unit_code = u.unit_code AND p.role = asked.role
                AND p.ended_at IS NULL AND p.from_on <= :today AND (p.to_on IS NULL OR p.to_on >= :today))
            ORDER BY u.path
            """)
        .with("today", LocalDate.now(clock))
        .list(connection, ReadingAccounts::vacant);
  }

  private long withoutSecretary(Connection connection) throws SQLException {
    return NamedStatement.of("SELECT branches_without_secretary(:today)")
        .with("today", LocalDate.now(clock))
        .list(connection, row -> row.getLong(1))
        .get(0);
  }

  private static PostsOverview.VacantPost vacant(ResultSet row) throws SQLException {
    Role role = Role.valueOf(row.getString(1));
    return new PostsOverview.VacantPost(role, role.label(), row.getString(2), row.getString(3));
  }

  private AccountView account(ResultSet row) throws SQLException {
    AccountStatus status = AccountStatus.valueOf(row.getString(3));
    Instant lockedUntil = Accounts.instant(row, 4);
    boolean isLocked = lockedUntil != null && clock.instant().isBefore(lockedUntil);
    return new AccountView(
        row.getString(1),
        row.getString(2),
        status,
        status.label(),
        isLocked ? lockedUntil : null,
        row.getBoolean(5),
        row.getBoolean(6),
        row.getBoolean(10),
        Accounts.instant(row, 7),
        Accounts.instant(row, 8),
        row.getString(9),
        List.of());
  }

  private static PostView post(ResultSet row) throws SQLException {
    Role role = Role.valueOf(row.getString(4));
    return new PostView(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        role,
        role.label(),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getObject(8, LocalDate.class),
        row.getObject(9, LocalDate.class),
        Accounts.instant(row, 10));
  }
}
