package org.liangpai.catalogue.web;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Named;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.catalogue.Wording;
import org.liangpai.warninglist.LevelStyle;

/** The colours of the levels as a style sheet: the list decides them, so no file of ours can. */
@Path("/level-colours.css")
@Named("levelColours")
public class LevelColours {

  private static final String FOR_A_YEAR = "public, max-age=31536000, immutable";

  private final Wording wording;

  LevelColours(Wording wording) {
    this.wording = wording;
  }

  /** The address of this version of it. */
  public String address() {
    return "/level-colours.css?v=" + version();
  }

  @GET
  @PermitAll
  @Produces("text/css;charset=UTF-8")
  public Response css(@RestQuery String v) {
    Response.ResponseBuilder answer = Response.ok(css());
    return version().equals(v)
        ? answer.header(HttpHeaders.CACHE_CONTROL, FOR_A_YEAR).build()
        : answer.build();
  }

  private String version() {
    return Integer.toHexString(css().hashCode());
  }

  private String css() {
    return wording.levels().stream().map(LevelColours::rule).collect(Collectors.joining("\n"));
  }

  private static String rule(LevelStyle style) {
    return ".level-%s { --level: %s; }"
        .formatted(style.level().name().toLowerCase(Locale.ROOT), style.colour());
  }
}
