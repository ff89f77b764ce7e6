package org.liangpai.accountability.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.liangpai.accountability.AnsweringMeasure;
import org.liangpai.accountability.CaseFilter;
import org.liangpai.accountability.CaseStatus;
import org.liangpai.accountability.CaseView;
import org.liangpai.accountability.Concerned;
import org.liangpai.accountability.DecidingCases;
import org.liangpai.accountability.Opening;
import org.liangpai.accountability.ReadingCases;
import org.liangpai.audit.ObjectKind;
import org.liangpai.audit.ReadsJudgements;
import org.liangpai.branch.UnitView;
import org.liangpai.branch.Units;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Done;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.Page;
import org.liangpai.shared.Parameters;

/** What the service proposes, what the city decides, and what came of it. */
@Path("/accountability")
@Produces(MediaType.TEXT_HTML)
@Blocking
class AccountabilityPages {

  private static final int SIZE = 50;
  private static final int MOST_UNITS = 1_000;

  @CheckedTemplate(basePath = "accountability-pages")
  static class Templates {
    static native TemplateInstance list(
        CaseQuery query,
        List<CaseView> cases,
        String next,
        List<UnitView> units,
        List<CaseStatus> statuses,
        List<AnsweringMeasure> measures);
  }

  private final ReadingCases reading;
  private final DecidingCases deciding;
  private final Units units;

  AccountabilityPages(ReadingCases reading, DecidingCases deciding, Units units) {
    this.reading = reading;
    this.deciding = deciding;
    this.units = units;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_ACCOUNTABILITY)
  @ReadsJudgements(ObjectKind.ACCOUNTABILITY)
  public TemplateInstance list(@BeanParam CaseQuery query) {
    CaseFilter filter = query.filter();
    filter.unit().ifPresent(units::existing);
    Page<CaseView> page = reading.list(filter, Parameters.after(query.after), SIZE);
    return Templates.list(
        query,
        page.items(),
        page.next() == null ? null : query.address(page.next()),
        units.list("", MOST_UNITS).items(),
        List.of(CaseStatus.values()),
        List.of(AnsweringMeasure.values()));
  }

  @POST
  @Done("问责已启动。")
  @PermissionsAllowed(Permissions.DECIDE_ACCOUNTABILITY)
  public Response open(
      @RestForm String unitCode,
      @RestForm String branchCode,
      @RestForm String cardNumber,
      @RestForm String grounds,
      @RestForm String measure,
      @RestForm String post,
      @RestForm String decision,
      @RestForm String on) {
    String unit =
        Parameters.optionalText(unitCode).orElseThrow(() -> new Invalid("unitCode", "请选择党组织"));
    Concerned concerned =
        new Concerned(
            unit,
            Parameters.optionalText(branchCode).orElse(null),
            Parameters.optionalText(cardNumber).orElse(null));
    return seen(deciding.open(concerned, grounds, opening(measure, post, decision, on)));
  }

  @POST
  @Done("问责决定已记下。")
  @PermissionsAllowed(Permissions.DECIDE_ACCOUNTABILITY)
  @Path("{id}/decision")
  public Response decide(
      String id,
      @RestForm String outcome,
      @RestForm String measure,
      @RestForm String post,
      @RestForm String decision,
      @RestForm String on) {
    long number = Parameters.number("问责事项", id);
    if (CaseStatus.DECLINED.name().equals(outcome)) {
      deciding.decline(number, decision, Parameters.optionalDay("on", on).orElse(null));
    } else if (CaseStatus.OPEN.name().equals(outcome)) {
      deciding.open(number, opening(measure, post, decision, on));
    } else {
      reading.get(number);
      throw new Invalid("outcome", "请选择启动或不予启动");
    }
    return seen(number);
  }

  @POST
  @Done("办理结果已记下。")
  @PermissionsAllowed(Permissions.DECIDE_ACCOUNTABILITY)
  @Path("{id}/result")
  public Response conclude(String id, @RestForm String result, @RestForm String on) {
    long number = Parameters.number("问责事项", id);
    deciding.conclude(number, result, Parameters.optionalDay("on", on).orElse(null));
    return seen(number);
  }

  private static Opening opening(String measure, String post, String decision, String on) {
    return new Opening(
        Parameters.optionalOf(AnsweringMeasure.class, "measure", measure).orElse(null),
        post,
        decision,
        Parameters.optionalDay("on", on).orElse(null));
  }

  private static Response seen(long id) {
    return Response.seeOther(UriBuilder.fromPath("/accountability").fragment("case-" + id).build())
        .build();
  }
}
