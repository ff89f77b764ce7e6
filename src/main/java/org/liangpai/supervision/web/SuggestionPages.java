package org.liangpai.supervision.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.branch.UnitView;
import org.liangpai.branch.Units;
import org.liangpai.security.Permissions;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.Done;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.Parameters;
import org.liangpai.supervision.AssigningSupervision;
import org.liangpai.supervision.AssignmentKind;
import org.liangpai.supervision.SuggestingAssignments;
import org.liangpai.supervision.Suggestion;
import org.liangpai.supervision.Taking;

/** A suggestion of who could take which branch, of which people accept what they want. */
@Path("/supervision/suggestions")
@Produces(MediaType.TEXT_HTML)
@Blocking
class SuggestionPages {

  private static final int MOST_UNITS = 1_000;

  @CheckedTemplate(basePath = "supervision-pages")
  static class Templates {
    static native TemplateInstance suggestion(
        Suggestion suggestion, String unit, List<UnitView> units, LocalDate today);
  }

  private final SuggestingAssignments suggesting;
  private final AssigningSupervision assigning;
  private final Units units;
  private final Clock clock;

  SuggestionPages(
      SuggestingAssignments suggesting, AssigningSupervision assigning, Units units, Clock clock) {
    this.suggesting = suggesting;
    this.assigning = assigning;
    this.units = units;
    this.clock = clock;
  }

  @GET
  @PermissionsAllowed(Permissions.ASSIGN_SUPERVISION)
  public TemplateInstance suggest(@RestQuery String kind, @RestQuery String unit) {
    Optional<String> below = Parameters.optionalText(unit).map(units::existing);
    AssignmentKind of =
        Parameters.optionalOf(AssignmentKind.class, "kind", kind).orElse(AssignmentKind.SUPERVISOR);
    return Templates.suggestion(
        suggesting.suggest(of, below),
        below.orElse(""),
        units.list("", MOST_UNITS).items(),
        LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE));
  }

  /** A pair is the branch and the account with a blank between, which neither contains. */
  @POST
  @Done("已按勾选的建议指派。")
  @PermissionsAllowed(Permissions.ASSIGN_SUPERVISION)
  public Response accept(
      @RestForm String kind,
      @RestForm List<String> pair,
      @RestForm String fromOn,
      @RestForm String toOn,
      @RestForm String reason) {
    AssignmentKind of =
        Parameters.optionalOf(AssignmentKind.class, "kind", kind)
            .orElseThrow(() -> new Invalid("kind", "请选择联系领导或督导员"));
    TreeMap<String, List<String>> branches = new TreeMap<>();
    for (String one : pair) {
      int blank = one.lastIndexOf(' ');
      if (blank < 1) {
        throw new Invalid("pair", "请勾选要采纳的建议");
      }
      branches
          .computeIfAbsent(one.substring(blank + 1), account -> new ArrayList<>())
          .add(one.substring(0, blank));
    }
    if (branches.isEmpty()) {
      throw new Invalid("pair", "请先勾选要采纳的建议");
    }
    LocalDate from = Parameters.optionalDay("fromOn", fromOn).orElse(null);
    LocalDate to = Parameters.optionalDay("toOn", toOn).orElse(null);
    assigning.assign(
        branches.entrySet().stream()
            .map(one -> new Taking(of, one.getKey(), one.getValue(), from, to, reason))
            .toList());
    return Response.seeOther(URI.create("/supervision/branches")).build();
  }
}
