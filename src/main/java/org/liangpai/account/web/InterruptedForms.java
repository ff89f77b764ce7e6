package org.liangpai.account.web;

import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import org.liangpai.account.Sessions;
import org.liangpai.form.PageNote;
import org.liangpai.form.PageNotes;
import org.liangpai.shared.SentForm;
import org.liangpai.shared.ServiceCookie;
import org.liangpai.shared.TypedForm;

/**
 * Keeps what was typed into a form whose session had ended when it was sent, for whoever had the
 * session and for nobody else who signs in on the same browser.
 */
@ApplicationScoped
class InterruptedForms {

  private static final Uni<Boolean> NOTHING = Uni.createFrom().item(false);

  private final Sessions sessions;
  private final PageNotes notes;
  private final BlockingSecurityExecutor blocking;

  InterruptedForms(Sessions sessions, PageNotes notes, BlockingSecurityExecutor blocking) {
    this.sessions = sessions;
    this.notes = notes;
    this.blocking = blocking;
  }

  /** Whether there was something to keep for the page at an address. */
  Uni<Boolean> keep(ContainerRequestContext request, HttpServerRequest connection, String address) {
    Optional<String> session = ServiceCookie.SESSION.of(connection);
    if (!request.getMethod().equals("POST") || session.isEmpty()) {
      return NOTHING;
    }
    return SentForm.of(request, connection)
        .chain(
            form ->
                form.fields().isEmpty()
                    ? NOTHING
                    : blocking.executeBlocking(() -> keep(session.get(), address, form)));
  }

  private boolean keep(String token, String address, TypedForm form) {
    Optional<String> account = sessions.lastOf(token);
    account.ifPresent(one -> notes.keep(one, address, PageNote.kept(form)));
    return account.isPresent();
  }
}
