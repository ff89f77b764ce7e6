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
import java.time.Clock;
import java.time.LocalDate;
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
import org.liangpai.concession.OpenSuccessions;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Done;
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
        Place branch, List<CardView> cards, OpenSuccessions.Decision decision, List<Place> others);
  }

  /**
   * A branch by code and name.
   *
   * @param dissolvedOn the day on which it is or will be dissolved, or {@code null}
   * @param dissolved that day has come
   */
  record Place(String code, String name, LocalDate dissolvedOn, boolean dissolved) {

    static Place of(Map<String, Object> branch, LocalDate today) {
      Object told = branch.get("dissolvedOn");
      LocalDate day = told == null ? null : LocalDate.parse(told.toString());
      return new Place(
          String.valueOf(branch.get("branchCode")),
          String.valueOf(branch.get("branchName")),
          day,
          day != null && !day.isAfter(today));
    }
  }

  private final DecidingSuccessions deciding;
  private final ListingCards cards;
  private final OpenSuccessions successions;
  private final Branches branches;
  private final Clock clock;

  SuccessionPages(
      DecidingSuccessions deciding,
      ListingCards cards,
      OpenSuccessions successions,
      Branches branches,
      Clock clock) {
    this.deciding = deciding;
    this.cards = cards;
    this.successions = successions;
    this.branches = branches;
    this.clock = clock;
  }

  @GET
  @PermissionsAllowed(Permissions.PASS_ON_CARDS)
  @Path("{code}/succession")
  public TemplateInstance form(String code) {
    Map<String, Object> branch = branches.find(code).orElseThrow(() -> new NotFound("支部", code));
    BranchFilter beside = new BranchFilter(String.valueOf(branch.get("unitCode")), null, null);
    LocalDate today = LocalDate.now(clock);
    List<Place> others =
        branches.list(beside, "", MOST).items().stream()
            .map(one -> Place.of(one, today))
            .filter(one -> !one.dissolved() && !one.code().equals(code))
            .toList();
    return Templates.succession(
        Place.of(branch, today), open(code), successions.decision(code).orElse(null), others);
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
  @Done("承接已确定。")
  @PermissionsAllowed(Permissions.PASS_ON_CARDS)
  @Path("{code}/succession")
  public Response decide(String code, @RestForm String successor, @RestForm String reason) {
    deciding.decide(code, Parameters.optionalText(successor).orElse(null), reason);
    return Response.seeOther(UriBuilder.fromPath("/branches/{code}").build(code)).build();
  }
}
