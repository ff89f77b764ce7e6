package org.liangpai.accountability.api;

import io.quarkus.security.PermissionsAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.liangpai.accountability.CheckingStanding;
import org.liangpai.accountability.Standing;
import org.liangpai.audit.ObjectKind;
import org.liangpai.audit.ReadsJudgements;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.Parameters;

/** Whether a branch or unit is clear, for whoever runs awards. */
@Path("/api/standing")
@Tag(name = "问责")
class StandingResource {

  private final CheckingStanding checking;

  StandingResource(CheckingStanding checking) {
    this.checking = checking;
  }

  @GET
  @PermissionsAllowed(Permissions.CHECK_STANDING)
  @Operation(summary = "评优评先核查：一个支部或党组织在一段日期内有没有亮牌、通报、问责；每次核查都留有记录")
  @ReadsJudgements(ObjectKind.ACCOUNTABILITY)
  public Standing check(
      @QueryParam("branch") String branch,
      @QueryParam("unit") String unit,
      @QueryParam("from") String from,
      @QueryParam("to") String to) {
    Optional<String> ofBranch = Parameters.optionalText(branch);
    Optional<String> ofUnit = Parameters.optionalText(unit);
    if (ofBranch.isPresent() == ofUnit.isPresent()) {
      throw new Invalid("branch", "请填写支部编码 branch 或党组织编码 unit，二者填一个");
    }
    LocalDate first = day("from", from);
    LocalDate last = day("to", to);
    return ofBranch.isPresent()
        ? checking.ofBranch(ofBranch.get(), first, last)
        : checking.ofUnit(ofUnit.orElseThrow(), first, last);
  }

  private static LocalDate day(String name, String text) {
    return Parameters.optionalDay(name, text)
        .orElseThrow(() -> new Invalid(name, "请填写日期 " + name + "，如 2026-01-31"));
  }
}
