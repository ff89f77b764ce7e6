package org.liangpai.accountability.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.accountability.CheckingStanding;
import org.liangpai.accountability.Standing;
import org.liangpai.audit.ObjectKind;
import org.liangpai.audit.ReadsJudgements;
import org.liangpai.branch.UnitView;
import org.liangpai.branch.Units;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Parameters;
import org.liangpai.shared.Refusal;

/** Asks whether a branch or unit is clear, before it is put forward for an award. */
@Path("/standing")
@Produces(MediaType.TEXT_HTML)
@Blocking
class StandingPages {

  private static final int MOST_UNITS = 1_000;

  @CheckedTemplate(basePath = "accountability-pages")
  static class Templates {
    static native TemplateInstance standing(
        Asked asked, List<UnitView> units, Standing standing, String refused);
  }

  /** What was asked, as it was typed. */
  record Asked(String branch, String unit, String from, String to) {}

  private final CheckingStanding checking;
  private final Units units;
  private final Clock clock;

  StandingPages(CheckingStanding checking, Units units, Clock clock) {
    this.checking = checking;
    this.units = units;
    this.clock = clock;
  }

  @GET
  @PermissionsAllowed(Permissions.CHECK_STANDING)
  @ReadsJudgements(ObjectKind.ACCOUNTABILITY)
  public TemplateInstance standing(
      @RestQuery String branch,
      @RestQuery String unit,
      @RestQuery String from,
      @RestQuery String to) {
    LocalDate today = LocalDate.now(clock);
    Asked asked =
        new Asked(
            Parameters.text(branch),
            Parameters.text(unit),
            Parameters.optionalText(from).orElse(today.withDayOfYear(1).toString()),
            Parameters.optionalText(to).orElse(today.toString()));
    List<UnitView> all = units.list("", MOST_UNITS).items();
    try {
      return Templates.standing(asked, all, checked(asked).orElse(null), null);
    } catch (Invalid | NotFound | Refusal refused) {
      return Templates.standing(asked, all, null, refused.getMessage());
    }
  }

  private Optional<Standing> checked(Asked asked) {
    if (asked.branch().isEmpty() && asked.unit().isEmpty()) {
      return Optional.empty();
    }
    if (!asked.branch().isEmpty() && !asked.unit().isEmpty()) {
      throw new Invalid("branch", "支部和党组织请只填一个");
    }
    LocalDate first = Parameters.optionalDay("from", asked.from()).orElseThrow();
    LocalDate last = Parameters.optionalDay("to", asked.to()).orElseThrow();
    return Optional.of(
        asked.unit().isEmpty()
            ? checking.ofBranch(asked.branch(), first, last)
            : checking.ofUnit(asked.unit(), first, last));
  }
}
