package org.liangpai.account.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.liangpai.account.ChangingPasswords;
import org.liangpai.account.NewService;
import org.liangpai.account.SettingUp;
import org.liangpai.security.Role;
import org.liangpai.shared.AccessRefused;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.Refusal;

/** Sets up an empty service on one page. */
@Path("/setup")
@Produces(MediaType.TEXT_HTML)
@Blocking
class SetUpPages {

  private static final List<Role> THREE = List.of(Role.SYSTEM, Role.SECURITY, Role.AUDIT);

  @CheckedTemplate(basePath = "set-up-pages")
  static class Templates {
    static native TemplateInstance form(
        Typed typed,
        List<Administrator> administrators,
        String rule,
        boolean given,
        String refused);

    static native TemplateInstance done();
  }

  /** What was typed, but for token and passwords. */
  record Typed(String unitCode, String unitName) {}

  /** One of the three on the form; the names of its fields begin with {@code field}. */
  record Administrator(String field, String label, String duty, String name) {}

  private final SettingUp settingUp;
  private final ChangingPasswords passwords;

  SetUpPages(SettingUp settingUp, ChangingPasswords passwords) {
    this.settingUp = settingUp;
    this.passwords = passwords;
  }

  @GET
  @PermitAll
  public Response form() {
    return settingUp.isOpen()
        ? Response.ok(form(new Typed("", ""), List.of("", "", ""), null)).build()
        : Response.seeOther(URI.create("/")).build();
  }

  /** What to do next; it can be read again. */
  @GET
  @PermitAll
  @Path("done")
  public TemplateInstance done() {
    return Templates.done();
  }

  @POST
  @PermitAll
  public Uni<Response> run(
      @RestForm String token,
      @RestForm String unitCode,
      @RestForm String unitName,
      @RestForm List<String> name,
      @RestForm List<String> password,
      @RestForm List<String> again,
      HttpServerRequest request) {
    String address = request.remoteAddress().hostAddress();
    return Delayed.by(
        settingUp.delay(address),
        () -> {
          try {
            settingUp.run(service(token, unitCode, unitName, name, password, again), address);
            return Response.seeOther(URI.create("/setup/done")).build();
          } catch (Invalid | Refusal | AccessRefused refused) {
            Typed typed = new Typed(text(unitCode), text(unitName));
            return Response.status(400).entity(form(typed, name, refused.getMessage())).build();
          }
        });
  }

  private static NewService service(
      String token,
      String unitCode,
      String unitName,
      List<String> names,
      List<String> passwords,
      List<String> again) {
    if (names.size() != THREE.size() || passwords.size() != THREE.size()) {
      throw new Invalid("name", "请填写三名管理员的账号名和密码");
    }
    if (!passwords.equals(again)) {
      throw new Invalid("again", "两次输入的密码不一致，请重新输入");
    }
    List<NewService.Administrator> administrators =
        List.of(0, 1, 2).stream()
            .map(i -> new NewService.Administrator(THREE.get(i), names.get(i), passwords.get(i)))
            .toList();
    return new NewService(text(token), unitCode, unitName, administrators);
  }

  private TemplateInstance form(Typed typed, List<String> names, String refused) {
    List<String> shown = names.size() == THREE.size() ? names : List.of("", "", "");
    return Templates.form(
        typed,
        List.of(
            new Administrator("system", Role.SYSTEM.label(), "新建账号、重置密码", shown.get(0)),
            new Administrator("security", Role.SECURITY.label(), "启用账号、任命岗位", shown.get(1)),
            new Administrator("audit", Role.AUDIT.label(), "查阅审计记录", shown.get(2))),
        passwords.rule(),
        settingUp.isTokenGiven(),
        refused);
  }

  private static String text(String given) {
    return given == null ? "" : given.strip();
  }
}
