package org.liangpai.crosscheck.web;

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
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.branch.UnitView;
import org.liangpai.branch.Units;
import org.liangpai.crosscheck.Answer;
import org.liangpai.crosscheck.AnsweringCrossChecks;
import org.liangpai.crosscheck.CrossCheck;
import org.liangpai.crosscheck.DrawRequest;
import org.liangpai.crosscheck.DrawingCrossChecks;
import org.liangpai.crosscheck.ListingCrossChecks;
import org.liangpai.crosscheck.MismatchRate;
import org.liangpai.crosscheck.Repetition;
import org.liangpai.crosscheck.Sample;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Done;
import org.liangpai.shared.ListAddress;
import org.liangpai.shared.Page;
import org.liangpai.shared.Parameters;

/** The draws for cross-checks, what was drawn, and what the checks found. */
@Path("/cross-checks")
@Produces(MediaType.TEXT_HTML)
@Blocking
class CrossCheckPages {

  private static final int SIZE = 50;
  private static final int MOST_UNITS = 1_000;
  private static final Set<String> DRAWN_FOR = Set.of("CITY", "COUNTY");

  @CheckedTemplate(basePath = "cross-check-pages")
  static class Templates {
    static native TemplateInstance list(List<CrossCheck> checks, String next, List<UnitView> units);

    static native TemplateInstance check(
        CrossCheck check,
        boolean mine,
        List<Sample> samples,
        String next,
        List<MismatchRate> rates,
        Repetition repetition);
  }

  private final ListingCrossChecks listing;
  private final DrawingCrossChecks drawing;
  private final AnsweringCrossChecks answering;
  private final Units units;

  CrossCheckPages(
      ListingCrossChecks listing,
      DrawingCrossChecks drawing,
      AnsweringCrossChecks answering,
      Units units) {
    this.listing = listing;
    this.drawing = drawing;
    this.answering = answering;
    this.units = units;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_CROSS_CHECKS)
  public TemplateInstance list(@RestQuery String after) {
    Page<CrossCheck> page = listing.list(Parameters.after(after), SIZE);
    return Templates.list(
        page.items(),
        page.next() == null ? null : "/cross-checks?after=" + page.next(),
        units.list("", MOST_UNITS).items().stream()
            .filter(unit -> DRAWN_FOR.contains(unit.level()))
            .toList());
  }

  @POST
  @Done("样本已抽出，见下。")
  @PermissionsAllowed(Permissions.DRAW_CROSS_CHECKS)
  public Response draw(
      @RestForm String unit,
      @RestForm String fromOn,
      @RestForm String toOn,
      @RestForm String seed) {
    long id =
        drawing.draw(
            new DrawRequest(
                unit,
                Parameters.optionalDay("fromOn", fromOn).orElse(null),
                Parameters.optionalDay("toOn", toOn).orElse(null),
                seed));
    return Response.seeOther(URI.create("/cross-checks/" + id)).build();
  }

  /** What waits for the viewer's unit comes first; with {@code all} everything is shown. */
  @GET
  @PermissionsAllowed(Permissions.READ_CROSS_CHECKS)
  @Path("{id}")
  public TemplateInstance check(String id, @RestQuery String all, @RestQuery String after) {
    long number = Parameters.number("抽查", id);
    CrossCheck check = listing.get(number);
    boolean mine = check.mine() > 0 && !"true".equals(all);
    Page<Sample> samples = listing.samples(number, mine, Parameters.after(after), SIZE);
    return Templates.check(
        check,
        mine,
        samples.items(),
        samples.next() == null
            ? null
            : ListAddress.of("/cross-checks/" + number)
                .with("all", mine ? "" : "true")
                .with("after", samples.next())
                .toString(),
        listing.rates(number),
        listing.repeat(number));
  }

  @POST
  @Done("核查结果已记下。")
  @PermissionsAllowed(Permissions.ANSWER_CROSS_CHECKS)
  @Path("{id}/samples/{sample}/answer")
  public Response answer(String id, String sample, @RestForm String answer, @RestForm String text) {
    long draw = Parameters.number("抽查", id);
    answering.answer(
        draw,
        Parameters.number("抽查事项", sample),
        Parameters.optionalOf(Answer.class, "answer", answer).orElse(null),
        text);
    return Response.seeOther(URI.create("/cross-checks/" + draw)).build();
  }
}
