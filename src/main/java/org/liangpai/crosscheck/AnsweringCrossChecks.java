package org.liangpai.crosscheck;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Recusal;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Transactions;

/** Takes the answers of the units that check, each once. */
@ApplicationScoped
public class AnsweringCrossChecks {

  private static final int LONGEST = 2_000;

  private final Recusal recusal;
  private final ListingCrossChecks listing;
  private final Transactions transactions;
  private final CurrentViewer viewer;
  private final Auditing auditing;
  private final Clock clock;

  AnsweringCrossChecks(
      Recusal recusal,
      ListingCrossChecks listing,
      Transactions transactions,
      CurrentViewer viewer,
      Auditing auditing,
      Clock clock) {
    this.recusal = recusal;
    this.listing = listing;
    this.transactions = transactions;
    this.viewer = viewer;
    this.auditing = auditing;
    this.clock = clock;
  }

  /**
   * Takes an answer; the same again changes nothing.
   *
   * @throws Invalid if it differs and does not say in what
   * @throws NotFound if the viewer may not see it
   * @throws CrossCheckRefused if somebody else is to check it, or it was answered otherwise
   */
  public void answer(long draw, long id, Answer answer, String text) {
    if (answer == null) {
      throw new Invalid("answer", "请选择 AGREES 一致 或 DIFFERS 不一致");
    }
    String words = text == null || text.isBlank() ? null : text.strip();
    if (answer == Answer.DIFFERS && words == null) {
      throw new Invalid("text", "不一致的要写明哪里不一致");
    }
    if (words != null && words.length() > LONGEST) {
      throw new Invalid("text", "说明不能超过" + LONGEST + "字");
    }
    Sample sample = listing.sample(draw, id);
    if (!listing.offices().contains(sample.checker())) {
      throw CrossCheckRefused.notYours(sample.checkerName());
    }
    recusal.require(Arrays.asList((String) sample.content().get("branchCode"), sample.verifier()));
    transactions.call(connection -> answer(connection, sample, answer, words));
  }

  private Void answer(Connection connection, Sample sample, Answer answer, String text)
      throws SQLException {
    int answered =
        NamedStatement.of(
                """
                UPDATE cross_check_sample SET answer = :answer, answer_text = :text, answered_at = :now,
                    answered_by = :by
                WHERE id = :id AND answer IS NULL AND decided_by IS DISTINCT FROM CAST(:by AS text)
                """)
            .with("answer", answer.name())
            .with("text", text)
            .with("now", OffsetDateTime.ofInstant(clock.instant(), ClockProducer.ZONE))
            .with("by", viewer.account())
            .with("id", sample.id())
            .execute(connection);
    if (answered == 0) {
      requireSame(connection, sample, answer, text);
      return null;
    }
    auditing.record(
        connection,
        List.of(
            Entry.of(Act.CROSS_CHECK_ANSWERED, ObjectKind.CROSS_CHECK, sample.id())
                .now(Map.of("key", sample.key(), "answer", answer))
                .because(text)));
    return null;
  }

  private static void requireSame(Connection connection, Sample sample, Answer answer, String text)
      throws SQLException {
    NamedStatement.of("SELECT answer, answer_text FROM cross_check_sample WHERE id = :id")
        .with("id", sample.id())
        .each(
            connection,
            row -> {
              if (row.getString(1) == null) {
                throw CrossCheckRefused.decidedByYou();
              }
              Answer before = Answer.valueOf(row.getString(1));
              if (before != answer || !Objects.equals(text, row.getString(2))) {
                throw CrossCheckRefused.answered(before);
              }
              return before;
            });
  }
}
