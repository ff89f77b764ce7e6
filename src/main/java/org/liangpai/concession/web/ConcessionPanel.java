package org.liangpai.concession.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.liangpai.card.CardPanel;
import org.liangpai.card.CardView;
import org.liangpai.concession.CardOffers;
import org.liangpai.concession.ConcessionView;
import org.liangpai.concession.ListingConcessions;
import org.liangpai.concession.OfferingConcessions;

/** What was asked for on a card and decided, and what the viewer may ask or decide now. */
@ApplicationScoped
class ConcessionPanel implements CardPanel {

  private static final int AFTER_RECTIFICATION = 300;

  @CheckedTemplate(basePath = "concession-pages")
  static class Templates {
    static native TemplateInstance panel(
        CardView card, List<ConcessionView> requests, CardOffers offers);
  }

  private final ListingConcessions listing;
  private final OfferingConcessions offering;

  ConcessionPanel(ListingConcessions listing, OfferingConcessions offering) {
    this.listing = listing;
    this.offering = offering;
  }

  @Override
  public int order() {
    return AFTER_RECTIFICATION;
  }

  @Override
  public String html(CardView card) {
    List<ConcessionView> requests = listing.ofCard(card.number());
    CardOffers offers = offering.on(card, requests);
    return requests.isEmpty() && !offers.any()
        ? ""
        : Templates.panel(card, requests, offers).render();
  }
}
