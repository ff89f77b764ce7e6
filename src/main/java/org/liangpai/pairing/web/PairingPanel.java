package org.liangpai.pairing.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.liangpai.card.CardPanel;
import org.liangpai.card.CardView;
import org.liangpai.card.HolderKind;
import org.liangpai.pairing.ListingPairings;
import org.liangpai.pairing.PairingFilter;
import org.liangpai.pairing.PairingView;

/** Shows on the page of a card who helps its branch. */
@ApplicationScoped
class PairingPanel implements CardPanel {

  private static final int LAST = 900;

  @CheckedTemplate(basePath = "pairing-pages")
  static class Templates {
    static native TemplateInstance panel(CardView card, List<PairingView> pairings);
  }

  private final ListingPairings listing;

  PairingPanel(ListingPairings listing) {
    this.listing = listing;
  }

  @Override
  public int order() {
    return LAST;
  }

  @Override
  public String html(CardView card) {
    if (card.holder().kind() != HolderKind.BRANCH) {
      return "";
    }
    PairingFilter ofBranch =
        new PairingFilter(Optional.empty(), Optional.of(card.holder().code()), false);
    List<PairingView> pairings = listing.list(ofBranch, 0, 2).items();
    boolean mayNeedOne = card.status().isOpen() && !card.level().code().equals("YELLOW");
    return pairings.isEmpty() && !mayNeedOne ? "" : Templates.panel(card, pairings).render();
  }
}
