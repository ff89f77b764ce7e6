package org.liangpai.verification;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Scope;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Transactions;

/** Lets a committee say something about a finding of its own duty before the unit above decides. */
@ApplicationScoped
public class CommentingFindings {

  private static final int LONGEST = 2_000;

  private static final String ASKED =
      "SELECT f.duty, f.status FROM finding f WHERE f.id = :id%s FOR SHARE OF f";

  /** The same again by the same person is told once. */
  private static final String KEEP =
      """
      INSERT INTO finding_comment (finding_id, at, actor, said)
      VALUES (:id, :at, :by, :text) ON CONFLICT DO NOTHING
      """;

  private final Transactions transactions;
  private final CurrentViewer viewer;
  private final Auditing auditing;
  private final Clock clock;

  CommentingFindings(
      Transactions transactions, CurrentViewer viewer, Auditing auditing, Clock clock) {
    this.transactions = transactions;
    this.viewer = viewer;
    this.auditing = auditing;
    this.clock = clock;
  }

  /**
   * Keeps what is said; the same again changes nothing.
   *
   * @throws Invalid without words, or with too many
   * @throws NotFound if there is no such finding in the viewer's scope
   * @throws CommentRefused if the duty is the branch's, or it is decided
   */
  public void comment(long finding, String text) {
    String said = said(text);
    transactions.call(
        connection -> {
          requireOpen(connection, finding);
          int kept =
              NamedStatement.of(KEEP)
                  .with("id", finding)
                  .with("at", OffsetDateTime.ofInstant(clock.instant(), ClockProducer.ZONE))
                  .with("by", viewer.account())
                  .with("text", said)
                  .execute(connection);
          if (kept > 0) {
            auditing.record(
                connection,
                List.of(
                    Entry.of(Act.FINDING_COMMENTED, ObjectKind.FINDING, finding).because(said)));
          }
          return null;
        });
  }

  private void requireOpen(Connection connection, long finding) throws SQLException {
    Scope scope = viewer.scope();
    Map.Entry<String, String> asked =
        scope
            .bind(NamedStatement.of(ASKED.formatted(scope.ofBranch("f.branch_code"))))
            .with("id", finding)
            .list(connection, row -> Map.entry(row.getString(1), row.getString(2)))
            .stream()
            .findFirst()
            .orElseThrow(() -> new NotFound("疑似问题", finding));
    if (!asked.getKey().equals("UNIT")) {
      throw CommentRefused.dutyOfBranch(finding);
    }
    if (FindingStatus.valueOf(asked.getValue()) != FindingStatus.PENDING) {
      throw CommentRefused.decided(finding);
    }
  }

  private static String said(String text) {
    if (text == null || text.isBlank()) {
      throw new Invalid("text", "请写明要说明的情况");
    }
    if (text.strip().length() > LONGEST) {
      throw new Invalid("text", "说明不能超过" + LONGEST + "字");
    }
    return text.strip();
  }
}
