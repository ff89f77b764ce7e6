package org.liangpai.help.api;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.liangpai.branch.Units;
import org.liangpai.help.AnsweringHelp;
import org.liangpai.help.AskingForHelp;
import org.liangpai.help.HelpAnswer;
import org.liangpai.help.HelpClosing;
import org.liangpai.help.HelpFilter;
import org.liangpai.help.HelpStatus;
import org.liangpai.help.HelpSubject;
import org.liangpai.help.HelpUrgency;
import org.liangpai.help.HelpView;
import org.liangpai.help.ListingHelp;
import org.liangpai.help.NewHelp;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.Page;
import org.liangpai.shared.Parameters;

/** Requests for help. */
@Path("/api/help-requests")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "求助")
class HelpResource {

  private static final String MISSING = "请提供请求正文";
  private static final String TOO_LONG = "内容不能超过2000字";

  /** A new request. */
  record Asking(
      String asker,
      String unit,
      String subject,
      String urgency,
      @Size(max = 2000, message = TOO_LONG) String content,
      LocalDate dueOn,
      String card,
      Long line) {}

  /** What the asked unit says. */
  record Answering(
      String answer, LocalDate promisedOn, @Size(max = 2000, message = TOO_LONG) String text) {}

  /** What the asking side says. */
  record Closing(String decision, @Size(max = 2000, message = TOO_LONG) String text) {}

  private final AskingForHelp asking;
  private final AnsweringHelp answering;
  private final ListingHelp listing;
  private final Units units;

  HelpResource(AskingForHelp asking, AnsweringHelp answering, ListingHelp listing, Units units) {
    this.asking = asking;
    this.answering = answering;
    this.listing = listing;
    this.units = units;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_HELP_REQUESTS)
  @Operation(summary = "求助，可按党组织、亮牌、状态、轻重缓急筛选；mine=true 只看等您办理或确认的")
  public Page<HelpView> list(
      @QueryParam("unit") String unit,
      @QueryParam("card") String card,
      @QueryParam("status") String status,
      @QueryParam("urgency") String urgency,
      @QueryParam("mine") String mine,
      @QueryParam("after") String after,
      @QueryParam("limit") String limit) {
    HelpFilter filter =
        new HelpFilter(
            Parameters.optionalText(unit).map(units::existing),
            Parameters.optionalText(card),
            Parameters.optionalOf(HelpStatus.class, "status", status),
            Parameters.optionalOf(HelpUrgency.class, "urgency", urgency),
            "true".equals(mine));
    return listing.list(filter, Parameters.after(after), Parameters.limit(limit));
  }

  @GET
  @PermissionsAllowed(Permissions.READ_HELP_REQUESTS)
  @Path("units")
  @Operation(summary = "可以求助的党组织，不限于本级上下")
  public List<ListingHelp.AskedUnit> units() {
    return listing.units();
  }

  @GET
  @PermissionsAllowed(Permissions.READ_HELP_REQUESTS)
  @Path("{id}")
  @Operation(summary = "一项求助和它的经过")
  public HelpView get(String id) {
    return listing.get(Parameters.number("求助", id));
  }

  @POST
  @PermissionsAllowed(Permissions.ASK_FOR_HELP)
  @Operation(summary = "提出求助：向谁、什么事、轻重缓急、期限，可以挂在一张牌上")
  public HelpView ask(@NotNull(message = MISSING) @Valid Asking request) {
    long id =
        asking.ask(
            new NewHelp(
                Parameters.optionalText(request.asker()).orElse(null),
                Parameters.optionalText(request.unit()).orElse(null),
                Parameters.optionalOf(HelpSubject.class, "subject", request.subject()).orElse(null),
                Parameters.optionalOf(HelpUrgency.class, "urgency", request.urgency()).orElse(null),
                request.content(),
                request.dueOn(),
                Parameters.optionalText(request.card()).orElse(null),
                request.line()));
    return listing.get(id);
  }

  @POST
  @PermissionsAllowed(Permissions.ANSWER_HELP_REQUESTS)
  @Path("{id}/answer")
  @Operation(summary = "答复求助：TAKE 承办并写明哪天办好，DO 已办理，REFUSE 不能办理并写明理由")
  public HelpView answer(String id, @NotNull(message = MISSING) @Valid Answering request) {
    long number = Parameters.number("求助", id);
    HelpAnswer answer =
        Parameters.optionalOf(HelpAnswer.class, "answer", request.answer())
            .orElseThrow(() -> new Invalid("answer", "请选择承办、已办理或不能办理"));
    answering.answer(number, answer, request.promisedOn(), request.text());
    return listing.get(number);
  }

  @POST
  @PermissionsAllowed(Permissions.ASK_FOR_HELP)
  @Path("{id}/confirmation")
  @Operation(summary = "提出方：CONFIRM 确认办结，SEND_BACK 退回重办（一次，写明理由），WITHDRAW 不再需要")
  public HelpView confirm(String id, @NotNull(message = MISSING) @Valid Closing request) {
    long number = Parameters.number("求助", id);
    HelpClosing closing =
        Parameters.optionalOf(HelpClosing.class, "decision", request.decision())
            .orElseThrow(() -> new Invalid("decision", "请选择确认、退回或撤回"));
    answering.close(number, closing, request.text());
    return listing.get(number);
  }
}
