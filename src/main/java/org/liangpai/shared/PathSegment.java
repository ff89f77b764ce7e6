package org.liangpai.shared;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A code or number as one segment of an address; people choose codes, so they hold anything. */
public final class PathSegment {

  private PathSegment() {}

  /** The text, percent-encoded. */
  public static String of(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
