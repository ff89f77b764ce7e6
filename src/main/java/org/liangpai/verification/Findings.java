package org.liangpai.verification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Recusal;
import org.liangpai.security.Scope;

/** The findings as verification changes them. */
@ApplicationScoped
class Findings implements PanacheRepositoryBase<Finding, Long> {

  private static final String FILED_BY =
      """
      SELECT f.id FROM finding f
      WHERE f.id = ANY (CAST(:ids AS bigint[])) AND (
          EXISTS (SELECT FROM monthly_record r WHERE r.branch_code = f.branch_code AND r.month = f.month
              AND r.version = f.record_version AND r.recorded_by = :account)
          OR EXISTS (SELECT FROM monthly_record_version r WHERE r.branch_code = f.branch_code
              AND r.month = f.month AND r.version = f.record_version AND r.recorded_by = :account)
          OR EXISTS (SELECT FROM branch_version v WHERE v.branch_code = f.branch_code
              AND v.version = f.roster_version AND v.recorded_by = :account))
      ORDER BY f.id
      """;

  private static final String NAMED =
      """
      SELECT b.branch_name, f.month, f.item, f.status, coalesce(a.display_name, f.decided_by),
          to_char(f.decided_at AT TIME ZONE 'Asia/Shanghai', 'FMMM月FMDD日 HH24:MI')
      FROM finding f JOIN branch b ON b.branch_code = f.branch_code LEFT JOIN account a ON a.name = f.decided_by
      WHERE f.id = ANY (CAST(:ids AS bigint[])) ORDER BY f.id
      """;

  private static final String OF_OTHERS =
      """
      SELECT f.id, verifier.unit_name FROM finding f
      JOIN branch b ON b.branch_code = f.branch_code
      JOIN unit u ON u.unit_code = b.unit_code
      %s
      WHERE f.id = ANY (CAST(:ids AS bigint[])) AND NOT %s ORDER BY f.id
      """
          .formatted(VerifierSql.UNITS, VerifierSql.MINE);

  private static final String PLACES =
      """
      SELECT f.branch_code FROM finding f WHERE f.id = ANY (CAST(:ids AS bigint[]))
      UNION SELECT u.committee_code FROM finding f
      JOIN branch b ON b.branch_code = f.branch_code
      JOIN unit u ON u.unit_code = b.unit_code
      WHERE f.id = ANY (CAST(:ids AS bigint[])) AND f.duty = 'UNIT'
      """;

  private final CurrentViewer viewer;
  private final Recusal recusal;

  Findings(CurrentViewer viewer, Recusal recusal) {
    this.viewer = viewer;
    this.recusal = recusal;
  }

  /** The branches that the findings are about, and the committees whose duty they are. */
  private List<String> places(Collection<Long> ids) {
    return getEntityManager()
        .unwrap(Session.class)
        .createNativeQuery(PLACES, String.class)
        .setParameter("ids", ids.toArray(Long[]::new))
        .getResultList();
  }

  /** Refuses if one of the ids is about a branch or duty of the viewer's own. */
  void requireOthers(Collection<Long> ids) {
    recusal.require(places(ids));
  }

  /** Refuses unless all of the ids are the viewer's to verify. */
  void requireMine(Collection<Long> ids) {
    NativeQuery<Object[]> query =
        getEntityManager().unwrap(Session.class).createNativeQuery(OF_OTHERS, Object[].class);
    VerifierSql.parameters(viewer.viewer(), recusal.own()).forEach(query::setParameter);
    query.setParameter("ids", ids.toArray(Long[]::new)).getResultList().stream()
        .findFirst()
        .ifPresent(
            row -> {
              throw new OtherVerifier((Long) row[0], (String) row[1]);
            });
  }

  /** Those of the ids that are in the viewer's scope. */
  Set<Long> seen(Collection<Long> ids) {
    Scope scope = viewer.scope();
    String sql =
        "SELECT id FROM finding WHERE id = ANY (CAST(:ids AS bigint[]))"
            + scope.ofBranch("finding.branch_code");
    NativeQuery<Long> query =
        getEntityManager().unwrap(Session.class).createNativeQuery(sql, Long.class);
    scope.parametersOf(sql).forEach(query::setParameter);
    return Set.copyOf(query.setParameter("ids", ids.toArray(Long[]::new)).getResultList());
  }

  /** Those of the ids that were judged by a record or roster that somebody filed. */
  List<Long> judgedByFilingOf(String account, Collection<Long> ids) {
    return getEntityManager()
        .unwrap(Session.class)
        .createNativeQuery(FILED_BY, Long.class)
        .setParameter("ids", ids.toArray(Long[]::new))
        .setParameter("account", account)
        .getResultList();
  }

  /** The same findings as they are named to people, in the order of the ids. */
  List<DecidedFinding> named(Collection<Long> ids) {
    return getEntityManager()
        .unwrap(Session.class)
        .createNativeQuery(NAMED, Object[].class)
        .setParameter("ids", ids.toArray(Long[]::new))
        .getResultStream()
        .map(
            row ->
                new DecidedFinding(
                    (String) row[0],
                    YearMonth.from((LocalDate) row[1]),
                    (String) row[2],
                    FindingStatus.valueOf((String) row[3]),
                    (String) row[4],
                    (String) row[5]))
        .toList();
  }

  List<Finding> withIds(Collection<Long> ids) {
    return list("id in ?1", ids);
  }

  /**
   * Branches with a withdrawn finding in a month, a confirmed one, and none open, all of the same
   * duty.
   */
  List<String> closedByWithdrawal(LocalDate month) {
    return getEntityManager()
        .createQuery(
            """
            select branchCode from Finding where month = :month group by branchCode, duty
            having sum(case when status = WITHDRAWN then 1 else 0 end) > 0
                and sum(case when status = CONFIRMED then 1 else 0 end) > 0
                and sum(case when status = PENDING and carded then 1 else 0 end) = 0
            order by branchCode
            """,
            String.class)
        .setParameter("month", month)
        .getResultList();
  }

  /** All findings of some branches in a month, held against other decisions for the transaction. */
  List<Finding> lockedOf(LocalDate month, Collection<String> branches) {
    return find("month = ?1 and branchCode in ?2 order by id", month, branches)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }
}
