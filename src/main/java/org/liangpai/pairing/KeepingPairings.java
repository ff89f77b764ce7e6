package org.liangpai.pairing;

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
import org.liangpai.security.Recusal;
import org.liangpai.security.Scope;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Transactions;

/** What is done in a pairing: its plan, visits and exchanges, and its end. */
@ApplicationScoped
public class KeepingPairings {

  private static final Kind STEP = new Kind("step", "pairing_step", "计划事项");
  private static final Kind EXCHANGE = new Kind("exchange", "pairing_exchange", "走访或交流");

  /** A kind of what the branches write down. */
  private record Kind(String name, String table, String label) {}

  /** Who wrote something down, and whether it is withdrawn. */
  private record Written(String by, boolean withdrawn) {}

  /** A pairing as it is on file, held until the end of the transaction. */
  private record Held(long id, String weak, String strong, LocalDate fromOn, boolean ended) {}

  private final Recusal recusal;
  private final Transactions transactions;
  private final Auditing auditing;
  private final Notifying notifying;
  private final CurrentViewer viewer;
  private final Clock clock;

  KeepingPairings(
      Recusal recusal,
      Transactions transactions,
      Auditing auditing,
      Notifying notifying,
      CurrentViewer viewer,
      Clock clock) {
    this.recusal = recusal;
    this.transactions = transactions;
    this.auditing = auditing;
    this.notifying = notifying;
    this.viewer = viewer;
    this.clock = clock;
  }

  /** Adds a step to the plan: what is to be done, and by when. The same again is there once. */
  public void plan(long id, String what, LocalDate dueOn) {
    String step = required("what", what, "请写明做什么");
    if (dueOn == null || dueOn.isBefore(today())) {
      throw new Invalid("dueOn", "请填写完成日期，不早于今天");
    }
    transactions.call(
        connection -> {
          Held held = inForce(connection, id);
          int added =
              NamedStatement.of(
                      """
                      INSERT INTO pairing_step (pairing_id, what, due_on, written_at, written_by)
                      VALUES (:id, :what, :dueOn, :at, :by) ON CONFLICT DO NOTHING
                      """)
                  .with("id", held.id())
                  .with("what", step)
                  .with("dueOn", dueOn)
                  .with("at", OffsetDateTime.now(clock))
                  .with("by", viewer.account())
                  .execute(connection);
          return record(connection, id, added, Map.of("step", step, "dueOn", dueOn), null);
        });
  }

  /** A step is done; once it is, it stays so, unless the step is withdrawn. */
  public void complete(long id, long step) {
    transactions.call(
        connection -> {
          inForce(connection, id);
          if (written(connection, STEP, id, step).withdrawn()) {
            throw new NotFound(STEP.label(), step);
          }
          int done =
              NamedStatement.of(
                      """
                      UPDATE pairing_step SET done_on = :today, done_at = :at, done_by = :by
                      WHERE id = :step AND done_on IS NULL
                      """)
                  .with("today", today())
                  .with("at", OffsetDateTime.now(clock))
                  .with("by", viewer.account())
                  .with("step", step)
                  .execute(connection);
          return record(connection, id, done, Map.of("stepDone", step), null);
        });
  }

  /** Writes down a visit or exchange. The same again is there once. */
  public void exchange(long id, ExchangeKind kind, LocalDate heldOn, String what) {
    String told = required("what", what, "请写明做了什么");
    if (heldOn == null || heldOn.isAfter(today())) {
      throw new Invalid("heldOn", "请填写日期，不晚于今天");
    }
    transactions.call(
        connection -> {
          Held held = inForce(connection, id);
          if (heldOn.isBefore(held.fromOn())) {
            throw new Invalid("heldOn", "日期不早于结对的" + held.fromOn());
          }
          int added =
              NamedStatement.of(
                      """
                      INSERT INTO pairing_exchange (pairing_id, kind, held_on, what, written_at, written_by)
                      VALUES (:id, :kind, :heldOn, :what, :at, :by) ON CONFLICT DO NOTHING
                      """)
                  .with("id", id)
                  .with("kind", kind.name())
                  .with("heldOn", heldOn)
                  .with("what", told)
                  .with("at", OffsetDateTime.now(clock))
                  .with("by", viewer.account())
                  .execute(connection);
          return record(connection, id, added, Map.of("exchange", kind, "heldOn", heldOn), null);
        });
  }

  /**
   * Withdraws a step of the plan: it stays, and no longer counts. The same again changes nothing.
   *
   * @throws PairingRefused if somebody else wrote it
   */
  public void withdrawStep(long id, long step, String reason) {
    withdraw(STEP, id, step, reason);
  }

  /**
   * Withdraws a visit or exchange: it stays, and no longer counts. The same again changes nothing.
   *
   * @throws PairingRefused if somebody else wrote it
   */
  public void withdrawExchange(long id, long exchange, String reason) {
    withdraw(EXCHANGE, id, exchange, reason);
  }

  private void withdraw(Kind kind, long id, long entry, String reason) {
    String why = required("reason", reason, "请写明撤回的理由");
    transactions.call(
        connection -> {
          inForce(connection, id);
          if (!written(connection, kind, id, entry).by().equals(viewer.account())) {
            throw PairingRefused.notWriter(kind.label());
          }
          int withdrawn =
              NamedStatement.of(
                      """
                      UPDATE %s SET withdrawn_at = :at, withdrawn_by = :by, withdrawal_reason = :reason
                      WHERE id = :entry AND withdrawn_at IS NULL
                      """
                          .formatted(kind.table()))
                  .with("at", OffsetDateTime.now(clock))
                  .with("by", viewer.account())
                  .with("reason", why)
                  .with("entry", entry)
                  .execute(connection);
          return record(connection, id, withdrawn, Map.of(kind.name() + "Withdrawn", entry), why);
        });
  }

  private static Written written(Connection connection, Kind kind, long id, long entry)
      throws SQLException {
    return NamedStatement.of(
            "SELECT written_by, withdrawn_at IS NOT NULL FROM %s WHERE id = :entry AND pairing_id = :id"
                .formatted(kind.table()))
        .with("entry", entry)
        .with("id", id)
        .list(connection, row -> new Written(row.getString(1), row.getBoolean(2)))
        .stream()
        .findFirst()
        .orElseThrow(() -> new NotFound(kind.label(), entry));
  }

  /** Ends it; the same again changes nothing. */
  public void end(long id, String reason) {
    String why = required("reason", reason, "请写明结束结对的理由");
    transactions.call(
        connection -> {
          Held held = held(connection, id);
          recusal.require(List.of(held.weak(), held.strong()));
          if (held.ended()) {
            return null;
          }
          NamedStatement.of(
                  """
                  UPDATE pairing SET ended_on = :today, ended_at = :at, ended_by = :by, end_reason = :reason
                  WHERE id = :id
                  """)
              .with("today", today())
              .with("at", OffsetDateTime.now(clock))
              .with("by", viewer.account())
              .with("reason", why)
              .with("id", id)
              .execute(connection);
          auditing.record(
              connection,
              List.of(Entry.of(Act.PAIRING_ENDED, ObjectKind.PAIRING, id).because(why)));
          notifying.tell(
              connection,
              List.of(
                  new Notice(
                      "pairing " + id + " ended",
                      NoticeKind.PAIRING,
                      "结对帮扶已结束",
                      "理由：" + why,
                      "/pairings/" + id,
                      List.of(
                          Addressee.secretary(held.weak()), Addressee.secretary(held.strong())))));
          return null;
        });
  }

  /** Keeps an act, if it changed anything. */
  private int record(
      Connection connection, long id, int changed, Map<String, ?> what, String reason) {
    if (changed > 0) {
      auditing.record(
          connection,
          List.of(Entry.of(Act.PAIRING_CHANGED, ObjectKind.PAIRING, id).now(what).because(reason)));
    }
    return changed;
  }

  private Held inForce(Connection connection, long id) throws SQLException {
    Held held = held(connection, id);
    if (held.ended()) {
      throw PairingRefused.ended(id);
    }
    return held;
  }

  private Held held(Connection connection, long id) throws SQLException {
    Scope scope = viewer.scope();
    String sql =
        """
        SELECT p.id, p.weak_code, p.strong_code, p.from_on, p.ended_at IS NOT NULL FROM pairing p
        WHERE p.id = :id %s FOR UPDATE
        """
            .formatted(ListingPairings.ofEitherSide(scope));
    return scope
        .bind(NamedStatement.of(sql))
        .with("id", id)
        .list(
            connection,
            row ->
                new Held(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    row.getObject(4, LocalDate.class),
                    row.getBoolean(5)))
        .stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("结对", id));
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private static String required(String field, String text, String message) {
    if (text == null || text.isBlank()) {
      throw new Invalid(field, message);
    }
    return text.strip();
  }
}
