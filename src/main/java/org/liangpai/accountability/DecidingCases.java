package org.liangpai.accountability;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Recusal;
import org.liangpai.security.Scope;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Transactions;

/** Lets people open, decline and conclude cases; the service does none of it. */
@ApplicationScoped
public class DecidingCases {

  private static final int LONGEST = 2_000;
  private static final int LONGEST_POST = 100;

  private static final String OPEN =
      """
      INSERT INTO accountability_case (ground, grounds, unit_code, branch_code, card_number, status, measure, post,
          decision, decided_on, decided_at, decided_by)
      SELECT 'OTHER', :grounds, u.unit_code, CAST(:branch AS text), CAST(:card AS text), 'OPEN', :measure, :post,
          :decision, :on, :at, :by
      FROM unit u WHERE u.unit_code = :unit %s
      ON CONFLICT DO NOTHING
      RETURNING id
      """;

  private static final String OPENED =
      """
      SELECT a.id FROM accountability_case a JOIN unit u ON u.unit_code = a.unit_code
      WHERE a.key IS NULL AND a.decided_by = :by AND a.unit_code = :unit
          AND a.branch_code IS NOT DISTINCT FROM :branch AND a.card_number IS NOT DISTINCT FROM :card
          AND a.measure = :measure AND a.post = :post AND a.decided_on = :on
          AND a.grounds = :grounds AND a.decision = :decision %s
      """;

  private static final String BRANCH =
      """
      SELECT b.branch_code FROM branch b JOIN unit u ON u.unit_code = b.unit_code
      WHERE b.branch_code = :branch AND u.path @> ARRAY[CAST(:unit AS text)] %s
      """;

  private static final String CARD =
      """
      SELECT c.branch_code FROM card c
      LEFT JOIN branch b ON b.branch_code = c.branch_code
      JOIN unit u ON u.unit_code = coalesce(b.unit_code, c.unit_code)
      WHERE c.number = :card AND u.path @> ARRAY[CAST(:unit AS text)] %s
          AND (CAST(:branch AS text) IS NULL OR c.branch_code = :branch)
      """;

  private final Recusal recusal;
  private final Transactions transactions;
  private final ReadingCases reading;
  private final Auditing auditing;
  private final CurrentViewer viewer;
  private final Clock clock;

  DecidingCases(
      Recusal recusal,
      Transactions transactions,
      ReadingCases reading,
      Auditing auditing,
      CurrentViewer viewer,
      Clock clock) {
    this.recusal = recusal;
    this.transactions = transactions;
    this.reading = reading;
    this.auditing = auditing;
    this.viewer = viewer;
    this.clock = clock;
  }

  /**
   * Opens a case that the service did not propose. A card tells the branch that holds it. The same
   * again on the same day is the same case.
   *
   * @param grounds why
   * @return its id
   */
  public long open(Concerned concerned, String grounds, Opening opening) {
    Opening checked = checked(opening);
    String why = required("grounds", grounds, "请写明问责的事由", LONGEST);
    Scope scope = viewer.scope();
    return transactions.call(
        connection -> {
          String branch = branch(connection, scope, concerned);
          recusal.require(Arrays.asList(branch, concerned.unitCode()));
          Optional<Long> made = id(connection, OPEN, scope, concerned, branch, why, checked);
          if (made.isPresent()) {
            record(
                connection,
                Act.ACCOUNTABILITY_DECIDED,
                made.get(),
                told(checked),
                checked.decision());
            return made.get();
          }
          return id(connection, OPENED, scope, concerned, branch, why, checked)
              .orElseThrow(() -> new NotFound("党组织", concerned.unitCode()));
        });
  }

  private Optional<Long> id(
      Connection connection,
      String sql,
      Scope scope,
      Concerned concerned,
      String branch,
      String grounds,
      Opening opening)
      throws SQLException {
    return bound(scope.bind(NamedStatement.of(sql.formatted(ReadingCases.above(scope)))))
        .with("grounds", grounds)
        .with("unit", concerned.unitCode())
        .with("branch", branch)
        .with("card", concerned.cardNumber())
        .with("measure", opening.measure().name())
        .with("post", opening.post())
        .with("decision", opening.decision())
        .with("on", opening.on())
        .list(connection, row -> row.getLong(1))
        .stream()
        .findFirst();
  }

  /** The branch on whose account it is; branch and card must lie under the unit. */
  private static String branch(Connection connection, Scope scope, Concerned concerned)
      throws SQLException {
    String branch = concerned.branchCode();
    if (branch != null && found(connection, BRANCH, scope, "b.branch_code", concerned).isEmpty()) {
      throw new Invalid("branchCode", "所涉党组织之下没有这个支部：" + branch);
    }
    if (concerned.cardNumber() == null) {
      return branch;
    }
    List<Optional<String>> holders = found(connection, CARD, scope, "c.branch_code", concerned);
    if (holders.isEmpty()) {
      throw new Invalid("cardNumber", "所涉党组织、支部没有这张亮牌：" + concerned.cardNumber());
    }
    return holders.get(0).orElse(null);
  }

  private static List<Optional<String>> found(
      Connection connection, String sql, Scope scope, String branch, Concerned concerned)
      throws SQLException {
    return scope
        .bind(NamedStatement.of(sql.formatted(scope.condition("u.path", branch))))
        .with("unit", concerned.unitCode())
        .with("branch", concerned.branchCode())
        .with("card", concerned.cardNumber())
        .list(connection, row -> Optional.ofNullable(row.getString(1)));
  }

  /** Opens a proposed case. */
  public void open(long id, Opening opening) {
    others(id);
    Opening checked = checked(opening);
    transactions.call(
        connection -> {
          int opened =
              bound(
                      NamedStatement.of(
                          """
                          UPDATE accountability_case SET status = 'OPEN', measure = :measure, post = :post,
                              decision = :decision, decided_on = :on, decided_at = :at, decided_by = :by
                          WHERE id = :id AND status = 'PROPOSED'
                          """))
                  .with("id", id)
                  .with("measure", checked.measure().name())
                  .with("post", checked.post())
                  .with("decision", checked.decision())
                  .with("on", checked.on())
                  .execute(connection);
          if (opened == 0) {
            throw CaseRefused.decided(id);
          }
          record(connection, Act.ACCOUNTABILITY_DECIDED, id, told(checked), checked.decision());
          return null;
        });
  }

  /** Decides that a proposal becomes no case. */
  public void decline(long id, String reason, LocalDate on) {
    others(id);
    String why = required("decision", reason, "不予启动必须写明理由", LONGEST);
    LocalDate day = notLater(on, "on");
    transactions.call(
        connection -> {
          int declined =
              bound(
                      NamedStatement.of(
                          """
                          UPDATE accountability_case SET status = 'DECLINED', decision = :decision, decided_on = :on,
                              decided_at = :at, decided_by = :by
                          WHERE id = :id AND status = 'PROPOSED'
                          """))
                  .with("id", id)
                  .with("decision", why)
                  .with("on", day)
                  .execute(connection);
          if (declined == 0) {
            throw CaseRefused.decided(id);
          }
          record(
              connection,
              Act.ACCOUNTABILITY_DECIDED,
              id,
              Map.of("status", CaseStatus.DECLINED),
              why);
          return null;
        });
  }

  /** Records what came of a case. */
  public void conclude(long id, String result, LocalDate on) {
    CaseView open = others(id);
    String what = required("result", result, "请写明办理结果", LONGEST);
    LocalDate day = notLater(on, "on");
    if (open.decidedOn() != null && day.isBefore(open.decidedOn())) {
      throw new Invalid("on", "办理结果的日期不能早于决定日期 " + open.decidedOn());
    }
    transactions.call(
        connection -> {
          int concluded =
              bound(
                      NamedStatement.of(
                          """
                          UPDATE accountability_case SET status = 'CONCLUDED', result = :result, result_on = :on,
                              concluded_at = :at, concluded_by = :by
                          WHERE id = :id AND status = 'OPEN'
                          """))
                  .with("id", id)
                  .with("result", what)
                  .with("on", day)
                  .execute(connection);
          if (concluded == 0) {
            throw CaseRefused.notOpen(id);
          }
          record(connection, Act.ACCOUNTABILITY_CONCLUDED, id, Map.of("on", day), what);
          return null;
        });
  }

  /** A case of the viewer's scope that is not about their own branch or unit. */
  private CaseView others(long id) {
    CaseView found = reading.get(id);
    recusal.require(Arrays.asList(found.branchCode(), found.unitCode()));
    return found;
  }

  private NamedStatement bound(NamedStatement statement) {
    return statement
        .with("at", OffsetDateTime.ofInstant(clock.instant(), ClockProducer.ZONE))
        .with("by", viewer.account());
  }

  private void record(Connection connection, Act act, long id, Map<String, ?> now, String why)
      throws SQLException {
    auditing.record(
        connection, List.of(Entry.of(act, ObjectKind.ACCOUNTABILITY, id).now(now).because(why)));
  }

  private static Map<String, ?> told(Opening opening) {
    Map<String, Object> told = new HashMap<>();
    told.put("status", CaseStatus.OPEN);
    told.put("measure", opening.measure());
    told.put("post", opening.post());
    told.put("on", opening.on());
    return told;
  }

  private Opening checked(Opening opening) {
    if (opening.measure() == null) {
      throw new Invalid("measure", "请选择问责方式");
    }
    return new Opening(
        opening.measure(),
        required("post", opening.post(), "请写明问责对象的职务", LONGEST_POST),
        required("decision", opening.decision(), "请写明决定的依据和内容", LONGEST),
        notLater(opening.on(), "on"));
  }

  private LocalDate notLater(LocalDate day, String pointer) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE);
    if (day != null && day.isAfter(today)) {
      throw new Invalid(pointer, "日期不能晚于今天");
    }
    return day == null ? today : day;
  }

  private static String required(String pointer, String text, String missing, int longest) {
    if (text == null || text.isBlank()) {
      throw new Invalid(pointer, missing);
    }
    if (text.strip().length() > longest) {
      throw new Invalid(pointer, "不能超过" + longest + "字");
    }
    return text.strip();
  }
}
