package org.liangpai.pairing.web;

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
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.branch.UnitView;
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
import org.liangpai.shared.Done;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.ListAddress;
import org.liangpai.shared.Page;
import org.liangpai.shared.Parameters;

/** The pairings, the suggestions, and what both sides write down. */
@Path("/pairings")
@Produces(MediaType.TEXT_HTML)
@Blocking
class PairingPages {

  private static final int SIZE = 50;
  private static final int MOST_UNITS = 1_000;

  @CheckedTemplate(basePath = "pairing-pages")
  static class Templates {
    static native TemplateInstance list(
        Asked asked,
        List<UnitView> units,
        List<PairingView> pairings,
        String next,
        Outcome outcome,
        LocalDate today);

    static native TemplateInstance suggestions(Suggestion suggestion);

    static native TemplateInstance pairing(
        PairingView one, List<ExchangeKind> kinds, LocalDate today);
  }

  /** What the address of the list asks for. */
  public record Asked(String unit, String branch, boolean ended) {}

  private final ListingPairings listing;
  private final SuggestingPairings suggesting;
  private final AcceptingPairings accepting;
  private final KeepingPairings keeping;
  private final ComparingOutcomes comparing;
  private final Units units;
  private final Clock clock;

  PairingPages(
      ListingPairings listing,
      SuggestingPairings suggesting,
      AcceptingPairings accepting,
      KeepingPairings keeping,
      ComparingOutcomes comparing,
      Units units,
      Clock clock) {
    this.listing = listing;
    this.suggesting = suggesting;
    this.accepting = accepting;
    this.keeping = keeping;
    this.comparing = comparing;
    this.units = units;
    this.clock = clock;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_PAIRINGS)
  public TemplateInstance list(
      @RestQuery String unit,
      @RestQuery String branch,
      @RestQuery String ended,
      @RestQuery String after) {
    Asked asked = new Asked(Parameters.text(unit), Parameters.text(branch), "true".equals(ended));
    PairingFilter filter =
        new PairingFilter(
            Parameters.optionalText(unit).map(units::existing),
            Parameters.optionalText(branch),
            asked.ended());
    Page<PairingView> page = listing.list(filter, Parameters.after(after), SIZE);
    return Templates.list(
        asked,
        units.list("", MOST_UNITS).items(),
        page.items(),
        page.next() == null ? null : address(asked, page.next()),
        comparing.compare(),
        LocalDate.now(clock));
  }

  @GET
  @PermissionsAllowed(Permissions.MANAGE_PAIRINGS)
  @Path("suggestions")
  public TemplateInstance suggestions() {
    return Templates.suggestions(suggesting.suggest(List.of()));
  }

  @GET
  @PermissionsAllowed(Permissions.READ_PAIRINGS)
  @Path("{id}")
  public TemplateInstance get(String id) {
    return Templates.pairing(
        listing.get(Parameters.number("结对", id)),
        List.of(ExchangeKind.values()),
        LocalDate.now(clock));
  }

  /** Pairs that were ticked, each as two codes with a blank between, or two codes by hand. */
  @POST
  @Done("结对已记下。")
  @PermissionsAllowed(Permissions.MANAGE_PAIRINGS)
  public Response accept(
      @RestForm List<String> pair,
      @RestForm String weak,
      @RestForm String strong,
      @RestForm String reason) {
    List<ChosenPair> chosen = new ArrayList<>();
    for (String one : pair) {
      String[] codes = one.split(" ");
      if (codes.length != 2) {
        throw new Invalid("pair", "请从建议中勾选");
      }
      chosen.add(new ChosenPair(codes[0], codes[1]));
    }
    if (!Parameters.text(weak).isEmpty() || !Parameters.text(strong).isEmpty()) {
      chosen.add(new ChosenPair(Parameters.text(weak), Parameters.text(strong)));
    }
    accepting.accept(chosen, Parameters.limited("reason", reason));
    return Response.seeOther(UriBuilder.fromPath("/pairings").build()).build();
  }

  @POST
  @Done("已加入帮扶计划。")
  @PermissionsAllowed(Permissions.WRITE_PAIRINGS)
  @Path("{id}/plan")
  public Response plan(String id, @RestForm String what, @RestForm String dueOn) {
    keeping.plan(
        Parameters.number("结对", id), what, Parameters.optionalDay("dueOn", dueOn).orElse(null));
    return shown(id);
  }

  @POST
  @Done("这一项已记为完成。")
  @PermissionsAllowed(Permissions.WRITE_PAIRINGS)
  @Path("{id}/plan/{step}/completion")
  public Response complete(String id, String step) {
    keeping.complete(Parameters.number("结对", id), Parameters.number("计划事项", step));
    return shown(id);
  }

  @POST
  @Done("这一项已撤回，原来的记录保留。")
  @PermissionsAllowed(Permissions.WRITE_PAIRINGS)
  @Path("{id}/plan/{step}/withdrawal")
  public Response withdrawStep(String id, String step, @RestForm String reason) {
    keeping.withdrawStep(Parameters.number("结对", id), Parameters.number("计划事项", step), reason);
    return shown(id);
  }

  @POST
  @Done("走访和交流已记下。")
  @PermissionsAllowed(Permissions.WRITE_PAIRINGS)
  @Path("{id}/exchanges")
  public Response exchange(
      String id, @RestForm String kind, @RestForm String heldOn, @RestForm String what) {
    keeping.exchange(
        Parameters.number("结对", id),
        Parameters.optionalOf(ExchangeKind.class, "kind", kind)
            .orElseThrow(() -> new Invalid("kind", "请选择走访或交流")),
        Parameters.optionalDay("heldOn", heldOn).orElse(null),
        what);
    return shown(id);
  }

  @POST
  @Done("这一条已撤回，原来的记录保留。")
  @PermissionsAllowed(Permissions.WRITE_PAIRINGS)
  @Path("{id}/exchanges/{exchange}/withdrawal")
  public Response withdrawExchange(String id, String exchange, @RestForm String reason) {
    keeping.withdrawExchange(
        Parameters.number("结对", id), Parameters.number("走访或交流", exchange), reason);
    return shown(id);
  }

  @POST
  @Done("结对已结束。")
  @PermissionsAllowed(Permissions.MANAGE_PAIRINGS)
  @Path("{id}/end")
  public Response end(String id, @RestForm String reason) {
    keeping.end(Parameters.number("结对", id), Parameters.limited("reason", reason));
    return shown(id);
  }

  private static Response shown(String id) {
    return Response.seeOther(UriBuilder.fromPath("/pairings/{id}").build(id)).build();
  }

  private static String address(Asked asked, String after) {
    return ListAddress.of("/pairings")
        .with("unit", asked.unit())
        .with("branch", asked.branch())
        .with("ended", String.valueOf(asked.ended()))
        .with("after", after)
        .toString();
  }
}
