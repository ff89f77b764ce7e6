package org.liangpai.evidence;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.liangpai.security.WalkedFeature;

/** What the walk over all routes asks of evidence. */
@Singleton
class WalkedEvidence implements WalkedFeature {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

  private final AddingEvidence adding;
  private final EvidenceCity city;

  WalkedEvidence(AddingEvidence adding, EvidenceCity city) {
    this.adding = adding;
    this.city = city;
  }

  @Override
  public Map<String, String> bodies() {
    return Map.of(
        "POST /api/cards/{number}/evidence",
        "{\"lineId\":0,\"kind\":\"TEXT\",\"happenedOn\":\"2026-11-02\",\"note\":\"已整改\"}",
        "POST /api/evidence/{id}/withdrawal",
        "{\"reason\":\"写错了\"}",
        "POST /cards/{number}/evidence/text",
        "line=0&happenedOn=2026-11-02&note=x",
        "POST /cards/{number}/evidence/record",
        "line=0&month=2026-10",
        "POST /cards/{number}/evidence/{id}/withdrawal",
        "reason=x");
  }

  @Override
  public Set<String> files() {
    return Set.of("POST /cards/{number}/evidence/file");
  }

  @Override
  public Map<String, Walked> objects() {
    return Map.of("evidence", new Walked(file(EvidenceCity.CARD), file(EvidenceCity.OTHER_CARD)));
  }

  private UUID file(String card) {
    try {
      Path file = Files.createTempFile("walked", ".pdf");
      try {
        Files.write(file, SampleFiles.pdf());
        return adding.addFile(card, city.line(card), DAY, null, "walked.pdf", file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
