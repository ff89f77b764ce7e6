package org.liangpai.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.HeldPost;
import org.liangpai.security.Role;
import org.liangpai.security.Scope;
import org.liangpai.security.Viewer;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.DatabaseFault;
import org.liangpai.shared.NamedStatement;
import org.liangpai.testsupport.OwnerTransactions;
import org.liangpai.testsupport.TestClock;

/** Begins each time with an empty trail, because months of the whole trail are archived. */
@QuarkusTest
class ArchivingTrailTest {

  private static final YearMonth MARCH = YearMonth.of(2026, 3);
  private static final YearMonth APRIL = YearMonth.of(2026, 4);
  private static final Viewer AUDITOR =
      new Viewer("示例审计员", List.of(new HeldPost(Role.AUDIT, null, Scope.NONE)), null);

  @Inject Auditing auditing;
  @Inject ArchivingTrail archiving;
  @Inject VerifyingTrail verifying;
  @Inject Checkpoints checkpoints;
  @Inject TrailFolder folder;
  @Inject CurrentViewer viewer;
  @Inject TestClock clock;
  @Inject OwnerTransactions owner;

  @BeforeEach
  void emptyTrail() throws IOException {
    owner.call(
        connection -> {
          try (Statement sql = connection.createStatement()) {
            sql.execute("SET LOCAL session_replication_role = replica");
            return sql.execute("TRUNCATE audit_entry, audit_archive, audit_checkpoint");
          }
        });
    Files.deleteIfExists(folder.checkpoints().path());
    write(LocalDate.of(2026, 3, 1), 3);
    write(LocalDate.of(2026, 3, 31), 2);
    write(LocalDate.of(2026, 4, 1), 4);
    clock.set(LocalDate.of(2026, 11, 9));
    checkpoints.writeOfToday();
  }

  @AfterEach
  void resetClock() {
    clock.reset();
  }

  @Test
  void archive_holdsTheRowsOfItsMonth_andIsWrittenOnce() throws IOException {
    ArchivingTrail.Archived first = audit(() -> archiving.archive(MARCH));
    ArchivingTrail.Archived again = audit(() -> archiving.archive(MARCH));

    assertThat(first.entries()).isEqualTo(5);
    assertThat(again).isEqualTo(first);
    List<ChainedRow> rows = new ArrayList<>();
    folder.archive(first.file()).read(rows::add);
    assertThat(rows).hasSize(5).allMatch(row -> row.time().isBefore(start(APRIL)));
    assertThat(count("act = 'TRAIL_ARCHIVED'")).isEqualTo(1);
  }

  @Test
  void archive_goesInOrder_andWaitsForTheEndOfTheMonth() {
    refused("audit-earlier-month-not-archived", () -> archiving.archive(APRIL));
    refused("audit-month-not-over", () -> archiving.archive(YearMonth.of(2026, 11)));
    refused("audit-month-empty", () -> archiving.archive(YearMonth.of(2026, 2)));
    audit(() -> archiving.archive(MARCH));
    assertThat(audit(() -> archiving.archive(APRIL)).entries()).isEqualTo(4);
  }

  @Test
  void purge_isRefused_unlessArchivedAndOld() {
    refused("audit-not-archived", () -> archiving.purge(MARCH));
    audit(() -> archiving.archive(MARCH));
    audit(() -> archiving.archive(APRIL));
    refused("audit-earlier-month-not-purged", () -> archiving.purge(APRIL));

    // 180 days after nine in the morning of March 31.
    clock.set(LocalDate.of(2026, 9, 27).atTime(8, 59).atZone(clock.getZone()).toInstant());
    refused("audit-too-young", () -> archiving.purge(MARCH));
    clock.set(LocalDate.of(2026, 9, 27));
    assertThat(audit(() -> archiving.purge(MARCH)).entries()).isEqualTo(5);
    assertThat(audit(() -> archiving.purge(MARCH)).entries()).isZero();
  }

  @Test
  void purge_isRefusedByTheDatabase_beforeTheAge() {
    clock.set(LocalDate.ofInstant(now(), clock.getZone()).minusDays(179));
    write(LocalDate.now(clock), 1);
    YearMonth month = YearMonth.now(clock);
    clock.set(LocalDate.of(2100, 1, 1));
    audit(() -> archiving.archive(MARCH));
    audit(() -> archiving.archive(APRIL));
    audit(() -> archiving.archive(month));
    audit(() -> archiving.purge(MARCH));
    audit(() -> archiving.purge(APRIL));

    assertThatThrownBy(() -> audit(() -> archiving.purge(month)))
        .isInstanceOf(DatabaseFault.class)
        .hasMessageContaining("180 days");
  }

  @Test
  void chain_holds_afterAPurge() {
    purgeMarch();
    write(LocalDate.of(2026, 11, 10), 5);

    Verification verification = audit(verifying::verify);

    assertThat(verification.damages()).isEmpty();
    assertThat(count("at < '2026-04-01'")).isZero();
    assertThat(verification.rows()).isGreaterThan(14);
  }

  @Test
  void chain_holds_whenItsLaneWasPurgedToNothing() {
    purgeMarch();
    audit(() -> archiving.archive(APRIL));
    audit(() -> archiving.purge(APRIL));
    for (int i = 0; i < 5; i++) {
      write(LocalDate.of(2026, 11, 10), 1);
    }

    assertThat(audit(verifying::verify).damages()).isEmpty();
  }

  @Test
  void archiveThatIsGoneOrEdited_isFound() throws IOException {
    purgeMarch();
    ArchiveFile file = folder.archive(MARCH + ".jsonl.gz");
    byte[] content = Files.readAllBytes(file.path());

    Files.delete(file.path());
    assertThat(audit(verifying::verify).damages())
        .extracting(Damage::kind)
        .containsExactly(Damage.Kind.ARCHIVES);

    content[content.length - 1]++;
    Files.write(file.path(), content);
    assertThat(audit(verifying::verify).damages())
        .extracting(Damage::kind)
        .containsExactly(Damage.Kind.ARCHIVES);
  }

  @Test
  void checkpointOfADay_isWrittenOnce_andAnyNumberIsWrittenOnRequest() {
    checkpoints.writeOfToday();
    assertThat(folder.checkpoints().read().checkpoints()).hasSize(1);

    clock.set(LocalDate.of(2026, 11, 10));
    checkpoints.writeOfToday();
    checkpoints.write();
    checkpoints.write();
    CheckpointFile.Content content = folder.checkpoints().read();
    assertThat(content.damages()).isEmpty();
    assertThat(content.checkpoints()).hasSize(4);
    assertThat(content.checkpoints().get(0).row()).isEqualTo(9);
    assertThat(count("act = 'CHECKPOINT_WRITTEN'")).isEqualTo(2);
    assertThat(audit(verifying::verify).damages()).isEmpty();
  }

  private void purgeMarch() {
    audit(() -> archiving.archive(MARCH));
    audit(() -> archiving.purge(MARCH));
  }

  private void write(LocalDate day, int rows) {
    clock.set(day);
    for (int i = 0; i < rows; i++) {
      auditing.record(Entry.of(Act.CARD_ISSUED, ObjectKind.CARD, day));
    }
  }

  private <T> T audit(Supplier<T> work) {
    return viewer.as(AUDITOR, Scope.NONE, work);
  }

  private void refused(String code, Supplier<?> work) {
    assertThatThrownBy(() -> audit(work))
        .isInstanceOfSatisfying(
            TrailRefused.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private static Instant start(YearMonth month) {
    return month.atDay(1).atStartOfDay(ClockProducer.ZONE).toInstant();
  }

  private Instant now() {
    return owner.call(
        connection ->
            NamedStatement.of("SELECT now()")
                .list(connection, row -> row.getObject(1, OffsetDateTime.class))
                .get(0)
                .toInstant());
  }

  private long count(String condition) {
    return owner.call(
        connection ->
            NamedStatement.of("SELECT count(*) FROM audit_entry WHERE " + condition)
                .list(connection, row -> row.getLong(1))
                .get(0));
  }
}
