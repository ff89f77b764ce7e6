package org.liangpai.form.web;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.liangpai.form.NotedPage;
import org.liangpai.form.PageNote;
import org.liangpai.form.PageNotes;
import org.liangpai.security.KnownIdentity;
import org.liangpai.security.Viewer;
import org.liangpai.shared.BrowserRequest;
import org.liangpai.shared.Done;
import org.liangpai.shared.LocalPath;
import org.liangpai.shared.Problem;
import org.liangpai.shared.SentForm;

/**
 * Lets the page that follows a form say what became of it: that it was done, or why not and at
 * which field, with what was typed. With htmx the page of a refused form is still there, and only
 * the refusal is sent.
 */
class AnsweredForms {

  private static final int OK = 200;
  private static final int SEE_OTHER = 303;
  private static final int BAD_REQUEST = 400;
  private static final String MAIN = "<main";
  private static final String FOCUS = " autofocus";
  private static final String POST = "POST";
  private static final String HTML = "text/html";

  private final PageNotes notes;
  private final CurrentIdentityAssociation identities;

  AnsweredForms(PageNotes notes, CurrentIdentityAssociation identities) {
    this.notes = notes;
    this.identities = identities;
  }

  /** After refusals got their words, and before they become pages of their own. */
  @ServerResponseFilter(priority = Priorities.USER)
  void answer(
      ContainerRequestContext request, ContainerResponseContext response, ResourceInfo resource) {
    if (!request.getMethod().equals(POST) || !isByPage(request)) {
      return;
    }
    if (response.getEntity() instanceof Problem problem && !BrowserRequest.isByHtmx(request)) {
      refused(request, response, problem);
    } else if (response.getStatus() == SEE_OTHER) {
      done(resource).ifPresent(sentence -> done(response, sentence));
    }
  }

  /** After everything else: the page is written. */
  @ServerResponseFilter(priority = Priorities.USER - 2)
  void tell(ContainerRequestContext request, ContainerResponseContext response) {
    if (!(response.getEntity() instanceof String page) || !isHtml(response)) {
      return;
    }
    if (request.getMethod().equals(POST) && response.getStatus() >= BAD_REQUEST) {
      if (page.contains(MAIN) && !page.contains(FOCUS)) {
        response.setEntity(NotedPage.refused(page, SentForm.read(request)));
      }
    } else if (request.getMethod().equals("GET") && response.getStatus() == OK) {
      account()
          .flatMap(account -> notes.take(account, address(request.getUriInfo().getRequestUri())))
          .ifPresent(note -> response.setEntity(NotedPage.of(page, note)));
    }
  }

  private void refused(
      ContainerRequestContext request, ContainerResponseContext response, Problem problem) {
    Optional<String> shown = LocalPath.shownBy(request.getHeaderString("Referer"));
    Optional<String> account = account();
    if (shown.isPresent() && account.isPresent()) {
      notes.keep(account.get(), shown.get(), PageNote.refused(problem, SentForm.read(request)));
      response.setEntity(null);
      response.setStatus(SEE_OTHER);
      response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
      response.getHeaders().putSingle(HttpHeaders.LOCATION, URI.create(shown.get()));
    }
  }

  private void done(ContainerResponseContext response, String sentence) {
    URI to = URI.create(String.valueOf(response.getHeaders().getFirst(HttpHeaders.LOCATION)));
    account().ifPresent(account -> notes.keep(account, address(to), PageNote.done(sentence)));
  }

  private static Optional<String> done(ResourceInfo resource) {
    return Optional.ofNullable(resource.getResourceMethod())
        .map(method -> method.getAnnotation(Done.class))
        .map(Done::value);
  }

  private Optional<String> account() {
    return KnownIdentity.of(identities)
        .map(Viewer::of)
        .filter(viewer -> !viewer.isNobody())
        .map(Viewer::account);
  }

  private static boolean isByPage(ContainerRequestContext request) {
    return BrowserRequest.isByHtmx(request) || BrowserRequest.isForPage(request);
  }

  private static boolean isHtml(ContainerResponseContext response) {
    return response.getMediaType() != null && response.getMediaType().toString().startsWith(HTML);
  }

  private static String address(URI uri) {
    return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
  }
}
