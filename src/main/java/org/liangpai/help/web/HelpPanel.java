package org.liangpai.help.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.liangpai.card.CardPanel;
import org.liangpai.card.CardParties;
import org.liangpai.card.CardSides;
import org.liangpai.card.CardView;
import org.liangpai.help.HelpSubject;
import org.liangpai.help.HelpUrgency;
import org.liangpai.help.HelpView;
import org.liangpai.help.ListingHelp;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Permissions;

/** For whom a card waits and since when, and the form by which help is asked for it. */
@ApplicationScoped
class HelpPanel implements CardPanel {

  private static final int AFTER_CONCESSIONS = 400;

  @CheckedTemplate(basePath = "help-pages")
  static class Templates {
    static native TemplateInstance panel(
        CardView card,
        List<HelpView> requests,
        boolean mayAsk,
        List<HelpSubject> subjects,
        List<HelpUrgency> urgencies,
        List<ListingHelp.AskedUnit> askable);
  }

  private final ListingHelp listing;
  private final CardParties parties;
  private final CurrentViewer viewer;

  HelpPanel(ListingHelp listing, CardParties parties, CurrentViewer viewer) {
    this.listing = listing;
    this.parties = parties;
    this.viewer = viewer;
  }

  @Override
  public int order() {
    return AFTER_CONCESSIONS;
  }

  @Override
  public String html(CardView card) {
    List<HelpView> requests = listing.ofCard(card.number());
    boolean mayAsk = mayAsk(card);
    return requests.isEmpty() && !mayAsk
        ? ""
        : Templates.panel(
                card,
                requests,
                mayAsk,
                List.of(HelpSubject.values()),
                List.of(HelpUrgency.values()),
                mayAsk ? listing.units() : List.of())
            .render();
  }

  private boolean mayAsk(CardView card) {
    if (!card.status().isOpen() || !viewer.viewer().may(Permissions.ASK_FOR_HELP)) {
      return false;
    }
    CardSides sides = parties.of(card.number());
    return sides.holder() || sides.verifier();
  }
}
