package org.liangpai.audit.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.audit.Act;
import org.liangpai.audit.Checkpoint;
import org.liangpai.audit.Checkpoints;
import org.liangpai.audit.ObjectKind;
import org.liangpai.audit.SearchingTrail;
import org.liangpai.audit.TrailEntry;
import org.liangpai.audit.TrailFilter;
import org.liangpai.audit.Verification;
import org.liangpai.audit.VerifyingTrail;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Page;
import org.liangpai.shared.Parameters;

/** The audit trail: search, export, verification and checkpoints. */
@Path("/audit")
@Produces(MediaType.TEXT_HTML)
@Blocking
class AuditPages {

  private static final int SIZE = 50;

  @CheckedTemplate(basePath = "audit-pages")
  static class Templates {
    static native TemplateInstance trail(
        Search search, List<TrailEntry> entries, String next, String export);

    static native TemplateInstance verification(Verification verification);

    static native TemplateInstance checkpoint(Checkpoint checkpoint);
  }

  /** What was searched for. */
  record Search(String account, String object, String kind, String act, String from, String to) {

    /** All kinds of objects. */
    public List<ObjectKind> kinds() {
      return List.of(ObjectKind.values());
    }

    /** All acts. */
    public List<Act> acts() {
      return List.of(Act.values());
    }

    private TrailFilter filter() {
      return TrailFilter.of(account, object, kind, act, from, to);
    }

    private UriBuilder at(String path) {
      UriBuilder address = UriBuilder.fromPath(path);
      add(address, "account", account);
      add(address, "object", object);
      add(address, "kind", kind);
      add(address, "act", act);
      add(address, "from", from);
      add(address, "to", to);
      return address;
    }

    private static void add(UriBuilder address, String name, String value) {
      if (!value.isEmpty()) {
        address.queryParam(name, "{" + name + "}").resolveTemplate(name, value);
      }
    }
  }

  private final SearchingTrail searching;
  private final VerifyingTrail verifying;
  private final Checkpoints checkpoints;

  AuditPages(SearchingTrail searching, VerifyingTrail verifying, Checkpoints checkpoints) {
    this.searching = searching;
    this.verifying = verifying;
    this.checkpoints = checkpoints;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_AUDIT)
  public TemplateInstance trail(
      @RestQuery String account,
      @RestQuery String object,
      @RestQuery String kind,
      @RestQuery String act,
      @RestQuery String from,
      @RestQuery String to,
      @RestQuery String after) {
    Search search =
        new Search(
            Parameters.text(account),
            Parameters.text(object),
            Parameters.text(kind),
            Parameters.text(act),
            Parameters.text(from),
            Parameters.text(to));
    Page<TrailEntry> page = searching.list(search.filter(), Parameters.after(after), SIZE);
    String next =
        page.next() == null
            ? null
            : search.at("/audit").queryParam("after", page.next()).build().toString();
    return Templates.trail(
        search, page.items(), next, search.at("/api/audit/entries.csv").build().toString());
  }

  @POST
  @PermissionsAllowed(Permissions.READ_AUDIT)
  @Path("verification")
  public TemplateInstance verify() {
    return Templates.verification(verifying.verify());
  }

  @POST
  @PermissionsAllowed(Permissions.READ_AUDIT)
  @Path("checkpoints")
  public TemplateInstance checkpoint() {
    return Templates.checkpoint(checkpoints.write());
  }
}
