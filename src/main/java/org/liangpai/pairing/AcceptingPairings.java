package org.liangpai.pairing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.liangpai.security.Recusal;
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

  /** One at a time, so that what is paired already is refused in words and not by the key. */
  private static final String ALONE =
      "SELECT CAST(pg_advisory_xact_lock(hashtextextended('pairing', 0)) AS text)";

  private static final String INSERT =
      """
      INSERT INTO pairing (weak_code, weak_name, weak_unit, strong_code, strong_name, strong_unit, card_number,
          explanation, reason, from_on, accepted_at, accepted_by)
      SELECT p.*, CAST(:reason AS text), :today, :at, :by
      FROM unnest(CAST(:weak AS text[]), CAST(:weakName AS text[]), CAST(:weakUnit AS text[]),
          CAST(:strong AS text[]), CAST(:strongName AS text[]), CAST(:strongUnit AS text[]), CAST(:card AS text[]),
          CAST(:explanation AS text[])) AS p
      RETURNING weak_code, strong_code, id
      """;

  private static final String IN_FORCE =
      """
      SELECT weak_code, strong_code, id FROM pairing
      WHERE ended_at IS NULL AND (weak_code, strong_code) IN
          (SELECT * FROM unnest(CAST(:weak AS text[]), CAST(:strong AS text[])))
      """;

  private final Recusal recusal;
  private final Transactions transactions;
  private final PairingPool pool;
  private final SuggestingPairings suggesting;
  private final PairingWords words;
  private final SweptMonths sweptMonths;
  private final Catalogue catalogue;
  private final Auditing auditing;
  private final Notifying notifying;
  private final CurrentViewer viewer;
  private final Clock clock;

  AcceptingPairings(
      Recusal recusal,
      Transactions transactions,
      PairingPool pool,
      SuggestingPairings suggesting,
      PairingWords words,
      SweptMonths sweptMonths,
      Catalogue catalogue,
      Auditing auditing,
      Notifying notifying,
      CurrentViewer viewer,
      Clock clock) {
    this.recusal = recusal;
    this.transactions = transactions;
    this.pool = pool;
    this.suggesting = suggesting;
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
   * @param reason why; {@code null} for what is suggested today, which explains itself
   * @return the ids of the pairings, in the order of the pairs
   * @throws NotFound if one of the branches is not in the viewer's scope
   * @throws PairingRefused if one has no orange or red card, cannot help, or is paired otherwise,
   *     be it helped, helping, or by the roster
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
    wanted.forEach(AcceptingPairings::requireTwo);
    return transactions.call(
        connection -> {
          NamedStatement.of(ALONE).list(connection, row -> row.getString(1));
          Map<String, StrongBranch> branches = branches(connection, wanted, months);
          Map<ChosenPair, Long> ids = inForce(connection, wanted);
          List<ChosenPair> added = wanted.stream().filter(one -> !ids.containsKey(one)).toList();
          List<Assignment.Pair> fitted = fitted(connection, added, branches);
          requireFree(connection, added);
          if (why == null) {
            requireSuggested(connection, added);
          }
          Map<ChosenPair, Long> inserted = insert(connection, fitted, why);
          tell(connection, fitted, inserted, why);
          ids.putAll(inserted);
          return wanted.stream().map(ids::get).toList();
        });
  }

  private static void requireTwo(ChosenPair chosen) {
    if (chosen.weak() == null || chosen.strong() == null || chosen.weak().equals(chosen.strong())) {
      throw new Invalid("pairs", "每一对须有两个不同的支部编码：weak 被帮扶的，strong 帮扶的");
    }
  }

  private Map<String, StrongBranch> branches(
      Connection connection, List<ChosenPair> wanted, PairingPool.Months months)
      throws SQLException {
    Set<String> codes = codes(wanted);
    Map<String, StrongBranch> branches =
        pool.strong(connection, months, codes).stream()
            .collect(Collectors.toMap(StrongBranch::code, Function.identity()));
    for (String code : codes) {
      if (!branches.containsKey(code)) {
        throw new NotFound("支部", code);
      }
    }
    recusal.require(codes);
    return branches;
  }

  /** The pairs with what makes them fit; refused if one is not weak or the other is. */
  private List<Assignment.Pair> fitted(
      Connection connection, List<ChosenPair> wanted, Map<String, StrongBranch> branches)
      throws SQLException {
    Map<String, WeakBranch> weakOnes =
        pool.weak(connection, codes(wanted)).stream()
            .collect(Collectors.toMap(WeakBranch::code, Function.identity()));
    List<Assignment.Pair> pairs = new ArrayList<>();
    for (ChosenPair one : wanted) {
      WeakBranch weak = weakOnes.get(one.weak());
      if (weak == null) {
        throw PairingRefused.notWeak(one.weak());
      }
      if (weakOnes.containsKey(one.strong())) {
        throw PairingRefused.notStrong(one.strong());
      }
      StrongBranch strong = branches.get(one.strong());
      pairs.add(new Assignment.Pair(weak, strong, Fit.of(weak, strong)));
    }
    return pairs;
  }

  /** Each branch is in one pair: of those that are wanted, in force, or named by the roster. */
  private void requireFree(Connection connection, List<ChosenPair> wanted) throws SQLException {
    Map<String, String> others = new HashMap<>();
    for (ChosenPair pair : wanted) {
      for (ChosenPair side : List.of(pair, new ChosenPair(pair.strong(), pair.weak()))) {
        if (others.put(side.weak(), side.strong()) != null) {
          throw PairingRefused.paired(side.weak());
        }
      }
    }
    for (PairingPool.Paired one : pool.paired(connection, others.keySet())) {
      if (one.accepted()) {
        throw PairingRefused.paired(one.code());
      }
      // What the roster names already may well be accepted here, so that there is a plan.
      if (!one.other().equals(others.get(one.code()))) {
        throw PairingRefused.pairedOnRoster(one.code());
      }
    }
  }

  private void requireSuggested(Connection connection, List<ChosenPair> wanted)
      throws SQLException {
    if (wanted.isEmpty()) {
      return;
    }
    Set<ChosenPair> suggested = suggesting.suggested(connection);
    for (ChosenPair pair : wanted) {
      if (!suggested.contains(pair)) {
        throw new Invalid(
            "reason", "支部 %s 和 %s 不在现在的结对建议中，请写明为什么这样结对".formatted(pair.weak(), pair.strong()));
      }
    }
  }

  private static Set<String> codes(List<ChosenPair> pairs) {
    return pairs.stream()
        .flatMap(one -> Stream.of(one.weak(), one.strong()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Map<ChosenPair, Long> insert(
      Connection connection, List<Assignment.Pair> pairs, String reason) throws SQLException {
    return idsOf(
        connection,
        NamedStatement.of(INSERT)
            .with("weak", texts(pairs, pair -> pair.weak().code()))
            .with("weakName", texts(pairs, pair -> pair.weak().name()))
            .with("weakUnit", texts(pairs, pair -> pair.weak().unitName()))
            .with("strong", texts(pairs, pair -> pair.strong().code()))
            .with("strongName", texts(pairs, pair -> pair.strong().name()))
            .with("strongUnit", texts(pairs, pair -> pair.strong().unitName()))
            .with("card", texts(pairs, pair -> pair.weak().card()))
            .with("explanation", texts(pairs, words::explanation))
            .with("reason", reason)
            .with("today", LocalDate.now(clock))
            .with("at", OffsetDateTime.now(clock))
            .with("by", viewer.account()));
  }

  private static Map<ChosenPair, Long> inForce(Connection connection, List<ChosenPair> wanted)
      throws SQLException {
    return idsOf(
        connection,
        NamedStatement.of(IN_FORCE)
            .with("weak", wanted.stream().map(ChosenPair::weak).toArray(String[]::new))
            .with("strong", wanted.stream().map(ChosenPair::strong).toArray(String[]::new)));
  }

  private static Map<ChosenPair, Long> idsOf(Connection connection, NamedStatement statement)
      throws SQLException {
    Map<ChosenPair, Long> ids = new HashMap<>();
    statement.each(
        connection,
        row -> ids.put(new ChosenPair(row.getString(1), row.getString(2)), row.getLong(3)));
    return ids;
  }

  private static String[] texts(
      List<Assignment.Pair> pairs, Function<Assignment.Pair, String> text) {
    return pairs.stream().map(text).toArray(String[]::new);
  }

  private void tell(
      Connection connection,
      List<Assignment.Pair> pairs,
      Map<ChosenPair, Long> inserted,
      String reason)
      throws SQLException {
    List<Entry> entries = new ArrayList<>();
    List<Notice> notices = new ArrayList<>();
    for (Assignment.Pair pair : pairs) {
      long id = inserted.get(new ChosenPair(pair.weak().code(), pair.strong().code()));
      entries.add(
          Entry.of(Act.PAIRED, ObjectKind.PAIRING, id)
              .now(Map.of("weak", pair.weak().code(), "strong", pair.strong().code()))
              .because(reason));
      notices.addAll(notices(id, pair));
    }
    auditing.record(connection, entries);
    notifying.tell(connection, notices);
  }

  private static List<Notice> notices(long id, Assignment.Pair pair) {
    return List.of(
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
            "请帮扶%s（%s），请与对方书记联系，共同写出帮扶计划。".formatted(pair.weak().name(), pair.weak().unitName()),
            pair.strong().code()));
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
