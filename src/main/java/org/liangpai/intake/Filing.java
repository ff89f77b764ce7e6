package org.liangpai.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.branch.Domains;
import org.liangpai.dictionary.Table;
import org.liangpai.intake.cell.CellParser;
import org.liangpai.intake.cell.RowSink;
import org.liangpai.intake.cell.StagedRow;
import org.liangpai.intake.cell.TableSource;
import org.liangpai.intake.fact.Facts;
import org.liangpai.intake.merge.FilingScope;
import org.liangpai.intake.merge.Merge;
import org.liangpai.intake.merge.Merged;
import org.liangpai.intake.merge.Progress;
import org.liangpai.intake.merge.Removals;
import org.liangpai.intake.merge.RowError;
import org.liangpai.security.CurrentViewer;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.Problem.FieldError;
import org.liangpai.shared.Transactions;

/** Files one branch, or one record with its meetings, from JSON; all of it or nothing. */
@ApplicationScoped
public class Filing {

  private static final int MOST_MEETINGS = 1_000;
  private static final int MOST_ERRORS = 100;
  private static final String MEETINGS = "meetings";
  private static final String WARNINGS = "warnings";

  /** What a reader gets with a branch or a record besides the fields, and may send back. */
  private static final Set<String> SHOWN_WITH_BRANCH =
      Set.of(
          WARNINGS,
          "version",
          "effectiveOn",
          "path",
          "pathNames",
          "committeeCode",
          "recordedAt",
          "recordedBy");

  private static final Set<String> SHOWN_WITH_RECORD =
      Set.of(
          MEETINGS,
          WARNINGS,
          "version",
          "status",
          "returnReason",
          "recordedAt",
          "recordedBy",
          "draftedFrom");

  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private final Transactions transactions;
  private final Domains domains;
  private final CurrentViewer viewer;
  private final Auditing auditing;
  private final Clock clock;

  Filing(
      Transactions transactions,
      Domains domains,
      CurrentViewer viewer,
      Auditing auditing,
      Clock clock) {
    this.transactions = transactions;
    this.domains = domains;
    this.viewer = viewer;
    this.auditing = auditing;
    this.clock = clock;
  }

  /**
   * Files a branch as it is from the effective day on, today if there is none.
   *
   * @return what was stored but is hardly so
   */
  public List<String> fileBranch(String branchCode, byte[] body, Optional<LocalDate> effectiveOn) {
    List<FieldError> errors = new ArrayList<>();
    StagedRow row =
        new JsonRow(Table.BRANCHES, new CellParser(domains.choices()), facts())
            .read(0, json(body), "", Map.of("branchCode", branchCode), SHOWN_WITH_BRANCH, errors);
    refuse(errors);
    LocalDate from = effectiveOn.orElseGet(() -> LocalDate.now(clock));
    return file(
        List.of(new FiledRows(Table.BRANCHES, List.of(row))),
        from,
        Entry.of(Act.BRANCH_FILED, ObjectKind.BRANCH, branchCode).now(Map.of("effectiveOn", from)));
  }

  /**
   * Files a record; without a list of meetings those on file stay.
   *
   * @return what was stored but is hardly so, and which meetings on file went
   */
  public List<String> fileRecord(String branchCode, YearMonth month, byte[] body) {
    List<FieldError> errors = new ArrayList<>();
    CellParser cells = new CellParser(domains.choices());
    Map<String, String> key = Map.of("branchCode", branchCode, "month", month.toString());
    JsonNode object = json(body);
    StagedRow row =
        new JsonRow(Table.RECORDS, cells, facts())
            .read(0, object, "", key, SHOWN_WITH_RECORD, errors);
    List<TableSource> sources = new ArrayList<>();
    if (row != null) {
      sources.add(new FiledRows(Table.RECORDS, List.of(row)));
    }
    if (object.hasNonNull(MEETINGS)) {
      sources.add(
          new FiledRows(Table.MEETINGS, meetings(object.get(MEETINGS), key, cells, errors)));
    }
    refuse(errors);
    return file(
        sources,
        LocalDate.now(clock),
        Entry.of(Act.RECORD_FILED, ObjectKind.RECORD, branchCode + " " + month));
  }

  private List<StagedRow> meetings(
      JsonNode array, Map<String, String> key, CellParser cells, List<FieldError> errors) {
    List<StagedRow> rows = new ArrayList<>();
    if (!array.isArray() || array.size() > MOST_MEETINGS) {
      errors.add(new FieldError("/" + MEETINGS, "应为数组，最多" + MOST_MEETINGS + "个会议活动"));
      return rows;
    }
    JsonRow reader = new JsonRow(Table.MEETINGS, cells, facts());
    for (int i = 0; i < array.size(); i++) {
      String pointer = "/" + MEETINGS + "/" + i;
      rows.add(reader.read(i, array.get(i), pointer, key, Set.of(), errors));
    }
    return rows;
  }

  private List<String> file(List<TableSource> sources, LocalDate effectiveOn, Entry entry) {
    return transactions.call(
        connection -> {
          Merge merge =
              new Merge(
                  connection,
                  FilingScope.of(viewer),
                  OffsetDateTime.now(clock),
                  Removals.ACCEPT,
                  Progress.UNSEEN);
          Merged merged = merge.run(sources, effectiveOn);
          refuse(merged.errors().stream().map(Filing::pointed).toList());
          auditing.record(connection, List.of(entry));
          List<String> remarks = new ArrayList<>(merged.remarks());
          merged
              .removals()
              .forEach(
                  gone ->
                      remarks.add("删去了原有的%d个会议活动：%s".formatted(gone.missing(), gone.meetings())));
          return remarks;
        });
  }

  private Facts facts() {
    return new Facts(LocalDate.now(clock));
  }

  private static FieldError pointed(RowError error) {
    String place = error.table().equals(MEETINGS) ? "/" + MEETINGS + "/" + error.row() : "";
    return new FieldError(place + "/" + error.field(), error.message());
  }

  private static void refuse(List<FieldError> errors) {
    if (!errors.isEmpty()) {
      throw new Invalid(errors.subList(0, Math.min(MOST_ERRORS, errors.size())));
    }
  }

  private static JsonNode json(byte[] body) {
    try {
      JsonNode node = STRICT.readTree(body);
      if (node == null || !node.isObject()) {
        throw new Invalid("", "请求正文应为JSON对象");
      }
      return node;
    } catch (IOException unreadable) {
      throw new Invalid("", "请求正文不是有效的JSON，或有重复的字段");
    }
  }

  /** Rows that were read already. */
  private record FiledRows(Table table, List<StagedRow> rows) implements TableSource {

    @Override
    public void read(RowSink sink) throws IOException {
      for (StagedRow row : rows) {
        sink.accept(row);
      }
    }
  }
}
