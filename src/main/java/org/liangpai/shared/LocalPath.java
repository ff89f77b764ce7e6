package org.liangpai.shared;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** An address of this service to which a browser may be led: no link may lead it elsewhere. */
public final class LocalPath {

  private static final int LONGEST = 1_000;
  private static final String SIGN_IN = "/sign-in";
  private static final String SIGN_OUT = "/sign-out";

  private LocalPath() {}

  /** The address, if it is a path of this service to which one may go after signing in. */
  public static Optional<String> of(String asked) {
    if (asked == null || asked.length() > LONGEST || !isPlain(asked)) {
      return Optional.empty();
    }
    try {
      URI uri = new URI(asked);
      String path = uri.getRawPath();
      boolean isLocal = !uri.isAbsolute() && uri.getRawAuthority() == null && isPath(path);
      return isLocal && !isToSign(RequestPath.of(path)) ? Optional.of(asked) : Optional.empty();
    } catch (URISyntaxException malformed) {
      return Optional.empty();
    }
  }

  /** The path of an address that a browser says it shows. */
  public static Optional<String> shownBy(String address) {
    try {
      URI uri = new URI(address == null ? "" : address);
      String query = uri.getRawQuery();
      return of(uri.getRawPath() + (query == null ? "" : "?" + query));
    } catch (URISyntaxException malformed) {
      return Optional.empty();
    }
  }

  /** Browsers read a backslash as a slash, and leave tabs and breaks out. */
  private static boolean isPlain(String text) {
    return text.chars().allMatch(one -> one > ' ' && one < 127 && one != '\\');
  }

  private static boolean isToSign(String path) {
    return path.startsWith(SIGN_IN) || path.startsWith(SIGN_OUT);
  }

  private static boolean isPath(String path) {
    return path != null && path.startsWith("/") && !path.startsWith("//");
  }
}
