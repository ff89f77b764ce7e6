package org.liangpai.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.liangpai.dictionary.Row;
import org.liangpai.dictionary.Table;
import org.liangpai.evaluation.BranchHistory;
import org.liangpai.evaluation.BranchJudgement;
import org.liangpai.evaluation.Ground;
import org.liangpai.evaluation.Hit;
import org.liangpai.evaluation.Judging;
import org.liangpai.evaluation.RecordOnFile;
import org.liangpai.evaluation.RosterVersion;
import org.liangpai.evaluation.RuleBook;
import org.liangpai.evaluation.RuleSources;
import org.liangpai.warninglist.WarningList;
import org.liangpai.warninglist.WarningListReader;
import org.liangpai.warninglist.WarningListSource;

/** A sample city judged in memory by the packaged list and rules. */
final class JudgedCity {

  private static final WarningList LIST =
      new WarningListReader().read(WarningListSource.packaged());
  private static final Judging JUDGING =
      new Judging(LIST, RuleBook.compile(RuleSources.packaged(), LIST));
  private static final int CHUNK = 500;

  private final List<BranchHistory> branches;
  private final YearMonth first;

  private JudgedCity(List<BranchHistory> branches, YearMonth first) {
    this.branches = branches;
    this.first = first;
  }

  static JudgedCity of(SampleCity city) {
    Map<String, Map<YearMonth, List<Row>>> meetings = new HashMap<>();
    city.rows(Table.MEETINGS)
        .forEach(
            row ->
                meetings
                    .computeIfAbsent(row.text("branchCode"), code -> new HashMap<>())
                    .computeIfAbsent(row.month("month"), month -> new ArrayList<>())
                    .add(row));
    Map<String, NavigableMap<YearMonth, RecordOnFile>> records = new HashMap<>();
    city.rows(Table.RECORDS)
        .forEach(
            row -> {
              String code = row.text("branchCode");
              YearMonth month = row.month("month");
              List<Row> held = meetings.getOrDefault(code, Map.of()).getOrDefault(month, List.of());
              records
                  .computeIfAbsent(code, one -> new TreeMap<>())
                  .put(month, new RecordOnFile(1, row, held));
            });
    List<BranchHistory> branches =
        city.rows(Table.BRANCHES).map(row -> history(row, city.rosterSince(), records)).toList();
    return new JudgedCity(branches, YearMonth.from(city.rosterSince()));
  }

  private static BranchHistory history(
      Row row, LocalDate since, Map<String, NavigableMap<YearMonth, RecordOnFile>> records) {
    String code = row.text("branchCode");
    return new BranchHistory(
        code,
        List.of(new RosterVersion(1, since, row)),
        records.getOrDefault(code, new TreeMap<>()),
        List.of(),
        Map.of());
  }

  /** What is found in a month, branch by branch. */
  List<List<Hit>> hits(YearMonth month) {
    Function<YearMonth, LocalDate> filingDay = of -> of.plusMonths(1).atDay(5);
    List<BranchHistory> existing =
        branches.stream().filter(one -> one.existsAt(month.atEndOfMonth())).toList();
    List<List<Hit>> hits = new ArrayList<>();
    for (int i = 0; i < existing.size(); i += CHUNK) {
      List<BranchHistory> some = existing.subList(i, Math.min(existing.size(), i + CHUNK));
      JUDGING.judge(some, month, new Ground(first, filingDay)).stream()
          .map(BranchJudgement::hits)
          .forEach(hits::add);
    }
    return hits;
  }
}
