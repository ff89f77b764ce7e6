package org.liangpai.shared;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** A problem document (RFC 9457). {@code errors} is present only for an invalid request. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(URI type, String title, int status, String detail, List<FieldError> errors) {

  /** The media type of problem documents. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** What is wrong with one field; {@code pointer} is a JSON pointer or the name of a parameter. */
  public record FieldError(String pointer, String message) {}

  /** A problem without single fields. */
  public static Problem of(int status, String code, String title, String detail) {
    return new Problem(URI.create("urn:problem:" + code), title, status, detail, List.of());
  }

  /** The answer that tells it. */
  public Response toResponse() {
    return Response.status(status).type(MEDIA_TYPE).entity(this).build();
  }
}
