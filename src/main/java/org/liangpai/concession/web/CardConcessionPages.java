package org.liangpai.concession.web;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.liangpai.concession.AskingConcessions;
import org.liangpai.concession.WithdrawingCards;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Done;
import org.liangpai.shared.Parameters;

/** The forms on the page of a card by which something is asked for, or the card withdrawn. */
@Path("/cards")
@Produces(MediaType.TEXT_HTML)
@Blocking
class CardConcessionPages {

  private final AskingConcessions asking;
  private final WithdrawingCards withdrawing;

  CardConcessionPages(AskingConcessions asking, WithdrawingCards withdrawing) {
    this.asking = asking;
    this.withdrawing = withdrawing;
  }

  @POST
  @Done("延期申请已提交，等待审批。")
  @PermissionsAllowed(Permissions.RECTIFY_CARDS)
  @Path("{number}/extension")
  public Response extension(String number, @RestForm String workingDays, @RestForm String reason) {
    asking.extension(number, WholeNumber.of("workingDays", workingDays), reason);
    return seen(number);
  }

  @POST
  @Done("挂账申请已提交，等待审批。")
  @PermissionsAllowed(Permissions.RECTIFY_CARDS)
  @Path("{number}/suspension")
  public Response suspension(String number, @RestForm String until, @RestForm String reason) {
    asking.suspension(number, Parameters.optionalDay("until", until).orElse(null), reason);
    return seen(number);
  }

  @POST
  @Done("申诉已提交，等待审批；期间期限暂停计算。")
  @PermissionsAllowed(Permissions.RECTIFY_CARDS)
  @Path("{number}/objection")
  public Response objection(String number, @RestForm List<String> line, @RestForm String reason) {
    List<Long> lines = line.stream().map(id -> Parameters.number("情形", id)).toList();
    asking.objection(number, lines, reason);
    return seen(number);
  }

  @POST
  @Done("这张牌已撤销。")
  @PermissionsAllowed(Permissions.OVERSEE_CARDS)
  @Path("{number}/withdrawal")
  public Response withdraw(String number, @RestForm String reason) {
    withdrawing.withdraw(number, reason);
    return seen(number);
  }

  private static Response seen(String number) {
    return Response.seeOther(UriBuilder.fromPath("/cards/{number}").build(number)).build();
  }
}
