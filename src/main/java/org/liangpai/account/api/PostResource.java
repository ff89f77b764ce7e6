package org.liangpai.account.api;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.account.AssigningPosts;
import org.liangpai.account.EndingPosts;
import org.liangpai.account.NewPost;
import org.liangpai.account.PostsOverview;
import org.liangpai.account.ReadingAccounts;
import org.liangpai.security.Permissions;
import org.liangpai.security.Role;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.Parameters;

/** The posts and who holds them. */
@Path("/api/posts")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "岗位")
class PostResource {

  /** Who is to hold which post, where and how long. */
  record PostRequest(
      @NotNull(message = "请填写账号名") String account,
      String role,
      String unitCode,
      String branchCode,
      String from,
      String to) {}

  /** The last day, and why. */
  record EndRequest(String on, @Size(max = 2000, message = "原因不能超过2000字") String reason) {}

  /** What was assigned. */
  public record Assigned(long id) {}

  private final AssigningPosts assigning;
  private final EndingPosts ending;
  private final ReadingAccounts reading;
  private final Requested requested;

  PostResource(
      AssigningPosts assigning, EndingPosts ending, ReadingAccounts reading, Requested requested) {
    this.assigning = assigning;
    this.ending = ending;
    this.reading = reading;
    this.requested = requested;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_ACCOUNTS)
  @Operation(summary = "现在和将来的岗位，以及今天空缺的岗位")
  public PostsOverview list(@RestQuery String after, @RestQuery String limit) {
    return reading.posts(Parameters.after(after), Parameters.limit(limit));
  }

  @POST
  @PermissionsAllowed(Permissions.MANAGE_POSTS)
  @APIResponseSchema(value = Assigned.class, responseCode = "201")
  @Operation(summary = "安全管理员任命岗位；起始日不填为今天，截止日可不填。管理员须由另一类管理员确认（202）")
  public Response assign(@NotNull(message = "请提供请求正文") @Valid PostRequest request) {
    Role role =
        Parameters.optionalOf(Role.class, "role", request.role())
            .orElseThrow(() -> new Invalid("role", "请填写岗位"));
    AssigningPosts.Assigned assigned =
        assigning.assign(
            new NewPost(
                request.account(),
                role,
                Parameters.optionalText(request.unitCode()).orElse(null),
                Parameters.optionalText(request.branchCode()).orElse(null),
                Parameters.optionalDay("from", request.from()).orElse(null),
                Parameters.optionalDay("to", request.to()).orElse(null)));
    return requested.or(
        Optional.ofNullable(assigned.request()),
        () ->
            Response.status(Response.Status.CREATED).entity(new Assigned(assigned.post())).build());
  }

  @POST
  @PermissionsAllowed(Permissions.MANAGE_POSTS)
  @Path("{id}/end")
  @Operation(summary = "安全管理员结束任职；结束日不填或为今天，权限随即终止。管理员须由另一类管理员确认（202）")
  public Response end(@RestPath String id, @Valid EndRequest request) {
    EndRequest asked = request == null ? new EndRequest(null, null) : request;
    return requested.or(
        ending.end(
            Parameters.number("岗位", id),
            Parameters.optionalDay("on", asked.on()).orElse(null),
            asked.reason()));
  }
}
