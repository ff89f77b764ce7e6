package org.liangpai.account.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;
import org.liangpai.account.OpenWhile;
import org.liangpai.account.Pending;
import org.liangpai.account.SecondFactors;
import org.liangpai.shared.Invalid;

/** Adding the second factor to the own account, and removing it. */
@Path("/account/second-factor")
@Produces(MediaType.TEXT_HTML)
@Authenticated
@OpenWhile(Pending.ADD_SECOND_FACTOR)
@Blocking
class SecondFactorPages {

  private static final int GROUP = 4;

  @CheckedTemplate(basePath = "own-account-pages")
  static class Templates {
    static native TemplateInstance secondFactor(boolean enrolled, Shown shown, String refused);
  }

  /** The secret, once: as a picture and in letters. */
  record Shown(QrCode.Drawn picture, String secret) {

    @Override
    public String toString() {
      return "enrolment";
    }
  }

  private final SecondFactors secondFactors;

  SecondFactorPages(SecondFactors secondFactors) {
    this.secondFactors = secondFactors;
  }

  @GET
  public TemplateInstance page() {
    return Templates.secondFactor(secondFactors.isEnrolled(), null, null);
  }

  /** The picture is part of the page, so that the secret is at no address of its own. */
  @POST
  public TemplateInstance begin() {
    SecondFactors.Enrolment begun = secondFactors.begin();
    return Templates.secondFactor(
        false, new Shown(QrCode.of(begun.uri()), grouped(begun.secret())), null);
  }

  @POST
  @Path("confirmation")
  public Response confirm(@RestForm String code) {
    try {
      secondFactors.confirm(code);
    } catch (Invalid invalid) {
      return refused(false, invalid);
    }
    return Response.seeOther(URI.create("/account?done=second-factor")).build();
  }

  @POST
  @Path("removal")
  public Response remove(@RestForm String password) {
    try {
      secondFactors.remove(password);
    } catch (Invalid invalid) {
      return refused(true, invalid);
    }
    return Response.seeOther(URI.create("/account?done=second-factor-removed")).build();
  }

  private static Response refused(boolean enrolled, Invalid invalid) {
    return Response.status(400)
        .entity(Templates.secondFactor(enrolled, null, invalid.getMessage()))
        .build();
  }

  private static String grouped(String secret) {
    return secret.replaceAll("(.{%d})(?=.)".formatted(GROUP), "$1 ");
  }
}
