package org.liangpai.account.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.liangpai.account.ReadingAdministratorRequests;

/** Answers what waits for a second administrator: accepted, not done. */
@ApplicationScoped
class Requested {

  private static final String PATH = "/api/administrator-requests/";

  private final ReadingAdministratorRequests reading;

  Requested(ReadingAdministratorRequests reading) {
    this.reading = reading;
  }

  /** What waits, or nothing if it was done. */
  Response or(Optional<Long> request) {
    return or(request, () -> Response.noContent().build());
  }

  /** What waits, or what was done. */
  Response or(Optional<Long> request, Supplier<Response> done) {
    return request.map(this::accepted).orElseGet(done);
  }

  private Response accepted(long id) {
    return Response.accepted(reading.get(id)).location(URI.create(PATH + id)).build();
  }
}
