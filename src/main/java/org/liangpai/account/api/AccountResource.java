package org.liangpai.account.api;

import io.quarkus.security.PermissionsAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.account.AccountView;
import org.liangpai.account.ActivatingAccounts;
import org.liangpai.account.CreatingAccounts;
import org.liangpai.account.ReadingAccounts;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Page;
import org.liangpai.shared.Parameters;

/** The accounts. */
@Path("/api/accounts")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "账号")
class AccountResource {

  /** A new account. */
  record AccountRequest(String name, String displayName, String password) {

    @Override
    public String toString() {
      return "account " + name;
    }
  }

  /** Why. */
  record ReasonRequest(@Size(max = 2000, message = "原因不能超过2000字") String reason) {}

  private final CreatingAccounts creating;
  private final ActivatingAccounts activating;
  private final ReadingAccounts reading;
  private final Requested requested;

  AccountResource(
      CreatingAccounts creating,
      ActivatingAccounts activating,
      ReadingAccounts reading,
      Requested requested) {
    this.creating = creating;
    this.activating = activating;
    this.reading = reading;
    this.requested = requested;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_ACCOUNTS)
  @Operation(summary = "账号列表，按账号名分页")
  public Page<AccountView> list(
      @RestQuery @DefaultValue("") String after, @RestQuery String limit) {
    return reading.accounts(after, Parameters.limit(limit));
  }

  @GET
  @PermissionsAllowed(Permissions.READ_ACCOUNTS)
  @Path("{name}")
  @Operation(summary = "一个账号和它现在及将来的岗位")
  public AccountView get(@RestPath String name) {
    return reading.account(name);
  }

  @POST
  @PermissionsAllowed(Permissions.MANAGE_ACCOUNTS)
  @ResponseStatus(201)
  @Operation(summary = "系统管理员新建账号，由安全管理员启用后才能登录")
  public AccountView create(@NotNull(message = "请提供请求正文") AccountRequest request) {
    String name = creating.create(request.name(), request.displayName(), request.password());
    return reading.account(name);
  }

  @POST
  @PermissionsAllowed(Permissions.MANAGE_POSTS)
  @Consumes(MediaType.WILDCARD)
  @Path("{name}/activation")
  @APIResponseSchema(AccountView.class)
  @Operation(summary = "安全管理员启用账号；管理员的账号须由另一类管理员确认（202）")
  public Response activate(@RestPath String name) {
    return requested.or(
        activating.activate(name), () -> Response.ok(reading.account(name)).build());
  }

  @POST
  @PermissionsAllowed(Permissions.MANAGE_POSTS)
  @Path("{name}/deactivation")
  @APIResponseSchema(AccountView.class)
  @Operation(summary = "安全管理员停用账号，会话随即结束；管理员的账号须由另一类管理员确认（202）")
  public Response deactivate(@RestPath String name, @Valid ReasonRequest request) {
    return requested.or(
        activating.deactivate(name, request == null ? null : request.reason()),
        () -> Response.ok(reading.account(name)).build());
  }
}
