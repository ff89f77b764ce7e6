package org.liangpai.pairing.api;

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
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.liangpai.branch.Units;
import org.liangpai.pairing.AcceptingPairings;
import org.liangpai.pairing.ChosenPair;
import org.liangpai.pairing.ComparingOutcomes;
import org.liangpai.pairing.ExchangeKind;
import org.liangpai.pairing.KeepingPairings;
import org.liangpai.pairing.ListingPairings;
import org.liangpai.pairing.Outcome;
import org.liangpai.pairing.PairingFilter;
import org.liangpai.pairing.PairingView;
import org.liangpai.pairing.SuggestingPairings;
import org.liangpai.pairing.Suggestion;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.Page;
import org.liangpai.shared.Parameters;

/** Pairings: suggested, accepted, carried out, ended. */
@Path("/api/pairings")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "结对帮扶")
class PairingResource {

  private static final String NO_BODY = "请提供请求正文";
  private static final String TOO_LONG = "不能超过2000字";

  /** Pairs that are settled already and whose branches are left out. */
  record SuggestionRequest(List<@NotNull ChosenPair> fixed) {}

  /** Pairs to accept, and why. */
  record Acceptance(
      List<@NotNull(message = "每一对须有两个支部编码") ChosenPair> pairs,
      @Size(max = 2000, message = TOO_LONG) String reason) {}

  /** A step of a plan. */
  record Step(@Size(max = 2000, message = TOO_LONG) String what, String dueOn) {}

  /** A visit or exchange. */
  record Exchange(String kind, String heldOn, @Size(max = 2000, message = TOO_LONG) String what) {}

  /** Why something is done. */
  record Reason(@Size(max = 2000, message = TOO_LONG) String reason) {}

  private final ListingPairings listing;
  private final SuggestingPairings suggesting;
  private final AcceptingPairings accepting;
  private final KeepingPairings keeping;
  private final ComparingOutcomes comparing;
  private final Units units;

  PairingResource(
      ListingPairings listing,
      SuggestingPairings suggesting,
      AcceptingPairings accepting,
      KeepingPairings keeping,
      ComparingOutcomes comparing,
      Units units) {
    this.listing = listing;
    this.suggesting = suggesting;
    this.accepting = accepting;
    this.keeping = keeping;
    this.comparing = comparing;
    this.units = units;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_PAIRINGS)
  @Operation(summary = "结对，可按党组织（含下级）、支部筛选；ended=true 看已结束的")
  public Page<PairingView> list(
      @QueryParam("unit") String unit,
      @QueryParam("branch") String branch,
      @QueryParam("ended") String ended,
      @QueryParam("after") String after,
      @QueryParam("limit") String limit) {
    PairingFilter filter =
        new PairingFilter(
            Parameters.optionalText(unit).map(units::existing),
            Parameters.optionalText(branch),
            "true".equals(ended));
    return listing.list(filter, Parameters.after(after), Parameters.limit(limit));
  }

  @GET
  @PermissionsAllowed(Permissions.READ_PAIRINGS)
  @Path("outcome")
  @Operation(summary = "结对前后的问题数，与没有结对的橙牌、红牌支部比较")
  public Outcome outcome() {
    return comparing.compare();
  }

  @GET
  @PermissionsAllowed(Permissions.READ_PAIRINGS)
  @Path("{id}")
  @Operation(summary = "一个结对：双方、理由、计划、走访和交流")
  public PairingView get(String id) {
    return listing.get(Parameters.number("结对", id));
  }

  @POST
  @PermissionsAllowed(Permissions.MANAGE_PAIRINGS)
  @Path("suggestions")
  @Operation(summary = "为每个橙牌、红牌支部建议一个强支部，说明理由；不保存，由人决定是否采用")
  public Suggestion suggest(@Valid SuggestionRequest request) {
    return suggesting.suggest(
        request == null ? List.of() : Optional.ofNullable(request.fixed()).orElse(List.of()));
  }

  @POST
  @PermissionsAllowed(Permissions.MANAGE_PAIRINGS)
  @Operation(summary = "采用建议的结对，或自行指定（须写明理由）；全部成功或全部不变")
  public List<PairingView> accept(@NotNull(message = NO_BODY) @Valid Acceptance request) {
    List<ChosenPair> pairs = Optional.ofNullable(request.pairs()).orElse(List.of());
    return listing.of(accepting.accept(pairs, request.reason()));
  }

  @POST
  @PermissionsAllowed(Permissions.WRITE_PAIRINGS)
  @Path("{id}/plan")
  @Operation(summary = "在帮扶计划中增加一项：做什么、何时完成")
  public Response plan(String id, @NotNull(message = NO_BODY) @Valid Step step) {
    long pairing = Parameters.number("结对", id);
    keeping.plan(pairing, step.what(), Parameters.optionalDay("dueOn", step.dueOn()).orElse(null));
    return Response.status(Response.Status.CREATED).entity(listing.get(pairing)).build();
  }

  @POST
  @PermissionsAllowed(Permissions.WRITE_PAIRINGS)
  @Path("{id}/plan/{step}/completion")
  @Operation(summary = "计划中的一项已经完成")
  public PairingView complete(String id, String step) {
    long pairing = Parameters.number("结对", id);
    keeping.complete(pairing, Parameters.number("计划事项", step));
    return listing.get(pairing);
  }

  @POST
  @PermissionsAllowed(Permissions.WRITE_PAIRINGS)
  @Path("{id}/plan/{step}/withdrawal")
  @Operation(summary = "撤回自己写的一项计划，须写明理由，记录保留")
  public PairingView withdrawStep(
      String id, String step, @NotNull(message = NO_BODY) @Valid Reason request) {
    long pairing = Parameters.number("结对", id);
    keeping.withdrawStep(pairing, Parameters.number("计划事项", step), request.reason());
    return listing.get(pairing);
  }

  @POST
  @PermissionsAllowed(Permissions.WRITE_PAIRINGS)
  @Path("{id}/exchanges")
  @Operation(summary = "记录一次走访（VISIT）或交流（EXCHANGE）")
  public Response exchange(String id, @NotNull(message = NO_BODY) @Valid Exchange exchange) {
    long pairing = Parameters.number("结对", id);
    keeping.exchange(
        pairing,
        Parameters.optionalOf(ExchangeKind.class, "kind", exchange.kind())
            .orElseThrow(() -> new Invalid("kind", "请填写方式：VISIT 走访、EXCHANGE 交流")),
        Parameters.optionalDay("heldOn", exchange.heldOn()).orElse(null),
        exchange.what());
    return Response.status(Response.Status.CREATED).entity(listing.get(pairing)).build();
  }

  @POST
  @PermissionsAllowed(Permissions.WRITE_PAIRINGS)
  @Path("{id}/exchanges/{exchange}/withdrawal")
  @Operation(summary = "撤回自己写的一次走访或交流，须写明理由，记录保留")
  public PairingView withdrawExchange(
      String id, String exchange, @NotNull(message = NO_BODY) @Valid Reason request) {
    long pairing = Parameters.number("结对", id);
    keeping.withdrawExchange(pairing, Parameters.number("走访或交流", exchange), request.reason());
    return listing.get(pairing);
  }

  @POST
  @PermissionsAllowed(Permissions.MANAGE_PAIRINGS)
  @Path("{id}/end")
  @Operation(summary = "结束结对，须写明理由")
  public PairingView end(String id, @NotNull(message = NO_BODY) @Valid Reason request) {
    long pairing = Parameters.number("结对", id);
    keeping.end(pairing, request.reason());
    return listing.get(pairing);
  }
}
