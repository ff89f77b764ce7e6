package org.liangpai.intake.api;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.liangpai.branch.Branches;
import org.liangpai.intake.Filing;
import org.liangpai.monthlyrecord.MonthlyRecord;
import org.liangpai.monthlyrecord.MonthlyRecords;
import org.liangpai.security.Permissions;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Parameters;

/** Takes one monthly record with its meetings. */
@Path("/api/records/{branchCode}/{month}")
class RecordFilingResource {

  private static final String SCHEMA = "#/components/schemas/MonthlyRecord";

  private final Filing filing;
  private final MonthlyRecords records;
  private final Branches branches;

  RecordFilingResource(Filing filing, MonthlyRecords records, Branches branches) {
    this.branches = branches;
    this.filing = filing;
    this.records = records;
  }

  @PUT
  @PermissionsAllowed(Permissions.FILE_RECORDS)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "上报一个支部一个月的纪实；没有meetings则保留已有的会议活动")
  @RequestBody(content = @Content(schema = @Schema(ref = SCHEMA)))
  @APIResponse(responseCode = "200", content = @Content(schema = @Schema(ref = SCHEMA)))
  public Map<String, Object> put(String branchCode, String month, InputStream body)
      throws IOException {
    YearMonth filed = Parameters.month("month", month);
    branches.find(branchCode).orElseThrow(() -> new NotFound("支部", branchCode));
    List<String> warnings = filing.fileRecord(branchCode, filed, JsonBody.read(body));
    return records
        .find(branchCode, filed)
        .map(MonthlyRecord::json)
        .map(stored -> FiledAnswer.of(stored, warnings))
        .orElseThrow(() -> new NotFound("月度纪实", branchCode + " " + month));
  }
}
