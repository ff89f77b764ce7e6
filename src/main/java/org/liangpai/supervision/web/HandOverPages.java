package org.liangpai.supervision.web;

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
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.security.Permissions;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.Done;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.Parameters;
import org.liangpai.supervision.AssignmentKind;
import org.liangpai.supervision.Candidate;
import org.liangpai.supervision.Candidates;
import org.liangpai.supervision.HandOver;
import org.liangpai.supervision.HandingOver;
import org.liangpai.supervision.HeldBranch;
import org.liangpai.supervision.ListingSupervision;

/** Passing the branches of one person on to another: what is open is shown first. */
@Path("/supervision/hand-overs")
@Produces(MediaType.TEXT_HTML)
@Blocking
class HandOverPages {

  @CheckedTemplate(basePath = "supervision-pages")
  static class Templates {
    static native TemplateInstance handOver(
        AssignmentKind kind,
        String account,
        List<HeldBranch> held,
        List<Candidate> people,
        LocalDate today);
  }

  private final ListingSupervision listing;
  private final Candidates candidates;
  private final HandingOver handingOver;
  private final Clock clock;

  HandOverPages(
      ListingSupervision listing, Candidates candidates, HandingOver handingOver, Clock clock) {
    this.listing = listing;
    this.candidates = candidates;
    this.handingOver = handingOver;
    this.clock = clock;
  }

  @GET
  @PermissionsAllowed(Permissions.ASSIGN_SUPERVISION)
  public TemplateInstance form(@RestQuery String kind, @RestQuery String account) {
    AssignmentKind of = kind(kind).orElse(AssignmentKind.SUPERVISOR);
    String from = Parameters.text(account);
    return Templates.handOver(
        of,
        from,
        from.isEmpty() ? List.of() : listing.held(of, from),
        candidates.of(of),
        LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE));
  }

  @POST
  @Done("交接已记下，双方都会收到通知。")
  @PermissionsAllowed(Permissions.ASSIGN_SUPERVISION)
  public Response handOver(
      @RestForm String kind,
      @RestForm String account,
      @RestForm String to,
      @RestForm String fromOn,
      @RestForm String toOn,
      @RestForm String reason) {
    AssignmentKind of = kind(kind).orElseThrow(() -> new Invalid("kind", "请选择联系领导或督导员"));
    handingOver.handOver(
        new HandOver(of, account, to, day("fromOn", fromOn), day("toOn", toOn), reason));
    return Response.seeOther(
            UriBuilder.fromPath("/supervision/branches")
                .queryParam("account", "{account}")
                .build(to.strip()))
        .build();
  }

  private static LocalDate day(String name, String text) {
    return Parameters.optionalDay(name, text).orElse(null);
  }

  private static Optional<AssignmentKind> kind(String text) {
    return Parameters.optionalOf(AssignmentKind.class, "kind", text);
  }
}
