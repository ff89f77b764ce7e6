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
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.account.AccountTimeline;
import org.liangpai.account.AccountView;
import org.liangpai.account.ActivatingAccounts;
import org.liangpai.account.ChangingPasswords;
import org.liangpai.account.CreatingAccounts;
import org.liangpai.account.EndingSessions;
import org.liangpai.account.EndingTokens;
import org.liangpai.account.PostsOverview;
import org.liangpai.account.ReadingAccounts;
import org.liangpai.account.SecondFactors;
import org.liangpai.account.TokenView;
import org.liangpai.security.Permissions;
import org.liangpai.security.Role;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.Page;
import org.liangpai.shared.Parameters;
import org.liangpai.shared.Refusal;

/** The accounts, for the system administrator and the security administrator. */
@Path("/accounts")
@Produces(MediaType.TEXT_HTML)
@Blocking
class AccountPages {

  /** That it was not done but asked for. */
  static final String ASKED = "asked";

  private static final int SIZE = 50;
  private static final int EVENTS = 100;

  @CheckedTemplate(basePath = "account-pages")
  static class Templates {
    static native TemplateInstance list(
        Page<AccountView> page, Asked asked, PostsOverview posts, String rule, Refused refused);

    static native TemplateInstance account(
        AccountView account,
        List<EndingSessions.SessionView> sessions,
        List<TokenView> tokens,
        List<AccountTimeline.Event> events,
        List<UnitChoice> units,
        List<Role> roles,
        String rule,
        String done,
        Refused refused);
  }

  /** What is looked for. */
  record Asked(String q, String done) {

    /** The address of the next page. */
    public String next(String after) {
      UriBuilder next = UriBuilder.fromPath("/accounts").queryParam("after", "{after}");
      return q.isEmpty()
          ? next.build(after).toString()
          : next.queryParam("q", "{q}").build(after, q).toString();
    }
  }

  /** What was not done: in which form, why, and what was typed. */
  record Refused(String form, String message, String name, String displayName) {}

  private final ReadingAccounts reading;
  private final CreatingAccounts creating;
  private final ActivatingAccounts activating;
  private final ChangingPasswords passwords;
  private final SecondFactors secondFactors;
  private final EndingSessions sessions;
  private final EndingTokens tokens;
  private final AccountTimeline timeline;
  private final UnitChoices units;

  AccountPages(
      ReadingAccounts reading,
      CreatingAccounts creating,
      ActivatingAccounts activating,
      ChangingPasswords passwords,
      SecondFactors secondFactors,
      EndingSessions sessions,
      EndingTokens tokens,
      AccountTimeline timeline,
      UnitChoices units) {
    this.reading = reading;
    this.creating = creating;
    this.activating = activating;
    this.passwords = passwords;
    this.secondFactors = secondFactors;
    this.sessions = sessions;
    this.tokens = tokens;
    this.timeline = timeline;
    this.units = units;
  }

  @GET
  @PermissionsAllowed(Permissions.READ_ACCOUNTS)
  public TemplateInstance list(
      @RestQuery String q, @RestQuery String after, @RestQuery String done) {
    return list(new Asked(text(q), done), text(after), null);
  }

  @POST
  @PermissionsAllowed(Permissions.MANAGE_ACCOUNTS)
  public Response create(
      @RestForm String name, @RestForm String displayName, @RestForm String password) {
    try {
      String created = creating.create(name, displayName, password);
      return done(created, "created");
    } catch (Invalid | Refusal refused) {
      return Response.status(400)
          .entity(
              list(
                  new Asked("", null),
                  "",
                  new Refused("create", refused.getMessage(), text(name), text(displayName))))
          .build();
    }
  }

  @GET
  @PermissionsAllowed(Permissions.READ_ACCOUNTS)
  @Path("{name}")
  public TemplateInstance account(String name, @RestQuery String done) {
    return page(name, done, null);
  }

  @POST
  @PermissionsAllowed(Permissions.MANAGE_ACCOUNTS)
  @Path("{name}/password")
  public Response resetPassword(String name, @RestForm String password, @RestForm String reason) {
    return doing(name, "password", () -> passwords.reset(name, password, reason));
  }

  @POST
  @PermissionsAllowed(Permissions.MANAGE_ACCOUNTS)
  @Path("{name}/unlock")
  public Response unlock(String name) {
    return doing(name, "unlock", () -> activating.unlock(name));
  }

  @POST
  @PermissionsAllowed(Permissions.MANAGE_ACCOUNTS)
  @Path("{name}/second-factor/removal")
  public Response removeSecondFactor(String name) {
    return doing(name, "second-factor", () -> secondFactors.removeOf(name));
  }

  @POST
  @PermissionsAllowed(Permissions.MANAGE_ACCOUNTS)
  @Path("{name}/sessions/end")
  public Response endSessions(String name) {
    return doing(
        name,
        "sessions",
        () -> {
          sessions.endAll(name);
          return Optional.empty();
        });
  }

  @POST
  @PermissionsAllowed(Permissions.MANAGE_ACCOUNTS)
  @Path("{name}/tokens/{id}/revocation")
  public Response revokeToken(String name, String id) {
    return doing(
        name,
        "token",
        () -> {
          tokens.revoke(name, Parameters.number("访问令牌", id));
          return Optional.empty();
        });
  }

  @POST
  @PermissionsAllowed(Permissions.MANAGE_POSTS)
  @Path("{name}/activation")
  public Response activate(String name) {
    return doing(name, "activation", () -> activating.activate(name));
  }

  @POST
  @PermissionsAllowed(Permissions.MANAGE_POSTS)
  @Path("{name}/deactivation")
  public Response deactivate(String name, @RestForm String reason) {
    return doing(
        name,
        "deactivation",
        () ->
            activating.deactivate(
                name,
                Parameters.optionalText(Parameters.limited("reason", reason))
                    .orElseThrow(() -> new Invalid("reason", "停用账号必须写明理由"))));
  }

  /** What waits for a second administrator has an id. */
  private Response doing(String name, String form, Supplier<Optional<Long>> act) {
    try {
      return done(name, act.get().isPresent() ? ASKED : form);
    } catch (Invalid | Refusal refused) {
      return refused(name, form, refused.getMessage());
    }
  }

  /** The page of an account with what was not done; pages of posts answer with it, too. */
  Response refused(String name, String form, String message) {
    return Response.status(400)
        .entity(page(name, null, new Refused(form, message, null, null)))
        .build();
  }

  static Response done(String name, String what) {
    URI page = UriBuilder.fromPath("/accounts/{name}").queryParam("done", what).build(name);
    return Response.seeOther(page).build();
  }

  private TemplateInstance list(Asked asked, String after, Refused refused) {
    return Templates.list(
        reading.accounts(asked.q(), after, SIZE),
        asked,
        reading.posts(0, 1),
        passwords.rule(),
        refused);
  }

  private TemplateInstance page(String name, String done, Refused refused) {
    AccountView account = reading.account(name);
    return Templates.account(
        account,
        sessions.of(account.name()),
        tokens.of(account.name()),
        timeline.of(account.name(), EVENTS),
        units.all(),
        List.of(Role.values()),
        passwords.rule(),
        done,
        refused);
  }

  private static String text(String given) {
    return given == null ? "" : given.strip();
  }
}
