package org.liangpai.pairing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.notice.Addressee;
import org.liangpai.notice.Notice;
import org.liangpai.notice.NoticeKind;
import org.liangpai.notice.Notifying;
import org.liangpai.security.CurrentViewer;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Transactions;
import org.liangpai.sweep.SweptMonths;

/** Lets people accept suggested pairs, or put two branches together by hand: all or none. */
@ApplicationScoped
public class AcceptingPairings {

  /** The most pairs that can be accepted at once. */
  public static final int MOST = 1_000;

  private static final String INSERT =
      """
      INSERT INTO pairing (weak_code, weak_name, weak_unit, strong_code, strong_name, strong_unit, card_number,
          explanation, reason, from_on, accepted_at, accepted_by)
      VALUES (:weak, :weakName, :weakUnit, :strong, :strongName, :strongUnit, :card, :explanation, :reason, :today,
          :at, :by)
      ON CONFLICT DO NOTHING RETURNING id
      """;

  private final Transactions transactions;
  private final PairingPool pool;
  private final PairingWords words;
  private final SweptMonths sweptMonths;
  private final Catalogue catalogue;
  private final Auditing auditing;
  private final Notifying notifying;
  private final CurrentViewer viewer;
  private final Clock clock;

  AcceptingPairings(
      Transactions transactions,
      PairingPool pool,
      PairingWords words,
      SweptMonths sweptMonths,
      Catalogue catalogue,
      Auditing auditing,
      Notifying notifying,
      CurrentViewer viewer,
      Clock clock) {
    this.transactions = transactions;
    this.pool = pool;
    this.words = words;
    this.sweptMonths = sweptMonths;
    this.catalogue = catalogue;
    this.auditing = auditing;
    this.notifying = notifying;
    this.viewer = viewer;
    this.clock = clock;
  }

  /**
   * Puts branches together from today on; a pair that is in force stays as it is.
   *
   * @param reason why, or {@code null}: a suggestion explains itself
   * @return the ids of the pairings, in the order of the pairs
   * @throws NotFound if one of the branches is not in the viewer's scope
   * @throws PairingRefused if one has no orange or red card, cannot help, or is paired otherwise
   */
  public List<Long> accept(List<ChosenPair> pairs, String reason) {
    List<ChosenPair> wanted = List.copyOf(new LinkedHashSet<>(pairs));
    if (wanted.isEmpty() || wanted.size() > MOST) {
      throw new Invalid("pairs", "请选择1到" + MOST + "对支部，现在选了" + wanted.size() + "对");
    }
    PairingPool.Months months =
        PairingPool.Months.until(
            sweptMonths.latest().orElseGet(() -> YearMonth.now(clock).minusMonths(1)),
            catalogue.list().pairing().strongMonths());
    String why = reason == null || reason.isBlank() ? null : reason.strip();
    return transactions.call(
        connection -> {
          List<Long> ids = new ArrayList<>();
          for (ChosenPair pair : wanted) {
            ids.add(accept(connection, pair, months, why));
          }
          return ids;
        });
  }

  private long accept(
      Connection connection, ChosenPair chosen, PairingPool.Months months, String reason)
      throws SQLException {
    if (chosen.weak() == null || chosen.strong() == null || chosen.weak().equals(chosen.strong())) {
      throw new Invalid("pairs", "每一对须有两个不同的支部编码：weak 被帮扶的，strong 帮扶的");
    }
    StrongBranch strong = one(connection, months, chosen.strong());
    StrongBranch helped = one(connection, months, chosen.weak());
    WeakBranch weak =
        pool.weak(connection, helped.code()).stream()
            .findFirst()
            .orElseThrow(() -> PairingRefused.notWeak(chosen.weak()));
    if (!pool.weak(connection, strong.code()).isEmpty()) {
      throw PairingRefused.notStrong(chosen.strong());
    }
    Assignment.Pair pair = new Assignment.Pair(weak, strong, Fit.of(weak, strong));
    List<Long> inserted = insert(connection, pair, reason);
    if (inserted.isEmpty()) {
      return inForce(connection, chosen);
    }
    tell(connection, inserted.get(0), pair, reason);
    return inserted.get(0);
  }

  private StrongBranch one(Connection connection, PairingPool.Months months, String code)
      throws SQLException {
    return pool.strong(connection, months, code).stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("支部", code));
  }

  private List<Long> insert(Connection connection, Assignment.Pair pair, String reason)
      throws SQLException {
    return NamedStatement.of(INSERT)
        .with("weak", pair.weak().code())
        .with("weakName", pair.weak().name())
        .with("weakUnit", pair.weak().unitName())
        .with("strong", pair.strong().code())
        .with("strongName", pair.strong().name())
        .with("strongUnit", pair.strong().unitName())
        .with("card", pair.weak().card())
        .with("explanation", words.explanation(pair))
        .with("reason", reason)
        .with("today", LocalDate.now(clock))
        .with("at", OffsetDateTime.now(clock))
        .with("by", viewer.account())
        .list(connection, row -> row.getLong(1));
  }

  private static long inForce(Connection connection, ChosenPair chosen) throws SQLException {
    return NamedStatement.of(
            """
            SELECT id FROM pairing WHERE weak_code = :weak AND strong_code = :strong AND ended_at IS NULL
            """)
        .with("weak", chosen.weak())
        .with("strong", chosen.strong())
        .list(connection, row -> row.getLong(1))
        .stream()
        .findFirst()
        .orElseThrow(() -> PairingRefused.paired(chosen.weak(), chosen.strong()));
  }

  private void tell(Connection connection, long id, Assignment.Pair pair, String reason)
      throws SQLException {
    auditing.record(
        connection,
        List.of(
            Entry.of(Act.PAIRED, ObjectKind.PAIRING, id)
                .now(Map.of("weak", pair.weak().code(), "strong", pair.strong().code()))
                .because(reason)));
    notifying.tell(
        connection,
        List.of(
            notice(
                id,
                " weak",
                "本支部有了结对帮扶的支部",
                "由%s（%s）帮扶本支部，请与对方书记联系，共同写出帮扶计划。"
                    .formatted(pair.strong().name(), pair.strong().unitName()),
                pair.weak().code()),
            notice(
                id,
                " strong",
                "请帮扶一个支部",
                "请帮扶%s（%s），请与对方书记联系，共同写出帮扶计划。"
                    .formatted(pair.weak().name(), pair.weak().unitName()),
                pair.strong().code())));
  }

  private static Notice notice(long id, String side, String title, String body, String branch) {
    return new Notice(
        "pairing " + id + " accepted" + side,
        NoticeKind.PAIRING,
        title,
        body,
        "/pairings/" + id,
        List.of(Addressee.secretary(branch)));
  }
}
