package org.liangpai.account.api;

import io.quarkus.security.Authenticated;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.liangpai.account.OpenWhile;
import org.liangpai.account.Pending;
import org.liangpai.account.SecondFactors;

/** The second factor of whoever asks. */
@Path("/api/me/second-factor")
@Authenticated
@OpenWhile(Pending.ADD_SECOND_FACTOR)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "我的账号")
class SecondFactorResource {

  /** What the app on the phone needs. */
  record Enrolment(String secret, String uri) {

    @Override
    public String toString() {
      return "enrolment";
    }
  }

  /** A one-time code. */
  record CodeRequest(String code) {}

  /** The password, once more. */
  record PasswordRequest(String password) {

    @Override
    public String toString() {
      return "password";
    }
  }

  private final SecondFactors factors;

  SecondFactorResource(SecondFactors factors) {
    this.factors = factors;
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "开始绑定动态口令；密钥只显示这一次")
  public Enrolment begin() {
    SecondFactors.Enrolment begun = factors.begin();
    return new Enrolment(begun.secret(), begun.uri());
  }

  @POST
  @Path("confirmation")
  @ResponseStatus(204)
  @Operation(summary = "输入一个动态口令，完成绑定")
  public void confirm(@NotNull(message = "请提供请求正文") CodeRequest request) {
    factors.confirm(request.code());
  }

  @POST
  @Path("removal")
  @ResponseStatus(204)
  @Operation(summary = "凭密码解除动态口令")
  public void remove(@NotNull(message = "请提供请求正文") PasswordRequest request) {
    factors.remove(request.password());
  }
}
