package org.liangpai.pairing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Scope;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;
import org.liangpai.sweep.SweptMonths;
import org.liangpai.warninglist.PairingCriteria;

/**
 * Suggests a strong branch for each weak one of the viewer's scope. Nothing is stored: the same
 * data give the same suggestion, and people decide.
 */
@ApplicationScoped
public class SuggestingPairings {

  private final Transactions transactions;
  private final PairingPool pool;
  private final PairingWords words;
  private final SweptMonths sweptMonths;
  private final Catalogue catalogue;
  private final CurrentViewer viewer;

  SuggestingPairings(
      Transactions transactions,
      PairingPool pool,
      PairingWords words,
      SweptMonths sweptMonths,
      Catalogue catalogue,
      CurrentViewer viewer) {
    this.transactions = transactions;
    this.pool = pool;
    this.words = words;
    this.sweptMonths = sweptMonths;
    this.catalogue = catalogue;
    this.viewer = viewer;
  }

  /**
   * The best pairs.
   *
   * @param fixed pairs that somebody has decided on but not accepted yet: their branches are left
   *     out
   */
  public Suggestion suggest(List<ChosenPair> fixed) {
    Optional<YearMonth> last = sweptMonths.latest();
    Set<String> weakFixed = fixed.stream().map(ChosenPair::weak).collect(Collectors.toSet());
    Set<String> strongFixed = fixed.stream().map(ChosenPair::strong).collect(Collectors.toSet());
    return transactions.call(
        connection -> {
          List<WeakBranch> weak =
              pool.weak(connection).stream()
                  .filter(one -> !weakFixed.contains(one.code()))
                  .toList();
          List<StrongBranch> strong =
              strong(connection, last).stream()
                  .filter(one -> !strongFixed.contains(one.code()))
                  .toList();
          List<Assignment.Pair> pairs = best(weak, strong);
          return new Suggestion(
              last.map(this::months).orElse(""),
              pairs.stream().map(this::view).toList(),
              unpaired(weak, pairs, pool.weakHelpers(connection)),
              kept(connection));
        });
  }

  /** The pairs that are suggested as things stand, in a transaction that is under way. */
  Set<ChosenPair> suggested(Connection connection) throws SQLException {
    return best(pool.weak(connection), strong(connection, sweptMonths.latest())).stream()
        .map(pair -> new ChosenPair(pair.weak().code(), pair.strong().code()))
        .collect(Collectors.toSet());
  }

  private List<StrongBranch> strong(Connection connection, Optional<YearMonth> last)
      throws SQLException {
    int months = catalogue.list().pairing().strongMonths();
    return last.isEmpty()
        ? List.of()
        : pool.strong(connection, PairingPool.Months.until(last.get(), months));
  }

  private List<Assignment.Pair> best(List<WeakBranch> weak, List<StrongBranch> strong) {
    return new Assignment(catalogue.list().pairing()).best(weak, strong);
  }

  private List<Suggestion.UnpairedView> unpaired(
      List<WeakBranch> weak, List<Assignment.Pair> pairs, List<WeakBranch> helpers) {
    Set<String> paired = pairs.stream().map(pair -> pair.weak().code()).collect(Collectors.toSet());
    return Stream.concat(
            weak.stream()
                .filter(one -> !paired.contains(one.code()))
                .map(one -> unpaired(one, nobodyFree(one))),
            helpers.stream().map(one -> unpaired(one, "正在帮扶另一个支部；一个支部只结一对，请先结束原来的结对")))
        .toList();
  }

  private Suggestion.PairView view(Assignment.Pair pair) {
    return new Suggestion.PairView(
        branch(
            pair.weak().code(), pair.weak().name(), pair.weak().unitName(), pair.weak().domain()),
        pair.weak().card(),
        pair.weak().level(),
        branch(
            pair.strong().code(),
            pair.strong().name(),
            pair.strong().unitName(),
            pair.strong().domain()),
        pair.fit().steps(),
        pair.fit().sameDomain(),
        pair.fit().demonstration(),
        words.dimensions(pair.weak().dimensions()),
        words.explanation(pair));
  }

  private Suggestion.UnpairedView unpaired(WeakBranch weak, String why) {
    return new Suggestion.UnpairedView(
        branch(weak.code(), weak.name(), weak.unitName(), weak.domain()),
        weak.card(),
        weak.level(),
        why);
  }

  private String nobodyFree(WeakBranch weak) {
    PairingCriteria criteria = catalogue.list().pairing();
    return "没有空着的强支部：%s在%s方面近%d个月没有属实的问题、每月都有纪实并且没有亮牌的支部，都已结对或不够分"
        .formatted(
            criteria.sameDomainRequired() ? "同领域中" : "管理范围内",
            String.join("、", words.dimensions(weak.dimensions())),
            criteria.strongMonths());
  }

  private Suggestion.BranchView branch(String code, String name, String unit, String domain) {
    return new Suggestion.BranchView(code, name, unit, words.domain(domain));
  }

  private String months(YearMonth last) {
    YearMonth first = last.minusMonths(catalogue.list().pairing().strongMonths() - 1L);
    return "%d年%d月至%d年%d月"
        .formatted(first.getYear(), first.getMonthValue(), last.getYear(), last.getMonthValue());
  }

  private int kept(Connection connection) throws SQLException {
    Scope scope = viewer.scope();
    return scope
        .bind(
            NamedStatement.of(
                "SELECT count(*) FROM pairing p WHERE p.ended_at IS NULL"
                    + scope.ofBranch("p.weak_code")))
        .list(connection, row -> row.getInt(1))
        .get(0);
  }
}
