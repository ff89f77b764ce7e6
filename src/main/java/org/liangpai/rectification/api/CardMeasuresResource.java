package org.liangpai.rectification.api;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.liangpai.rectification.CardRectification;
import org.liangpai.rectification.NewMeasure;
import org.liangpai.rectification.ProposingMeasures;
import org.liangpai.rectification.ReadingRectification;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Parameters;

/** The measures on the lines of a card. */
@Path("/api/cards/{number}/measures")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "整改")
class CardMeasuresResource {

  /** The measures for one line. */
  record PlanRequest(
      @NotNull(message = "请填写情形编号 lineId") Long lineId,
      List<@NotNull(message = "整改措施不能为空") MeasureRequest> measures) {}

  /**
   * One measure.
   *
   * @param dueOn a day such as 2026-11-20
   */
  record MeasureRequest(String what, String responsible, String dueOn) {}

  private final ProposingMeasures proposing;
  private final ReadingRectification reading;

  CardMeasuresResource(ProposingMeasures proposing, ReadingRectification reading) {
    this.proposing = proposing;
    this.reading = reading;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_CARDS)
  @Operation(summary = "一张牌的整改经过：每项情形的措施、退回、报告、验收，轮到谁")
  public CardRectification measures(String number) {
    return reading.of(number);
  }

  @POST
  @PermissionsAllowed(Permissions.RECTIFY_CARDS)
  @Operation(summary = "提交一项情形的整改措施；尚未认可的，再次提交即替换")
  public CardRectification propose(
      String number, @NotNull(message = "请提供请求正文") @Valid PlanRequest request) {
    List<MeasureRequest> asked = Optional.ofNullable(request.measures()).orElse(List.of());
    List<NewMeasure> measures =
        IntStream.range(0, asked.size()).mapToObj(at -> measure(at, asked.get(at))).toList();
    proposing.propose(number, request.lineId(), measures);
    return reading.of(number);
  }

  private static NewMeasure measure(int at, MeasureRequest one) {
    return new NewMeasure(
        one.what(),
        one.responsible(),
        Parameters.optionalDay("measures[" + at + "].dueOn", one.dueOn()).orElse(null));
  }
}
