package org.liangpai.catalogue.web;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Locale;
import java.util.stream.Collectors;
import org.liangpai.catalogue.Wording;
import org.liangpai.warninglist.LevelStyle;

/** The colours of the levels as a style sheet: the list decides them, so no file of ours can. */
@Path("/level-colours.css")
class LevelColours {

  private final Wording wording;

  LevelColours(Wording wording) {
    this.wording = wording;
  }

  @GET
  @PermitAll
  @Produces("text/css;charset=UTF-8")
  public String css() {
    return wording.levels().stream().map(LevelColours::rule).collect(Collectors.joining("\n"));
  }

  private static String rule(LevelStyle style) {
    return ".level-%s { --level: %s; }"
        .formatted(style.level().name().toLowerCase(Locale.ROOT), style.colour());
  }
}
