package org.liangpai.crosscheck.api;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.crosscheck.Answer;
import org.liangpai.crosscheck.AnsweringCrossChecks;
import org.liangpai.crosscheck.CrossCheck;
import org.liangpai.crosscheck.DrawRequest;
import org.liangpai.crosscheck.DrawingCrossChecks;
import org.liangpai.crosscheck.DrawnKey;
import org.liangpai.crosscheck.ListingCrossChecks;
import org.liangpai.crosscheck.MismatchRate;
import org.liangpai.crosscheck.Repetition;
import org.liangpai.crosscheck.Sample;
import org.liangpai.crosscheck.SampleEvidence;
import org.liangpai.evidence.EvidenceContent;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Attachment;
import org.liangpai.shared.Page;
import org.liangpai.shared.Parameters;

/** The draws for cross-checks, and their answers. */
@Path("/api/cross-checks")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "抽查")
class CrossCheckResource {

  /**
   * A draw to be made.
   *
   * @param seed or {@code null} to have one made by chance
   */
  record DrawBody(String unit, String fromOn, String toOn, String seed) {

    private DrawRequest request() {
      return new DrawRequest(
          unit,
          Parameters.optionalDay("fromOn", fromOn).orElse(null),
          Parameters.optionalDay("toOn", toOn).orElse(null),
          seed);
    }
  }

  /**
   * An answer.
   *
   * @param answer AGREES or DIFFERS
   */
  record AnswerBody(String answer, String text) {}

  private final ListingCrossChecks listing;
  private final DrawingCrossChecks drawing;
  private final AnsweringCrossChecks answering;
  private final SampleEvidence evidence;

  CrossCheckResource(
      ListingCrossChecks listing,
      DrawingCrossChecks drawing,
      AnsweringCrossChecks answering,
      SampleEvidence evidence) {
    this.listing = listing;
    this.drawing = drawing;
    this.answering = answering;
    this.evidence = evidence;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_CROSS_CHECKS)
  @Operation(summary = "抽查，新的在前")
  public Page<CrossCheck> list(@RestQuery String after, @RestQuery String limit) {
    return listing.list(Parameters.after(after), Parameters.limit(limit));
  }

  @POST
  @PermissionsAllowed(Permissions.DRAW_CROSS_CHECKS)
  @Operation(summary = "为一个县或全市的一个时段抽样；同一时段只抽一次，种子可以指定，也可以随机产生")
  public CrossCheck draw(@NotNull(message = "请提供请求正文") @Valid DrawBody body) {
    return listing.get(drawing.draw(body.request()));
  }

  @GET
  @PermissionsAllowed(Permissions.READ_CROSS_CHECKS)
  @Path("{id}")
  @Operation(summary = "一次抽查")
  public CrossCheck get(String id) {
    return listing.get(number(id));
  }

  @GET
  @PermissionsAllowed(Permissions.READ_CROSS_CHECKS)
  @Path("{id}/population")
  @Operation(summary = "抽样时的全部编号和组别，按顺序，可据此自行重抽")
  public List<DrawnKey> population(String id) {
    return listing.population(number(id));
  }

  @GET
  @PermissionsAllowed(Permissions.READ_CROSS_CHECKS)
  @Path("{id}/verification")
  @Operation(summary = "用封存的名单、种子和比例重抽一次，看结果是否相同；同时给出算法")
  public Repetition verification(String id) {
    return listing.repeat(number(id));
  }

  @GET
  @PermissionsAllowed(Permissions.READ_CROSS_CHECKS)
  @Path("{id}/samples")
  @Operation(summary = "抽到的事项：核查单位和被核查单位可见的封存内容；mine=true 只看等本单位核查的")
  public Page<Sample> samples(
      String id, @RestQuery String mine, @RestQuery String after, @RestQuery String limit) {
    return listing.samples(
        number(id), "true".equals(mine), Parameters.after(after), Parameters.limit(limit));
  }

  @GET
  @PermissionsAllowed(Permissions.READ_CROSS_CHECKS)
  @Path("{id}/samples/{sample}/files/{file}")
  @Operation(summary = "下载封存内容里列出的佐证文件，先核对校验值；下载记入审计")
  public Response file(String id, String sample, String file) {
    EvidenceContent content =
        evidence.content(
            number(id), Parameters.number("抽查事项", sample), Parameters.uuid("佐证", file));
    return Attachment.of(
        content.name(),
        content.plainName(),
        content.type().mediaType(),
        content.size(),
        content.writing()::to);
  }

  @GET
  @PermissionsAllowed(Permissions.READ_CROSS_CHECKS)
  @Path("{id}/rates")
  @Operation(summary = "各基层党委被抽、已核查、不一致的数量，按编码排列")
  public List<MismatchRate> rates(String id) {
    return listing.rates(number(id));
  }

  @POST
  @PermissionsAllowed(Permissions.ANSWER_CROSS_CHECKS)
  @Path("{id}/samples/{sample}/answer")
  @Operation(summary = "核查单位反馈：一致或不一致，不一致的须写明哪里不一致")
  public Sample answer(
      String id, String sample, @NotNull(message = "请提供请求正文") @Valid AnswerBody body) {
    long draw = number(id);
    long drawn = Parameters.number("抽查事项", sample);
    answering.answer(
        draw,
        drawn,
        Parameters.optionalOf(Answer.class, "answer", body.answer()).orElse(null),
        body.text());
    return listing.sample(draw, drawn);
  }

  private static long number(String id) {
    return Parameters.number("抽查", id);
  }
}
