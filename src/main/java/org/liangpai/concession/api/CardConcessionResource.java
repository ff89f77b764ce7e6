package org.liangpai.concession.api;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.liangpai.card.CardView;
import org.liangpai.card.ListingCards;
import org.liangpai.concession.AskingConcessions;
import org.liangpai.concession.WithdrawingCards;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Invalid;

/** What is asked for a card, and its withdrawal. */
@Path("/api/cards")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "审批")
class CardConcessionResource {

  private static final String MISSING = "请提供请求正文";

  /** The number under which a request is decided. */
  record Asked(long id) {}

  private final AskingConcessions asking;
  private final WithdrawingCards withdrawing;
  private final ListingCards cards;

  CardConcessionResource(
      AskingConcessions asking, WithdrawingCards withdrawing, ListingCards cards) {
    this.asking = asking;
    this.withdrawing = withdrawing;
    this.cards = cards;
  }

  @POST
  @PermissionsAllowed(Permissions.RECTIFY_CARDS)
  @Path("{number}/extension")
  @Operation(summary = "申请延期：持牌方在到期日当天或之前提出，写明理由和工作日数")
  public Asked extension(
      String number, @NotNull(message = MISSING) @Valid ConcessionRequests.Extension request) {
    if (request.workingDays() == null) {
      throw new Invalid("workingDays", "请填写延期的工作日数");
    }
    return new Asked(asking.extension(number, request.workingDays(), request.reason()));
  }

  @POST
  @PermissionsAllowed(Permissions.RECTIFY_CARDS)
  @Path("{number}/suspension")
  @Operation(summary = "申请挂账：持牌方或核实单位提出，写明理由和截止日")
  public Asked suspension(
      String number, @NotNull(message = MISSING) @Valid ConcessionRequests.Suspension request) {
    return new Asked(asking.suspension(number, request.until(), request.reason()));
  }

  @POST
  @PermissionsAllowed(Permissions.RECTIFY_CARDS)
  @Path("{number}/objection")
  @Operation(summary = "提出申诉：一张牌一次，可只对部分情形，须在亮牌后规定的工作日内")
  public Asked objection(
      String number, @NotNull(message = MISSING) @Valid ConcessionRequests.Objection request) {
    List<Long> lines = request.lines() == null ? List.of() : request.lines();
    return new Asked(asking.objection(number, lines, request.reason()));
  }

  @POST
  @PermissionsAllowed(Permissions.OVERSEE_CARDS)
  @Path("{number}/withdrawal")
  @Operation(summary = "撤销错发的牌：只有核实单位的上级可以，须写明理由")
  public CardView withdraw(
      String number, @NotNull(message = MISSING) @Valid ConcessionRequests.Why request) {
    withdrawing.withdraw(number, request.reason());
    return cards.get(number);
  }
}
