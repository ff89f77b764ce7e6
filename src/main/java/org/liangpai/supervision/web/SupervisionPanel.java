package org.liangpai.supervision.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import org.liangpai.card.CardPanel;
import org.liangpai.card.CardView;
import org.liangpai.card.HolderKind;
import org.liangpai.supervision.ListingSupervision;
import org.liangpai.supervision.SupervisedBranch;

/** Tells on the page of a card who visits its branch, and when. */
@Singleton
class SupervisionPanel implements CardPanel {

  private static final int ORDER = 500;

  @CheckedTemplate(basePath = "supervision-pages")
  static class Templates {
    static native TemplateInstance panel(SupervisedBranch branch);
  }

  private final ListingSupervision listing;

  SupervisionPanel(ListingSupervision listing) {
    this.listing = listing;
  }

  @Override
  public int order() {
    return ORDER;
  }

  @Override
  public String html(CardView card) {
    return card.holder().kind() == HolderKind.BRANCH
        ? Templates.panel(listing.get(card.holder().code())).render()
        : "";
  }
}
