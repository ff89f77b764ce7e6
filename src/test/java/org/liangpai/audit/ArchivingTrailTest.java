package org.liangpai.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
  @Inject LastCheckpoint last;
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
    last.remember(LastCheckpoint.Written.NONE);
    write(LocalDate.of(2026, 3, 1), 3);
    write(LocalDate.of(2026, 3, 31), 2);
    write(LocalDate.of(2026, 4, 1), 4);
    clock.set(LocalDate.of(2026, 11, 9));
    checkpoints.writeOfThisHour();
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
    archiveThatIsGoneOrEdited_isFound(() -> audit(() -> archiving.archive(MARCH)));
    archiveThatIsGoneOrEdited_isFound(this::purgeMarch);
  }

  private void archiveThatIsGoneOrEdited_isFound(Runnable archive) throws IOException {
    archive.run();
    ArchiveFile file = folder.archive(MARCH + ".jsonl.gz");
    byte[] whole = Files.readAllBytes(file.path());
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
    Files.write(file.path(), whole);
  }

  @Test
  void checkpointOfAnHour_isWrittenOnce_andAnyNumberIsWrittenOnRequest() throws IOException {
    clock.set(start(APRIL).plusSeconds(3_599));
    checkpoints.writeOfThisHour();
    int before = lines().size();
    checkpoints.writeOfThisHour();
    assertThat(lines()).hasSize(before);

    clock.set(start(APRIL).plusSeconds(3_600));
    checkpoints.writeOfThisHour();
    checkpoints.write();
    checkpoints.write();
    assertThat(lines()).hasSize(before + 3);
    assertThat(Checkpoint.read(lines().get(0)).row()).isEqualTo(9);
    assertThat(count("act = 'CHECKPOINT_WRITTEN'")).isEqualTo(2);
    assertThat(audit(verifying::verify).damages()).isEmpty();
  }

  @Test
  void checkpoint_isWrittenAtTheEnd() throws IOException {
    int before = lines().size();

    checkpoints.end(new ShutdownEvent());

    assertThat(lines()).hasSize(before + 1);
    assertThat(audit(verifying::verify).damages()).isEmpty();
  }

  @Test
  void checkpoint_thatCouldNotBeFiled_isFiledWithTheNext() throws IOException {
    Path path = folder.checkpoints().path();
    Path aside = path.resolveSibling("aside");
    Files.move(path, aside);
    Files.createDirectory(path);
    assertThatThrownBy(() -> checkpoints.write()).isInstanceOf(UncheckedIOException.class);
    Files.delete(path);
    Files.move(aside, path);
    assertThat(audit(verifying::verify).damages()).isEmpty();
    assertThat(audit(verifying::verify).remarks()).anyMatch(one -> one.contains("还没有写入文件"));
    int before = lines().size();

    checkpoints.write();

    assertThat(lines()).hasSize(before + 2);
    assertThat(audit(verifying::verify).damages()).isEmpty();
    assertThat(audit(verifying::verify).remarks()).isEmpty();
  }

  @Test
  void checkpoint_thatIsTakenOutEverywhere_leavesAGapForGood_whileTheServiceRuns()
      throws IOException {
    checkpoints.write();
    List<String> lines = lines();
    Files.write(folder.checkpoints().path(), lines.subList(0, lines.size() - 1));
    owner.call(
        connection ->
            NamedStatement.of(
                    "DELETE FROM audit_checkpoint WHERE id = (SELECT max(id) FROM audit_checkpoint)")
                .execute(connection));

    checkpoints.write();

    assertThat(audit(verifying::verify).damages())
        .extracting(Damage::kind)
        .containsOnly(Damage.Kind.CHECKPOINTS)
        .hasSize(2);
  }

  @Test
  void emptiedCheckpoints_areFound_ifTheTrailReachesBackADay() throws IOException {
    Files.write(folder.checkpoints().path(), new byte[0]);
    owner.call(connection -> NamedStatement.of("DELETE FROM audit_checkpoint").execute(connection));

    assertThat(audit(verifying::verify).damages())
        .singleElement()
        .satisfies(damage -> assertThat(damage.message()).contains("没有一个检查点"));
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(folder.checkpoints().path());
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
