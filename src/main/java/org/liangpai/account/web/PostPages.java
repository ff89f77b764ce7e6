package org.liangpai.account.web;

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
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.liangpai.account.AssigningPosts;
import org.liangpai.account.EndingPosts;
import org.liangpai.account.NewPost;
import org.liangpai.account.PostView;
import org.liangpai.account.ReadingAccounts;
import org.liangpai.card.CardsStanding;
import org.liangpai.card.CountingCards;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.HeldPost;
import org.liangpai.security.Permissions;
import org.liangpai.security.Role;
import org.liangpai.security.Scope;
import org.liangpai.security.Viewer;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.Parameters;
import org.liangpai.shared.Refusal;
import org.liangpai.verification.CountingFindings;
import org.liangpai.verification.FindingBacklog;

/** Assigning posts and ending them, with what is open where the post is. */
@Path("/posts")
@Produces(MediaType.TEXT_HTML)
@Blocking
class PostPages {

  @CheckedTemplate(basePath = "account-pages")
  static class Templates {
    static native TemplateInstance post(
        PostView post, List<PostView> others, Open open, String refused);
  }

  /** What is open at the place of a post: how much of it, and nothing else. */
  record Open(FindingBacklog findings, CardsStanding cards) {}

  private final AssigningPosts assigning;
  private final EndingPosts ending;
  private final ReadingAccounts reading;
  private final CountingFindings findings;
  private final CountingCards cards;
  private final CurrentViewer current;
  private final AccountPages accounts;

  PostPages(
      AssigningPosts assigning,
      EndingPosts ending,
      ReadingAccounts reading,
      CountingFindings findings,
      CountingCards cards,
      CurrentViewer current,
      AccountPages accounts) {
    this.assigning = assigning;
    this.ending = ending;
    this.reading = reading;
    this.findings = findings;
    this.cards = cards;
    this.current = current;
    this.accounts = accounts;
  }

  @POST
  @PermissionsAllowed(Permissions.MANAGE_POSTS)
  public Response assign(
      @RestForm String account,
      @RestForm String role,
      @RestForm String unitCode,
      @RestForm String branchCode,
      @RestForm String from,
      @RestForm String to) {
    AssigningPosts.Assigned assigned;
    try {
      assigned =
          assigning.assign(
              new NewPost(
                  account,
                  Parameters.optionalOf(Role.class, "role", role)
                      .orElseThrow(() -> new Invalid("role", "请选择岗位")),
                  Parameters.optionalText(unitCode).orElse(null),
                  Parameters.optionalText(branchCode).orElse(null),
                  Parameters.optionalDay("from", from).orElse(null),
                  Parameters.optionalDay("to", to).orElse(null)));
    } catch (Invalid | Refusal refused) {
      return accounts.refused(account, "post", refused.getMessage());
    }
    return AccountPages.done(account, assigned.request() == null ? "post" : AccountPages.ASKED);
  }

  @GET
  @PermissionsAllowed(Permissions.MANAGE_POSTS)
  @Path("{id}")
  public TemplateInstance post(String id) {
    return page(Parameters.number("岗位", id), null);
  }

  @POST
  @PermissionsAllowed(Permissions.MANAGE_POSTS)
  @Path("{id}/end")
  public Response end(String id, @RestForm String on, @RestForm String reason) {
    long number = Parameters.number("岗位", id);
    PostView post = reading.post(number);
    Optional<Long> request;
    try {
      request =
          ending.end(
              number,
              Parameters.optionalDay("on", on).orElse(null),
              Parameters.optionalText(Parameters.limited("reason", reason))
                  .orElseThrow(() -> new Invalid("reason", "结束任职必须写明理由，如：调离、换届")));
    } catch (Invalid | Refusal refused) {
      return Response.status(400).entity(page(number, refused.getMessage())).build();
    }
    return AccountPages.done(
        post.account(), request.isPresent() ? AccountPages.ASKED : "post-ended");
  }

  private TemplateInstance page(long id, String refused) {
    PostView post = reading.post(id);
    List<PostView> others =
        reading.holders(post).stream().filter(one -> one.id() != post.id()).toList();
    return Templates.post(post, others, open(post), refused);
  }

  /**
   * An administrator sees none of it; that there is something, and how much, is for handing over.
   */
  private Open open(PostView post) {
    if (post.role().seat() == Role.Seat.NOWHERE) {
      return null;
    }
    return current.as(
        viewer(post), scope(post), () -> new Open(findings.waiting(), cards.standing()));
  }

  /** Whoever holds the post, who has the turns of its role. */
  private static Viewer viewer(PostView post) {
    String code = post.unitCode() == null ? post.branchCode() : post.unitCode();
    return new Viewer(post.account(), List.of(new HeldPost(post.role(), code, scope(post))), null);
  }

  private static Scope scope(PostView post) {
    return post.unitCode() == null
        ? new Scope(false, List.of(), List.of(post.branchCode()), List.of())
        : new Scope(false, List.of(post.unitCode()), List.of(), List.of());
  }
}
