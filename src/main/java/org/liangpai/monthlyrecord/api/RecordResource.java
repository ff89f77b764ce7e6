package org.liangpai.monthlyrecord.api;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.liangpai.audit.ObjectKind;
import org.liangpai.audit.ReadsNames;
import org.liangpai.monthlyrecord.Drafting;
import org.liangpai.monthlyrecord.MonthlyRecords;
import org.liangpai.monthlyrecord.RecordVersion;
import org.liangpai.monthlyrecord.ReturningRecords;
import org.liangpai.security.Permissions;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Parameters;

/** Reads, drafts and returns monthly records. */
@Path("/api/records/{branchCode}/{month}")
class RecordResource {

  private static final String SCHEMA = "#/components/schemas/MonthlyRecord";

  /** Why a record is sent back. */
  record Return(
      @NotBlank(message = "必须写明退回原因")
          @Size(max = 500, message = "退回原因最多500字")
          @Pattern(regexp = "[^\\x00]*", message = "退回原因含有无效字符")
          String reason) {}

  private final MonthlyRecords records;
  private final Drafting drafting;
  private final ReturningRecords returning;

  RecordResource(MonthlyRecords records, Drafting drafting, ReturningRecords returning) {
    this.records = records;
    this.drafting = drafting;
    this.returning = returning;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_RECORDS)
  @ReadsNames(ObjectKind.RECORD)
  @Operation(summary = "一个支部一个月的纪实及其会议活动")
  @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = SCHEMA)))
  public Map<String, Object> get(String branchCode, String month) {
    YearMonth wanted = Parameters.month("month", month);
    return records.find(branchCode, wanted).orElseThrow(() -> missing(branchCode, wanted)).json();
  }

  @GET
  @PermissionsAllowed(Permissions.READ_RECORDS)
  @ReadsNames(ObjectKind.RECORD)
  @Path("draft")
  @Operation(summary = "预填的纪实：沿用最近一次的状态项，本月活动留空")
  @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = SCHEMA)))
  public Map<String, Object> draft(String branchCode, String month) {
    return drafting.draft(branchCode, Parameters.month("month", month));
  }

  @GET
  @PermissionsAllowed(Permissions.READ_RECORDS)
  @ReadsNames(ObjectKind.RECORD)
  @Path("versions")
  @Operation(summary = "纪实的各个版本，最新的在前")
  public List<RecordVersion> versions(String branchCode, String month) {
    YearMonth wanted = Parameters.month("month", month);
    List<RecordVersion> versions = records.versions(branchCode, wanted);
    if (versions.isEmpty()) {
      throw missing(branchCode, wanted);
    }
    return versions;
  }

  @POST
  @PermissionsAllowed(Permissions.RETURN_RECORDS)
  @Path("return")
  @Operation(summary = "退回纪实，须写明原因")
  @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = SCHEMA)))
  public Map<String, Object> giveBack(
      String branchCode, String month, @Valid @NotNull(message = "必须写明退回原因") Return body) {
    return returning
        .returnRecord(branchCode, Parameters.month("month", month), body.reason().strip())
        .json();
  }

  private static NotFound missing(String branchCode, YearMonth month) {
    return new NotFound("月度纪实", branchCode + " " + month);
  }
}
