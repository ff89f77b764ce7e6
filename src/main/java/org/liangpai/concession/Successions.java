package org.liangpai.concession;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Scope;
import org.liangpai.shared.NotFound;

/** Which branch succeeds which, and what a decision on it has to know. */
@ApplicationScoped
class Successions {

  /**
   * A decision that was made.
   *
   * @param successor or {@code null} if nobody goes on
   */
  record Decided(String successor, String reason) {}

  private final EntityManager entities;
  private final CurrentViewer viewer;

  Successions(EntityManager entities, CurrentViewer viewer) {
    this.entities = entities;
    this.viewer = viewer;
  }

  /** Lets one at a time decide on a branch of the viewer's scope, until the transaction ends. */
  void hold(String branch) {
    sql(
            "SELECT CAST(pg_advisory_xact_lock(hashtextextended('succession ' || :code, 0)) AS text)",
            String.class)
        .setParameter("code", branch)
        .getSingleResult();
  }

  /**
   * Whether a branch of the viewer's scope is dissolved.
   *
   * @throws NotFound if the viewer sees no such branch
   */
  boolean isDissolved(String branch, LocalDate day) {
    Scope scope = viewer.scope();
    String text =
        """
        SELECT coalesce(b.dissolved_on <= :day, false)
        FROM branch b JOIN unit u ON u.unit_code = b.unit_code WHERE b.branch_code = :code
        """
            + scope.condition("u.path", "b.branch_code");
    NativeQuery<Boolean> query = sql(text, Boolean.class);
    scope.parametersOf(text).forEach(query::setParameter);
    return query
        .setParameter("day", day)
        .setParameter("code", branch)
        .uniqueResultOptional()
        .orElseThrow(() -> new NotFound("支部", branch));
  }

  /** The decision on a branch. */
  Optional<Decided> of(String branch) {
    return sql(
            "SELECT successor_code, reason FROM branch_succession WHERE branch_code = :code",
            Object[].class)
        .setParameter("code", branch)
        .uniqueResultOptional()
        .map(row -> new Decided((String) row[0], (String) row[1]));
  }

  void add(String branch, Decided decided, String by, Instant at) {
    sql(
            """
            INSERT INTO branch_succession (branch_code, successor_code, reason, decided_at, decided_by)
            VALUES (:branch, CAST(:successor AS text), :reason, :at, :by)
            """,
            Object.class)
        .setParameter("branch", branch)
        .setParameter("successor", decided.successor())
        .setParameter("reason", decided.reason())
        .setParameter("at", at)
        .setParameter("by", by)
        .executeUpdate();
  }

  private <T> NativeQuery<T> sql(String text, Class<T> result) {
    return entities.unwrap(Session.class).createNativeQuery(text, result);
  }
}
