package org.liangpai.supervision.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.branch.UnitView;
import org.liangpai.branch.Units;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Permissions;
import org.liangpai.security.Role;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.Done;
import org.liangpai.shared.Page;
import org.liangpai.shared.Parameters;
import org.liangpai.supervision.AssigningSupervision;
import org.liangpai.supervision.Assignment;
import org.liangpai.supervision.AssignmentFilter;
import org.liangpai.supervision.AssignmentKind;
import org.liangpai.supervision.Candidate;
import org.liangpai.supervision.Candidates;
import org.liangpai.supervision.ItemOutcome;
import org.liangpai.supervision.ListingAssignments;
import org.liangpai.supervision.ListingSupervision;
import org.liangpai.supervision.ListingVisits;
import org.liangpai.supervision.OpenItem;
import org.liangpai.supervision.SupervisedBranch;
import org.liangpai.supervision.SupervisionCount;
import org.liangpai.supervision.SupervisionFilter;
import org.liangpai.supervision.Taking;
import org.liangpai.supervision.VisitFilter;
import org.liangpai.supervision.VisitView;

/** Who takes which branch: one's own work list, the branches of a unit, and one branch. */
@Path("/supervision")
@Produces(MediaType.TEXT_HTML)
@Blocking
class SupervisionPages {

  private static final int SIZE = 50;
  private static final int OF_BRANCH = 50;
  private static final int MOST_UNITS = 1_000;

  @CheckedTemplate(basePath = "supervision-pages")
  static class Templates {
    static native TemplateInstance workList(
        List<SupervisedBranch> branches, String next, String account, LocalDate today);

    static native TemplateInstance branches(
        SupervisionQuery query,
        List<SupervisedBranch> branches,
        String next,
        SupervisionCount count,
        List<UnitView> units,
        List<Candidate> leaders,
        List<Candidate> supervisors,
        LocalDate today);

    static native TemplateInstance branch(
        SupervisedBranch branch,
        AssignmentKind visitor,
        List<OpenItem> items,
        List<Assignment> assignments,
        List<VisitView> visits,
        List<String> posts,
        List<ItemOutcome> outcomes,
        List<Candidate> leaders,
        List<Candidate> supervisors,
        LocalDate today);
  }

  private final ListingSupervision listing;
  private final ListingAssignments assignments;
  private final ListingVisits visits;
  private final Candidates candidates;
  private final AssigningSupervision assigning;
  private final Units units;
  private final Catalogue catalogue;
  private final CurrentViewer viewer;
  private final Clock clock;

  SupervisionPages(
      ListingSupervision listing,
      ListingAssignments assignments,
      ListingVisits visits,
      Candidates candidates,
      AssigningSupervision assigning,
      Units units,
      Catalogue catalogue,
      CurrentViewer viewer,
      Clock clock) {
    this.listing = listing;
    this.assignments = assignments;
    this.visits = visits;
    this.candidates = candidates;
    this.assigning = assigning;
    this.units = units;
    this.catalogue = catalogue;
    this.viewer = viewer;
    this.clock = clock;
  }

  /** The work list of a contact leader or supervisor; for everybody else the branches. */
  @GET
  @PermissionsAllowed(Permissions.READ_SUPERVISION)
  public TemplateInstance home(@RestQuery String after) {
    if (!viewer.viewer().is(Role.SUPERVISOR) && !viewer.viewer().is(Role.LEADER)) {
      return branches(new SupervisionQuery());
    }
    SupervisionFilter mine = SupervisionFilter.of(viewer.account(), Optional.empty());
    Page<SupervisedBranch> page = listing.list(mine, Parameters.text(after), SIZE);
    String next =
        page.next() == null
            ? null
            : UriBuilder.fromPath("/supervision")
                .queryParam("after", "{after}")
                .build(page.next())
                .toString();
    return Templates.workList(page.items(), next, viewer.account(), today());
  }

  @GET
  @PermissionsAllowed(Permissions.READ_SUPERVISION)
  @Path("branches")
  public TemplateInstance branches(@BeanParam SupervisionQuery query) {
    SupervisionFilter filter = query.filter();
    filter.unit().ifPresent(units::existing);
    Page<SupervisedBranch> page = listing.list(filter, query.after(), SIZE);
    return Templates.branches(
        query,
        page.items(),
        page.next() == null ? null : query.address(page.next()),
        listing.count(filter),
        units.list("", MOST_UNITS).items(),
        assignable(AssignmentKind.CONTACT_LEADER),
        assignable(AssignmentKind.SUPERVISOR),
        today());
  }

  @GET
  @PermissionsAllowed(Permissions.READ_SUPERVISION)
  @Path("branches/{code}")
  public TemplateInstance branch(String code) {
    SupervisedBranch branch = listing.get(code);
    Optional<String> one = Optional.of(code);
    AssignmentFilter ofBranch =
        new AssignmentFilter(Optional.empty(), Optional.empty(), one, Optional.empty(), false);
    VisitFilter there = new VisitFilter(one, Optional.empty(), Optional.empty());
    List<Assignment> assigned = assignments.list(ofBranch, 0, OF_BRANCH).items();
    return Templates.branch(
        branch,
        capacity(assigned),
        visits.openItems(code),
        assigned,
        visits.list(there, 0, OF_BRANCH).items(),
        catalogue.list().supervision().met(),
        List.of(ItemOutcome.values()),
        assignable(AssignmentKind.CONTACT_LEADER),
        assignable(AssignmentKind.SUPERVISOR),
        today());
  }

  @POST
  @Done("指派已记下，双方都会收到通知。")
  @PermissionsAllowed(Permissions.ASSIGN_SUPERVISION)
  @Path("assignments")
  public Response assign(
      @RestForm String person,
      @RestForm List<String> branch,
      @RestForm String fromOn,
      @RestForm String toOn,
      @RestForm String reason,
      @RestForm String back) {
    Person chosen = Person.parse(person);
    assigning.assign(
        new Taking(
            chosen.kind(),
            chosen.account(),
            branch,
            day("fromOn", fromOn),
            day("toOn", toOn),
            reason));
    return Response.seeOther(Back.to(back)).build();
  }

  @POST
  @Done("指派已结束。")
  @PermissionsAllowed(Permissions.ASSIGN_SUPERVISION)
  @Path("assignments/{id}/end")
  public Response end(String id, @RestForm String reason) {
    long assignment = Parameters.number("指派", id);
    assigning.end(assignment, reason);
    return Response.seeOther(Back.toBranch(assignments.get(assignment).branchCode())).build();
  }

  /**
   * In which capacity the viewer visits the branch, as supervisor rather than as contact leader, or
   * visited it and may have to write that down; {@code null} if they never did.
   */
  private AssignmentKind capacity(List<Assignment> ofBranch) {
    return ofBranch.stream()
        .filter(one -> one.account().equals(viewer.account()) && one.hasBegun(today()))
        .map(Assignment::kind)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private List<Candidate> assignable(AssignmentKind kind) {
    return viewer.viewer().may(Permissions.ASSIGN_SUPERVISION) ? candidates.of(kind) : List.of();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE);
  }

  private static LocalDate day(String name, String text) {
    return Parameters.optionalDay(name, text).orElse(null);
  }
}
