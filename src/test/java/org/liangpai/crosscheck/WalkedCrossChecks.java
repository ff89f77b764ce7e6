package org.liangpai.crosscheck;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.liangpai.evidence.AddingEvidence;
import org.liangpai.evidence.SampleFiles;
import org.liangpai.security.WalkedFeature;
import org.liangpai.shared.NamedStatement;
import org.liangpai.testsupport.OwnerTransactions;

/** What cross-checks bring to the walk over all routes. */
@Singleton
class WalkedCrossChecks implements WalkedFeature {

  private static final String DRAW =
      """
      WITH draw AS (
        INSERT INTO cross_check (unit_code, from_on, to_on, seed, seed_given, share_numerator, share_denominator,
          checkers, population, population_hash, drawn, drawn_at, drawn_by)
        VALUES (:unit, '2026-10-01', '2026-10-31', 'seed', true, 3, 10, ARRAY[:verifier, :checker], 1, '', 1,
          '2026-11-01', '示例') RETURNING id),
      key AS (
        INSERT INTO cross_check_key (cross_check_id, position, key, stratum, drawn)
        SELECT id, 1, 'F1', :verifier || ' VERIFIED', true FROM draw)
      INSERT INTO cross_check_sample (cross_check_id, key, verifier, verifier_name, part, checker, checker_name, content)
      SELECT id, 'F1', :verifier, '示例', :verifier, :checker, '示例', jsonb_build_object('level', 'YELLOW', 'item', 'YX-25',
        'branchCode', 'B1', 'evidence', jsonb_build_array(jsonb_build_object('id', :file, 'file', 'walked.png', 'happenedOn', '2026-11-02')))
      FROM draw
      RETURNING cross_check_id, id
      """;

  private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

  private final OwnerTransactions owner;
  private final AddingEvidence adding;

  WalkedCrossChecks(OwnerTransactions owner, AddingEvidence adding) {
    this.owner = owner;
    this.adding = adding;
  }

  @Override
  public Map<String, String> bodies() {
    return Map.of(
        "POST /api/cross-checks",
        "{\"unit\":\"X1\",\"fromOn\":\"2026-09-01\",\"toOn\":\"2026-09-30\"}",
        "POST /api/cross-checks/{id}/samples/{sample}/answer",
        "{\"answer\":\"AGREES\"}",
        "POST /cross-checks",
        "unit=X1&fromOn=2026-09-01&toOn=2026-09-30",
        "POST /cross-checks/{id}/samples/{sample}/answer",
        "answer=AGREES");
  }

  @Override
  public Map<String, Walked> objects() {
    UUID file = file("W1-2026-0001");
    UUID otherFile = file("W3-2026-0001");
    long[] inScope = draw("X1", "W2", "W1", file);
    long[] outOfScope = draw("X2", "W3", "X2", otherFile);
    return Map.of(
        "cross-checks", new Walked(inScope[0], outOfScope[0]),
        "samples", new Walked(inScope[1], outOfScope[1]),
        "files", new Walked(file, otherFile));
  }

  private UUID file(String card) {
    long line =
        owner.call(
            connection ->
                NamedStatement.of("SELECT id FROM card_line WHERE card_number = :card")
                    .with("card", card)
                    .list(connection, row -> row.getLong(1))
                    .get(0));
    try {
      Path file = Files.createTempFile("walked", ".png");
      try {
        Files.write(file, SampleFiles.image("png"));
        return adding.addFile(card, line, DAY, null, "walked.png", file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private long[] draw(String unit, String verifier, String checker, UUID file) {
    return owner.call(
        connection ->
            NamedStatement.of(DRAW)
                .with("unit", unit)
                .with("verifier", verifier)
                .with("checker", checker)
                .with("file", file.toString())
                .list(connection, row -> new long[] {row.getLong(1), row.getLong(2)})
                .get(0));
  }
}
