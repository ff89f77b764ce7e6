package org.liangpai.testsupport;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.liangpai.shared.NamedStatement;
import org.liangpai.sweep.Occasion;
import org.liangpai.sweep.ReadingSweeps;
import org.liangpai.sweep.StartingSweeps;
import org.liangpai.sweep.Sweep;
import org.liangpai.sweep.SweepStatus;
import org.liangpai.verification.Decision;
import org.liangpai.verification.VerifyingFindings;

/**
 * Sweeps the test city and decides on what is found. A finding is named by its branch and item:
 * {@code "B1 YX-02"}.
 */
@ApplicationScoped
public class SweepingCity {

  private static final String OPERATOR = "示例操作员";
  private static final String VERIFIER = "示例核实人";

  private final StartingSweeps starting;
  private final ReadingSweeps reading;
  private final VerifyingFindings verifying;
  private final OwnerTransactions transactions;

  SweepingCity(
      StartingSweeps starting,
      ReadingSweeps reading,
      VerifyingFindings verifying,
      OwnerTransactions transactions) {
    this.starting = starting;
    this.reading = reading;
    this.verifying = verifying;
    this.transactions = transactions;
  }

  /** Sweeps a month to its end. */
  public Sweep sweep(YearMonth month) {
    return ended(starting.start(month, Occasion.REQUESTED, OPERATOR).id());
  }

  /** The run, once it has ended. */
  public Sweep ended(UUID id) {
    for (int i = 0; i < 600; i++) {
      Sweep sweep = reading.get(id);
      if (sweep.status() != SweepStatus.RUNNING) {
        return sweep;
      }
      pause();
    }
    throw new AssertionError("The sweep did not end: " + reading.get(id));
  }

  /** The findings of a month with level, running count and status. */
  public Map<String, String> findings(YearMonth month) {
    Map<String, String> findings = new TreeMap<>();
    transactions.call(
        connection -> {
          NamedStatement.of(
                  "SELECT branch_code, item, level, running, status FROM finding WHERE month = :month")
              .with("month", month.atDay(1))
              .each(
                  connection,
                  row ->
                      findings.put(
                          row.getString(1) + " " + row.getString(2),
                          row.getString(3) + " " + row.getInt(4) + " " + row.getString(5)));
          return null;
        });
    return findings;
  }

  /** The id of a finding. */
  public long id(YearMonth month, String finding) {
    String[] branchAndItem = finding.split(" ");
    return transactions.call(
        connection ->
            NamedStatement.of(
                    "SELECT id FROM finding WHERE branch_code = :branch AND item = :item AND month = :month")
                .with("branch", branchAndItem[0])
                .with("item", branchAndItem[1])
                .with("month", month.atDay(1))
                .list(connection, row -> row.getLong(1))
                .stream()
                .findFirst()
                .orElseThrow(
                    () ->
                        new AssertionError(
                            "No " + finding + " in " + month + ", but " + findings(month))));
  }

  /** Confirms findings, all at once. */
  public VerifyingFindings.Result confirm(YearMonth month, String... findings) {
    return decide(month, Decision.CONFIRMED, null, findings);
  }

  /** Confirms findings of any months, all at once. */
  public VerifyingFindings.Result confirm(List<Long> ids) {
    return verifying.verify(ids, Decision.CONFIRMED, null, VERIFIER);
  }

  /** Dismisses findings, all at once. */
  public VerifyingFindings.Result dismiss(YearMonth month, String... findings) {
    return decide(month, Decision.DISMISSED, "已有正当理由", findings);
  }

  /** Decides on findings, all at once. */
  public VerifyingFindings.Result decide(
      YearMonth month, Decision decision, String reason, String... findings) {
    List<Long> ids = new ArrayList<>();
    for (String finding : findings) {
      ids.add(id(month, finding));
    }
    return verifying.verify(ids, decision, reason, VERIFIER);
  }

  /** What a query gives, as a text. */
  public String value(String sql) {
    return transactions.call(
        connection -> NamedStatement.of(sql).list(connection, row -> row.getString(1)).get(0));
  }

  /** Changes the database behind the service's back. */
  public void execute(String sql) {
    transactions.call(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            return statement.execute(sql);
          }
        });
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
