package org.liangpai.shared;

import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;

/** The form that a request brings, whether it was read already or not. */
public final class SentForm {

  private static final int MOST_FIELDS = 200;
  private static final int MOST_CHARACTERS = 100_000;
  private static final String URL_ENCODED = "application/x-www-form-urlencoded";

  /** What is a secret is never kept, nor shown again. */
  private static final Set<String> SECRETS =
      Set.of(
          "csrf-token",
          "password",
          "present",
          "again",
          "repeated",
          "code",
          "secret",
          "url",
          "token");

  private SentForm() {}

  /** What was typed, where the page has read it; nothing of what is too much to keep. */
  public static TypedForm read(ContainerRequestContext request) {
    FormData data = data();
    Map<String, List<String>> fields = new LinkedHashMap<>();
    if (data != null) {
      for (String name : data) {
        data.get(name).stream()
            .filter(one -> one.getFileName() == null)
            .forEach(
                one -> fields.computeIfAbsent(name, key -> new ArrayList<>()).add(one.getValue()));
      }
    }
    return typed(request, fields);
  }

  /** What was typed, also where nothing was read because nobody is signed in. */
  public static Uni<TypedForm> of(ContainerRequestContext request, HttpServerRequest connection) {
    if (data() != null) {
      return Uni.createFrom().item(read(request));
    }
    if (!isSmall(connection) || connection.isEnded()) {
      return Uni.createFrom().item(TypedForm.NONE);
    }
    connection.setExpectMultipart(true);
    connection.resume();
    return Uni.createFrom()
        .completionStage(connection.end().toCompletionStage())
        .map(ended -> typed(request, fields(connection.formAttributes())))
        .onFailure()
        .recoverWithItem(TypedForm.NONE);
  }

  private static Map<String, List<String>> fields(MultiMap attributes) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    attributes.names().forEach(name -> fields.put(name, attributes.getAll(name)));
    return fields;
  }

  private static boolean isSmall(HttpServerRequest connection) {
    String type = Optional.ofNullable(connection.getHeader("Content-Type")).orElse("");
    String length = Optional.ofNullable(connection.getHeader("Content-Length")).orElse("");
    return type.startsWith(URL_ENCODED)
        && length.matches("\\d{1,6}")
        && Integer.parseInt(length) <= MOST_CHARACTERS;
  }

  private static TypedForm typed(
      ContainerRequestContext request, Map<String, List<String>> fields) {
    fields.keySet().removeAll(SECRETS);
    long characters =
        fields.values().stream().flatMap(List::stream).mapToLong(String::length).sum();
    return fields.size() > MOST_FIELDS || characters > MOST_CHARACTERS
        ? TypedForm.NONE
        : new TypedForm(request.getUriInfo().getRequestUri().getRawPath(), fields);
  }

  private static FormData data() {
    ResteasyReactiveRequestContext current = CurrentRequestManager.get();
    return current == null ? null : current.getFormData();
  }
}
