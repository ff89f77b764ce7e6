package org.liangpai.audit.api;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.liangpai.audit.ArchivingTrail;
import org.liangpai.audit.Checkpoint;
import org.liangpai.audit.Checkpoints;
import org.liangpai.audit.SearchingTrail;
import org.liangpai.audit.TrailEntry;
import org.liangpai.audit.TrailFilter;
import org.liangpai.audit.Verification;
import org.liangpai.audit.VerifyingTrail;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Page;
import org.liangpai.shared.Parameters;

/** The audit trail, for the audit administrator. */
@Path("/api/audit")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "审计")
class AuditResource {

  /** A month such as 2026-10. */
  record MonthRequest(String month) {}

  private final SearchingTrail searching;
  private final VerifyingTrail verifying;
  private final Checkpoints checkpoints;
  private final ArchivingTrail archiving;

  AuditResource(
      SearchingTrail searching,
      VerifyingTrail verifying,
      Checkpoints checkpoints,
      ArchivingTrail archiving) {
    this.searching = searching;
    this.verifying = verifying;
    this.checkpoints = checkpoints;
    this.archiving = archiving;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_AUDIT)
  @Path("entries")
  @Operation(summary = "审计记录，可按账号、对象、对象类型、操作、日期筛选，最近的在前")
  public Page<TrailEntry> entries(
      @QueryParam("account") String account,
      @QueryParam("object") String object,
      @QueryParam("kind") String kind,
      @QueryParam("act") String act,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("after") String after,
      @QueryParam("limit") String limit) {
    TrailFilter filter = TrailFilter.of(account, object, kind, act, from, to);
    return searching.list(filter, Parameters.after(after), Parameters.limit(limit));
  }

  @GET
  @PermissionsAllowed(Permissions.READ_AUDIT)
  @Path("entries.csv")
  @Produces("text/csv; charset=UTF-8")
  @Operation(summary = "导出审计记录，筛选条件同上；导出本身也记入审计记录")
  public Response csv(
      @QueryParam("account") String account,
      @QueryParam("object") String object,
      @QueryParam("kind") String kind,
      @QueryParam("act") String act,
      @QueryParam("from") String from,
      @QueryParam("to") String to) {
    TrailFilter filter = TrailFilter.of(account, object, kind, act, from, to);
    StreamingOutput body =
        out -> {
          Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          searching.writeCsv(filter, writer);
          writer.flush();
        };
    return Response.ok(body)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"")
        .build();
  }

  @POST
  @PermissionsAllowed(Permissions.READ_AUDIT)
  @Path("verification")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "校验全部审计记录：有没有被改动、删除、截断或改写")
  public Verification verify() {
    return verifying.verify();
  }

  @POST
  @PermissionsAllowed(Permissions.READ_AUDIT)
  @Path("checkpoints")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "立即写出一个检查点")
  public Checkpoint checkpoint() {
    return checkpoints.write();
  }

  @POST
  @PermissionsAllowed(Permissions.READ_AUDIT)
  @Path("archives")
  @Operation(summary = "归档一个月的审计记录，重复归档没有影响")
  public ArchivingTrail.Archived archive(@NotNull(message = "请提供请求正文") MonthRequest request) {
    return archiving.archive(Parameters.month("month", request.month()));
  }

  @POST
  @PermissionsAllowed(Permissions.READ_AUDIT)
  @Path("purges")
  @Operation(summary = "从数据库中清理一个月的审计记录：须已归档，且满180天")
  public ArchivingTrail.Purged purge(@NotNull(message = "请提供请求正文") MonthRequest request) {
    return archiving.purge(Parameters.month("month", request.month()));
  }
}
