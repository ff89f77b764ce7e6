package org.liangpai.concession.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.liangpai.branch.BranchFilter;
import org.liangpai.branch.Branches;
import org.liangpai.card.CardFilter;
import org.liangpai.card.CardView;
import org.liangpai.card.ListingCards;
import org.liangpai.concession.DecidingSuccessions;
import org.liangpai.security.Permissions;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Parameters;

/** The form by which the cards of a dissolved branch are passed on. */
@Path("/branches")
@Produces(MediaType.TEXT_HTML)
@Blocking
class SuccessionPages {

  private static final int MOST = 500;

  @CheckedTemplate(basePath = "concession-pages")
  static class Templates {
    static native TemplateInstance succession(
        Place branch, List<CardView> cards, List<Place> others);
  }

  /** A branch by code and name, and the day on which it was dissolved, if it was. */
  record Place(String code, String name, String dissolvedOn) {

    static Place of(Map<String, Object> branch) {
      Object day = branch.get("dissolvedOn");
      return new Place(
          String.valueOf(branch.get("branchCode")),
          String.valueOf(branch.get("branchName")),
          day == null ? null : day.toString());
    }
  }

  private final DecidingSuccessions deciding;
  private final ListingCards cards;
  private final Branches branches;

  SuccessionPages(DecidingSuccessions deciding, ListingCards cards, Branches branches) {
    this.deciding = deciding;
    this.cards = cards;
    this.branches = branches;
  }

  @GET
  @PermissionsAllowed(Permissions.PASS_ON_CARDS)
  @Path("{code}/succession")
  public TemplateInstance form(String code) {
    Map<String, Object> branch = branches.find(code).orElseThrow(() -> new NotFound("支部", code));
    BranchFilter beside = new BranchFilter(String.valueOf(branch.get("unitCode")), null, null);
    List<Place> others =
        branches.list(beside, "", MOST).items().stream()
            .map(Place::of)
            .filter(one -> one.dissolvedOn() == null && !one.code().equals(code))
            .toList();
    return Templates.succession(Place.of(branch), open(code), others);
  }

  private List<CardView> open(String code) {
    CardFilter filter =
        new CardFilter(
            Optional.empty(),
            Optional.of(code),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false);
    return cards.list(filter, "", MOST).items().stream()
        .filter(card -> card.status().isOpen())
        .toList();
  }

  @POST
  @PermissionsAllowed(Permissions.PASS_ON_CARDS)
  @Path("{code}/succession")
  public Response decide(String code, @RestForm String successor, @RestForm String reason) {
    deciding.decide(code, Parameters.optionalText(successor).orElse(null), reason);
    return Response.seeOther(UriBuilder.fromPath("/branches/{code}").build(code)).build();
  }
}
