package org.liangpai.evidence.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.liangpai.card.CardPanel;
import org.liangpai.card.CardView;
import org.liangpai.evidence.CardEvidence;
import org.liangpai.evidence.EvidenceLimits;
import org.liangpai.evidence.EvidenceView;
import org.liangpai.shared.ClockProducer;

/** Shows below each line what is there as evidence, and lets the holder add to it. */
@Singleton
class EvidencePanel implements CardPanel {

  private static final int ORDER = 20;

  @CheckedTemplate(basePath = "evidence-pages")
  static class Templates {
    static native TemplateInstance line(
        CardView card,
        CardView.LineView line,
        List<EvidenceView> evidence,
        List<YearMonth> months,
        boolean mayAdd,
        EvidenceLimits limits,
        LocalDate today);
  }

  private final EvidenceOfPage ofPage;
  private final EvidenceLimits limits;
  private final Clock clock;

  EvidencePanel(EvidenceOfPage ofPage, EvidenceLimits limits, Clock clock) {
    this.ofPage = ofPage;
    this.limits = limits;
    this.clock = clock;
  }

  @Override
  public int order() {
    return ORDER;
  }

  @Override
  public String html(CardView card, CardView.LineView line) {
    CardEvidence shown = ofPage.of(card);
    List<EvidenceView> evidence = shown.of(line.id());
    boolean mayAdd = shown.mayAdd() && line.open();
    return evidence.isEmpty() && !mayAdd
        ? ""
        : Templates.line(
                card,
                line,
                evidence,
                shown.months(line.branchCode()),
                mayAdd,
                limits,
                LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE))
            .render();
  }
}
