package org.liangpai.help.web;

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
import org.liangpai.branch.UnitView;
import org.liangpai.branch.Units;
import org.liangpai.help.AnsweringHelp;
import org.liangpai.help.AskingForHelp;
import org.liangpai.help.HelpAnswer;
import org.liangpai.help.HelpClosing;
import org.liangpai.help.HelpStatus;
import org.liangpai.help.HelpSubject;
import org.liangpai.help.HelpUrgency;
import org.liangpai.help.HelpView;
import org.liangpai.help.ListingHelp;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Done;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.Page;
import org.liangpai.shared.Parameters;

/** Requests for help: what was asked, by whom, of whom, and whose turn it is. */
@Path("/help-requests")
@Produces(MediaType.TEXT_HTML)
@Blocking
class HelpPages {

  private static final int SIZE = 50;
  private static final int MOST_UNITS = 1_000;

  @CheckedTemplate(basePath = "help-pages")
  static class Templates {
    static native TemplateInstance list(
        HelpQuery query,
        List<HelpView> requests,
        String next,
        List<UnitView> units,
        List<HelpStatus> statuses,
        List<HelpSubject> subjects,
        List<HelpUrgency> urgencies,
        List<ListingHelp.AskedUnit> askable);

    static native TemplateInstance request(HelpView request);
  }

  private final ListingHelp listing;
  private final AskingForHelp asking;
  private final AnsweringHelp answering;
  private final Units units;

  HelpPages(ListingHelp listing, AskingForHelp asking, AnsweringHelp answering, Units units) {
    this.listing = listing;
    this.asking = asking;
    this.answering = answering;
    this.units = units;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_HELP_REQUESTS)
  public TemplateInstance list(@BeanParam HelpQuery query) {
    query.filter().unit().ifPresent(units::existing);
    Page<HelpView> page = listing.list(query.filter(), Parameters.after(query.after()), SIZE);
    return Templates.list(
        query,
        page.items(),
        page.next() == null ? null : query.address(page.next()),
        units.list("", MOST_UNITS).items(),
        List.of(HelpStatus.values()),
        List.of(HelpSubject.values()),
        List.of(HelpUrgency.values()),
        listing.units());
  }

  @GET
  @PermissionsAllowed(Permissions.READ_HELP_REQUESTS)
  @Path("{id}")
  public TemplateInstance request(String id) {
    return Templates.request(listing.get(Parameters.number("求助", id)));
  }

  @POST
  @Done("求助已提出，对方会收到通知。")
  @PermissionsAllowed(Permissions.ASK_FOR_HELP)
  public Response ask(@BeanParam HelpForm form) {
    return seen(asking.ask(form.asked(null)));
  }

  @POST
  @Done("答复已记下，对方会收到通知。")
  @PermissionsAllowed(Permissions.ANSWER_HELP_REQUESTS)
  @Path("{id}/answer")
  public Response answer(
      String id, @RestForm String answer, @RestForm String promisedOn, @RestForm String text) {
    long number = Parameters.number("求助", id);
    HelpAnswer said =
        Parameters.optionalOf(HelpAnswer.class, "answer", answer)
            .orElseThrow(() -> new Invalid("answer", "请选择承办、已办理或不能办理"));
    answering.answer(
        number, said, Parameters.optionalDay("promisedOn", promisedOn).orElse(null), text);
    return seen(number);
  }

  @POST
  @Done("已办理，对方会收到通知。")
  @PermissionsAllowed(Permissions.ASK_FOR_HELP)
  @Path("{id}/confirmation")
  public Response confirm(String id, @RestForm String decision, @RestForm String text) {
    long number = Parameters.number("求助", id);
    HelpClosing said =
        Parameters.optionalOf(HelpClosing.class, "decision", decision)
            .orElseThrow(() -> new Invalid("decision", "请选择确认、退回或撤回"));
    answering.close(number, said, text);
    return seen(number);
  }

  private static Response seen(long id) {
    return Response.seeOther(UriBuilder.fromPath("/help-requests/{id}").build(id)).build();
  }
}
