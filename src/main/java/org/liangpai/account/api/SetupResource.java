package org.liangpai.account.api;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.liangpai.account.NewService;
import org.liangpai.account.SettingUp;
import org.liangpai.security.Role;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.Parameters;

/** Sets up an empty service. */
@Path("/api/setup")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "初始化")
class SetupResource {

  /** The root of the hierarchy. */
  record RootUnit(String unitCode, String unitName) {}

  /** One of the three administrators. */
  record Administrator(String role, String name, String password) {

    @Override
    public String toString() {
      return role + " " + name;
    }
  }

  /** The token, the root and the three. */
  record SetupRequest(
      String token,
      @NotNull(message = "请填写最上级党组织") RootUnit rootUnit,
      @NotNull(message = "请填写三名管理员")
          List<@NotNull(message = "请填写管理员") Administrator> administrators) {

    @Override
    public String toString() {
      return "set-up";
    }
  }

  private final SettingUp settingUp;
  private final Waiting waiting;

  SetupResource(SettingUp settingUp, Waiting waiting) {
    this.settingUp = settingUp;
    this.waiting = waiting;
  }

  @POST
  @PermitAll
  @Operation(summary = "用一次性口令初始化：建立最上级党组织和三名管理员")
  public Uni<Response> run(
      @NotNull(message = "请提供请求正文") @Valid SetupRequest request, HttpServerRequest from) {
    String address = from.remoteAddress().hostAddress();
    return waiting.blocking(
        () -> settingUp.delay(address),
        () -> {
          settingUp.run(service(request), address);
          return Response.status(Response.Status.CREATED).build();
        });
  }

  private static NewService service(SetupRequest request) {
    List<NewService.Administrator> administrators = new ArrayList<>();
    for (int i = 0; i < request.administrators().size(); i++) {
      Administrator one = request.administrators().get(i);
      String field = "administrators/" + i + "/role";
      Role role =
          Parameters.optionalOf(Role.class, field, one.role())
              .orElseThrow(() -> new Invalid(field, "请填写管理员的角色：SYSTEM、SECURITY 或 AUDIT"));
      administrators.add(new NewService.Administrator(role, one.name(), one.password()));
    }
    return new NewService(
        request.token(),
        request.rootUnit().unitCode(),
        request.rootUnit().unitName(),
        administrators);
  }
}
