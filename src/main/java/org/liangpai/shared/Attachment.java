package org.liangpai.shared;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** The answer that gives a file that somebody handed in: something to be saved, never a page. */
public final class Attachment {

  private Attachment() {}

  /**
   * The answer.
   *
   * @param name the name that the file was given
   * @param plainName a name in ASCII, for what knows nothing better (RFC 6266)
   * @param size in bytes
   */
  public static Response of(
      String name, String plainName, String mediaType, long size, StreamingOutput content) {
    String encoded = PathSegment.of(name).replace("*", "%2A");
    return Response.ok(content, mediaType)
        .header(HttpHeaders.CONTENT_LENGTH, size)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(plainName, encoded))
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }
}
