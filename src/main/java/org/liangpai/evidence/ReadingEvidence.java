package org.liangpai.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.card.CardParties;
import org.liangpai.card.CardView;
import org.liangpai.card.LineStage;
import org.liangpai.monthlyrecord.MonthlyRecords;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Permissions;
import org.liangpai.security.Scope;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.LocalTimes;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Transactions;
import org.liangpai.shared.Withdrawal;

/** Reads the evidence of the viewer's scope. */
@ApplicationScoped
public class ReadingEvidence {

  /** Records so far back may be linked to from the page. */
  private static final int MONTHS_BACK = 12;

  private static final String SELECT =
      """
      SELECT e.*, l.card_number, l.stage FROM evidence e
      JOIN card_line l ON l.id = e.card_line_id
      JOIN card c ON c.number = l.card_number
      LEFT JOIN branch b ON b.branch_code = c.branch_code
      JOIN unit u ON u.unit_code = coalesce(b.unit_code, c.unit_code)
      """;

  private static final String VISIBLE_CARD =
      """
      SELECT true FROM card c
      LEFT JOIN branch b ON b.branch_code = c.branch_code
      JOIN unit u ON u.unit_code = coalesce(b.unit_code, c.unit_code)
      WHERE c.number = :number
      """;

  /** A file as its row knows it. */
  private record FileRow(
      String card, UUID id, String name, FileType type, long size, String hash) {}

  private final Transactions transactions;
  private final KeepingFiles keeping;
  private final CardParties parties;
  private final MonthlyRecords records;
  private final CurrentViewer viewer;
  private final Auditing auditing;
  private final Clock clock;

  ReadingEvidence(
      Transactions transactions,
      KeepingFiles keeping,
      CardParties parties,
      MonthlyRecords records,
      CurrentViewer viewer,
      Auditing auditing,
      Clock clock) {
    this.transactions = transactions;
    this.keeping = keeping;
    this.parties = parties;
    this.records = records;
    this.viewer = viewer;
    this.auditing = auditing;
    this.clock = clock;
  }

  /** The evidence of a card, by line and in the order in which it was added. */
  public List<EvidenceView> of(String number) {
    Scope scope = viewer.scope();
    String narrowed = scope.condition("u.path", "c.branch_code");
    return transactions.call(
        connection -> {
          if (scope
              .bind(NamedStatement.of(VISIBLE_CARD + narrowed))
              .with("number", number)
              .list(connection, row -> true)
              .isEmpty()) {
            throw new NotFound("亮牌", number);
          }
          return scope
              .bind(
                  NamedStatement.of(
                      SELECT
                          + "WHERE c.number = :number"
                          + narrowed
                          + scope.ofBranch("l.branch_code")
                          + " ORDER BY e.card_line_id, e.added_at, e.id"))
              .with("number", number)
              .list(connection, this::view);
        });
  }

  /** The evidence of a card with what the viewer may add to it. */
  public CardEvidence shown(CardView card) {
    Map<Long, List<EvidenceView>> byLine = new HashMap<>();
    of(card.number())
        .forEach(one -> byLine.computeIfAbsent(one.line(), line -> new ArrayList<>()).add(one));
    boolean mayAdd =
        card.status().isOpen()
            && viewer.viewer().may(Permissions.RECTIFY_CARDS)
            && parties.of(card.number()).holder();
    return new CardEvidence(byLine, mayAdd ? monthsOnFile(card) : Map.of(), mayAdd);
  }

  private Map<String, List<YearMonth>> monthsOnFile(CardView card) {
    List<String> branches =
        card.lines().stream()
            .filter(CardView.LineView::open)
            .map(CardView.LineView::branchCode)
            .distinct()
            .toList();
    YearMonth now = YearMonth.from(clock.instant().atZone(ClockProducer.ZONE));
    return records.filedMonths(branches, now.minusMonths(MONTHS_BACK));
  }

  /** The content of a file; that it was read is a row of the trail. */
  public EvidenceContent content(UUID id) {
    return content(file(id));
  }

  /**
   * The same of a file that need not be in the viewer's scope: whoever calls this has made sure
   * that it was laid before the viewer.
   */
  public EvidenceContent contentLaidBefore(UUID id) {
    return content(viewer.asService(() -> file(id)));
  }

  private EvidenceContent content(FileRow file) {
    keeping.requireIntact(file.id(), file.hash());
    auditing.record(
        Entry.of(Act.EVIDENCE_READ, ObjectKind.CARD, file.card())
            .now(Map.of("evidence", file.id(), "sha256", file.hash())));
    return new EvidenceContent(file.name(), file.type(), file.size(), out -> write(file, out));
  }

  private void write(FileRow file, OutputStream out) throws IOException {
    if (!Sha256.of(keeping.read(file.id()), out).equals(file.hash())) {
      throw new IOException("The file of evidence " + file.id() + " changed while it was read");
    }
  }

  private FileRow file(UUID id) {
    return row(
        id,
        " AND e.kind = 'FILE'",
        row ->
            new FileRow(
                row.getString("card_number"),
                id,
                row.getString("file_name"),
                FileType.valueOf(row.getString("file_type")),
                row.getLong("file_size"),
                row.getString("file_sha256")));
  }

  /** One piece of evidence. */
  public EvidenceView get(UUID id) {
    return row(id, "", this::view);
  }

  private <T> T row(UUID id, String also, NamedStatement.RowOf<T> rowOf) {
    Scope scope = viewer.scope();
    String narrowed = scope.condition("u.path", "c.branch_code") + scope.ofBranch("l.branch_code");
    return transactions.call(
        connection ->
            scope
                .bind(NamedStatement.of(SELECT + "WHERE e.id = :id" + also + narrowed))
                .with("id", id)
                .list(connection, rowOf)
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("佐证", id)));
  }

  private EvidenceView view(ResultSet row) throws SQLException {
    Withdrawal withdrawn = Withdrawal.of(row);
    String addedBy = row.getString("added_by");
    boolean withdrawable =
        withdrawn == null
            && addedBy.equals(viewer.account())
            && WithdrawingEvidence.isWithdrawable(LineStage.valueOf(row.getString("stage")));
    return new EvidenceView(
        row.getObject("id", UUID.class),
        row.getLong("card_line_id"),
        EvidenceKind.valueOf(row.getString("kind")),
        row.getObject("happened_on", LocalDate.class),
        row.getString("note"),
        fileView(row),
        recordView(row),
        LocalTimes.at(row, "added_at"),
        addedBy,
        withdrawn,
        withdrawable);
  }

  private static EvidenceView.FileView fileView(ResultSet row) throws SQLException {
    String type = row.getString("file_type");
    return type == null
        ? null
        : new EvidenceView.FileView(
            row.getString("file_name"),
            FileType.valueOf(type).label(),
            FileType.valueOf(type).mediaType(),
            row.getLong("file_size"),
            row.getString("file_sha256"),
            row.getBoolean("file_scanned"),
            "/api/evidence/" + row.getString("id") + "/content");
  }

  private static EvidenceView.RecordView recordView(ResultSet row) throws SQLException {
    LocalDate month = row.getObject("record_month", LocalDate.class);
    if (month == null) {
      return null;
    }
    String branch = row.getString("record_branch");
    String of = YearMonth.from(month).toString();
    return new EvidenceView.RecordView(branch, of, RecordAddress.of(branch, of));
  }
}
