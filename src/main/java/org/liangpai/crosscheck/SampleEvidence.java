package org.liangpai.crosscheck;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.liangpai.evidence.EvidenceContent;
import org.liangpai.evidence.ReadingEvidence;
import org.liangpai.shared.NotFound;

/** Gives whoever sees a sample the files that its frozen content names, and no others. */
@ApplicationScoped
public class SampleEvidence {

  private final ListingCrossChecks listing;
  private final ReadingEvidence reading;

  SampleEvidence(ListingCrossChecks listing, ReadingEvidence reading) {
    this.listing = listing;
    this.reading = reading;
  }

  /**
   * The content of a file; that it was read is a row of the trail.
   *
   * @throws NotFound if the viewer may not see the sample, or it names no such file
   */
  public EvidenceContent content(long draw, long sample, UUID file) {
    if (!names(listing.sample(draw, sample), file)) {
      throw new NotFound("佐证", file);
    }
    return reading.contentLaidBefore(file);
  }

  private static boolean names(Sample sample, UUID file) {
    return sample.content().get("evidence") instanceof List<?> pieces
        && pieces.stream()
            .anyMatch(
                piece ->
                    piece instanceof Map<?, ?> one
                        && one.containsKey("file")
                        && file.toString().equals(one.get("id")));
  }
}
