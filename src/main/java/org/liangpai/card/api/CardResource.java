package org.liangpai.card.api;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.liangpai.audit.ObjectKind;
import org.liangpai.audit.ReadsJudgements;
import org.liangpai.branch.Units;
import org.liangpai.card.AdjustingCards;
import org.liangpai.card.CardFilter;
import org.liangpai.card.CardStatus;
import org.liangpai.card.CardView;
import org.liangpai.card.ListingCards;
import org.liangpai.card.SeeingCards;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.Page;
import org.liangpai.shared.Parameters;
import org.liangpai.warninglist.Level;

/** The cards. */
@Path("/api/cards")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "亮牌")
class CardResource {

  /** Another level for a card, and why. */
  record LevelRequest(String level, @Size(max = 2000, message = "理由不能超过2000字") String reason) {}

  private final ListingCards listing;
  private final SeeingCards seeing;
  private final AdjustingCards adjusting;
  private final Units units;
  private final CurrentViewer viewer;

  CardResource(
      ListingCards listing,
      SeeingCards seeing,
      AdjustingCards adjusting,
      Units units,
      CurrentViewer viewer) {
    this.seeing = seeing;
    this.units = units;
    this.listing = listing;
    this.adjusting = adjusting;
    this.viewer = viewer;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_CARDS)
  @Operation(summary = "亮牌，可按党组织（含下级）、支部、等级、状态、到期日筛选；overdue=true 只看超期的")
  @ReadsJudgements(ObjectKind.CARD)
  public Page<CardView> list(
      @QueryParam("unit") String unit,
      @QueryParam("branch") String branch,
      @QueryParam("level") String level,
      @QueryParam("status") String status,
      @QueryParam("dueBefore") String dueBefore,
      @QueryParam("overdue") boolean overdue,
      @QueryParam("after") String after,
      @QueryParam("limit") String limit) {
    int size = Parameters.limit(limit);
    CardFilter filter =
        new CardFilter(
            Parameters.optionalText(unit).map(units::existing),
            Parameters.optionalText(branch),
            Parameters.optionalOf(Level.class, "level", level),
            Parameters.optionalOf(CardStatus.class, "status", status),
            Parameters.optionalDay("dueBefore", dueBefore),
            overdue);
    String start = Parameters.text(after);
    return listing.list(filter, start, size);
  }

  @GET
  @PermissionsAllowed(Permissions.READ_CARDS)
  @Path("{number}")
  @Operation(summary = "一张亮牌：情形、依据、数值、期限和经过")
  @ReadsJudgements(ObjectKind.CARD)
  public CardView get(String number) {
    CardView card = listing.get(number);
    seeing.see(number);
    return card;
  }

  @POST
  @PermissionsAllowed(Permissions.ADJUST_CARDS)
  @Path("{number}/level")
  @Operation(summary = "核实人调整等级，最多与评定等级相差一级，不低于阶梯催办升到的等级，须写明理由")
  public CardView adjust(String number, @NotNull(message = "请提供请求正文") @Valid LevelRequest request) {
    Level level =
        Parameters.optionalOf(Level.class, "level", request.level())
            .orElseThrow(() -> new Invalid("level", "请填写等级"));
    adjusting.adjust(number, level, request.reason(), viewer.account());
    return listing.get(number);
  }
}
