package org.liangpai.security.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/**
 * Tells whether a browser was made to send a request by a page of another site. Programs say
 * nothing of where they come from; a browser always does, and nobody else can make it say
 * otherwise.
 */
final class OwnSite {

  private static final String TLS = "https";
  private static final int PORT_OF_TLS = 443;
  private static final int PORT = 80;

  /** From a page of this very origin, or by the user alone. */
  private static final Set<String> OWN = Set.of("same-origin", "none");

  private OwnSite() {}

  /**
   * Whether it comes from elsewhere.
   *
   * @param fetchSite the header {@code Sec-Fetch-Site}, or {@code null}
   * @param origin the header {@code Origin}, or {@code null}
   * @param host to which host, and port, the request was addressed, or {@code null}
   * @param isTls whether it came by TLS, as far as is known: a proxy may keep it to itself
   */
  static boolean isForeign(String fetchSite, String origin, String host, boolean isTls) {
    return fetchSite != null && !OWN.contains(fetchSite.strip().toLowerCase(Locale.ROOT))
        || origin != null && !isOwn(origin.strip(), host, isTls);
  }

  private static boolean isOwn(String origin, String host, boolean isTls) {
    try {
      URI from = new URI(origin);
      if (from.getHost() == null || isTls && !TLS.equalsIgnoreCase(from.getScheme())) {
        return false;
      }
      URI here = new URI(from.getScheme() + "://" + host);
      return from.getHost().equalsIgnoreCase(here.getHost()) && port(from) == port(here);
    } catch (URISyntaxException ofNoSite) {
      return false;
    }
  }

  private static int port(URI at) {
    int usual = TLS.equalsIgnoreCase(at.getScheme()) ? PORT_OF_TLS : PORT;
    return at.getPort() < 0 ? usual : at.getPort();
  }
}
