package org.liangpai.card.web;

import io.quarkus.arc.All;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.liangpai.audit.ObjectKind;
import org.liangpai.audit.ReadsJudgements;
import org.liangpai.branch.UnitView;
import org.liangpai.branch.Units;
import org.liangpai.card.AdjustingCards;
import org.liangpai.card.CardFilter;
import org.liangpai.card.CardPanel;
import org.liangpai.card.CardParties;
import org.liangpai.card.CardStatus;
import org.liangpai.card.CardView;
import org.liangpai.card.LevelBounds;
import org.liangpai.card.ListingCards;
import org.liangpai.card.SeeingCards;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Done;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.Page;
import org.liangpai.shared.Parameters;
import org.liangpai.warninglist.Level;
import org.liangpai.warninglist.LevelStyle;

/** The cards, each explaining itself. */
@Path("/cards")
@Produces(MediaType.TEXT_HTML)
@Blocking
class CardPages {

  private static final int SIZE = 50;
  private static final int MOST_UNITS = 1_000;

  @CheckedTemplate(basePath = "card-pages")
  static class Templates {
    static native TemplateInstance list(
        CardQuery query,
        List<CardView> cards,
        String next,
        List<UnitView> units,
        List<CardStatus> statuses,
        LocalDate today);

    static native TemplateInstance card(
        CardView card,
        List<LevelStyle> choices,
        Refused refused,
        CardSections sections,
        LocalDate today);
  }

  /** A change of level that was not made: why, and what was typed. */
  record Refused(String message, String level, String reason) {}

  private final ListingCards listing;
  private final SeeingCards seeing;
  private final AdjustingCards adjusting;
  private final CardParties parties;
  private final Units units;
  private final Catalogue catalogue;
  private final CurrentViewer viewer;
  private final List<CardPanel> panels;
  private final Clock clock;

  CardPages(
      ListingCards listing,
      SeeingCards seeing,
      AdjustingCards adjusting,
      CardParties parties,
      Units units,
      Catalogue catalogue,
      CurrentViewer viewer,
      @All List<CardPanel> panels,
      Clock clock) {
    this.listing = listing;
    this.seeing = seeing;
    this.adjusting = adjusting;
    this.parties = parties;
    this.units = units;
    this.catalogue = catalogue;
    this.viewer = viewer;
    this.clock = clock;
    this.panels = panels.stream().sorted(Comparator.comparingInt(CardPanel::order)).toList();
  }

  @GET
  @PermissionsAllowed(Permissions.READ_CARDS)
  @ReadsJudgements(ObjectKind.CARD)
  public TemplateInstance list(@BeanParam CardQuery query) {
    CardFilter filter = query.filter();
    filter.unit().ifPresent(units::existing);
    Page<CardView> page = listing.list(filter, query.after(), SIZE);
    return Templates.list(
        query,
        page.items(),
        page.next() == null ? null : query.address(page.next()),
        units.list("", MOST_UNITS).items(),
        List.of(CardStatus.values()),
        LocalDate.now(clock));
  }

  @GET
  @PermissionsAllowed(Permissions.READ_CARDS)
  @Path("{number}")
  @ReadsJudgements(ObjectKind.CARD)
  public TemplateInstance card(String number) {
    CardView card = listing.get(number);
    seeing.see(number);
    return page(card, null);
  }

  @POST
  @Done("等级已调整。")
  @PermissionsAllowed(Permissions.ADJUST_CARDS)
  @Path("{number}/level")
  public Response adjust(
      String number,
      @RestForm String level,
      @RestForm String reason,
      @HeaderParam("HX-Request") String htmx) {
    try {
      Level wanted =
          Parameters.optionalOf(Level.class, "level", level)
              .orElseThrow(() -> new Invalid("level", "请选择等级"));
      adjusting.adjust(number, wanted, reason, viewer.account());
    } catch (Invalid invalid) {
      Refused refused = new Refused(invalid.getMessage(), level, reason);
      return Response.status(400).entity(page(listing.get(number), refused)).build();
    }
    return htmx == null
        ? Response.seeOther(UriBuilder.fromPath("/cards/{number}").build(number)).build()
        : Response.ok(card(number)).build();
  }

  private TemplateInstance page(CardView card, Refused refused) {
    boolean adjusts =
        card.status().isOpen()
            && viewer.viewer().may(Permissions.ADJUST_CARDS)
            && parties.of(card.number()).verifier();
    List<LevelStyle> choices = adjusts ? choices(card) : List.of();
    return Templates.card(
        card, choices, refused, new CardSections(panels, card), LocalDate.now(clock));
  }

  /** The levels to which the card may be changed. */
  private List<LevelStyle> choices(CardView card) {
    int most = catalogue.list().grading(YearMonth.parse(card.month())).verifierMaySteps();
    LevelBounds bounds =
        new LevelBounds(level(card.gradedLevel()), level(card.raisedLevel()), most);
    return catalogue.list().levels().stream()
        .filter(style -> bounds.allow(style.level()))
        .filter(style -> !style.level().name().equals(card.level().code()))
        .toList();
  }

  private static Level level(CardView.LevelView shown) {
    return shown == null ? null : Level.valueOf(shown.code());
  }
}
