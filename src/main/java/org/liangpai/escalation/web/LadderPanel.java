package org.liangpai.escalation.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import org.liangpai.card.CardPanel;
import org.liangpai.card.CardView;
import org.liangpai.escalation.CardLadder;
import org.liangpai.escalation.ReadingSteps;

/** Shows on the page of a card what the ladder did, and why the next step is not yet due. */
@ApplicationScoped
class LadderPanel implements CardPanel {

  private static final int ORDER = 700;

  @CheckedTemplate(basePath = "escalation-pages")
  static class Templates {
    static native TemplateInstance panel(CardLadder ladder);
  }

  private final ReadingSteps reading;

  LadderPanel(ReadingSteps reading) {
    this.reading = reading;
  }

  @Override
  public int order() {
    return ORDER;
  }

  @Override
  public String html(CardView card) {
    return Templates.panel(reading.ofCard(card.number())).render();
  }
}
