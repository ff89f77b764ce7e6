package org.liangpai.shared.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.liangpai.shared.BrowserRequest;
import org.liangpai.shared.Problem;

/** Shows a problem to a browser as a page, and to htmx as a note on the page that is there. */
class ErrorPages {

  private static final int UNAVAILABLE = 503;
  private static final String HTML = "text/html;charset=UTF-8";

  @CheckedTemplate(basePath = "error-pages")
  static class Templates {
    static native TemplateInstance problem(Problem problem, List<Problem.FieldError> errors);

    static native TemplateInstance problem$note(Problem problem, List<Problem.FieldError> errors);
  }

  /** After forms were answered by the page from which they came. */
  @ServerResponseFilter(priority = Priorities.USER - 1)
  void show(ContainerRequestContext request, ContainerResponseContext response) {
    if (!(response.getEntity() instanceof Problem problem)) {
      return;
    }
    // One error says nothing that the sentence of the problem does not say.
    List<Problem.FieldError> errors = problem.errors().size() > 1 ? problem.errors() : List.of();
    if (BrowserRequest.isByHtmx(request)) {
      response.getHeaders().putSingle("HX-Retarget", "#notice");
      response.getHeaders().putSingle("HX-Reswap", "innerHTML");
      // The form chooses the body of the page, and in the note there is none.
      response.getHeaders().putSingle("HX-Reselect", ".alert");
      show(Templates.problem$note(problem, errors), response);
    } else if (BrowserRequest.isForPage(request)) {
      show(problem, errors, response);
    } else {
      // Whoever refuses may stand at a route that answers pages only.
      response.setEntity(problem, null, MediaType.valueOf(Problem.MEDIA_TYPE));
    }
  }

  private static void show(
      Problem problem, List<Problem.FieldError> errors, ContainerResponseContext response) {
    if (problem.status() == UNAVAILABLE) {
      // The frame of a page asks the database for who looks at it.
      response.setEntity(BarePage.of(problem));
      response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, HTML);
    } else {
      show(Templates.problem(problem, errors), response);
    }
  }

  private static void show(TemplateInstance page, ContainerResponseContext response) {
    response.setEntity(page.render());
    response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, HTML);
  }
}
