package org.liangpai.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnHostsTest {

  private static final Optional<URI> PUBLIC = Optional.of(URI.create("https://liangpai.example"));

  private final Vertx vertx = Vertx.vertx();
  private HttpServer server;

  @AfterEach
  void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example", "liangpai.example.evil.example", "a.liangpai.example", "."})
  void refusesAnotherHost_ifThePublicOneIsKnown(String host) throws Exception {
    serve(new OwnHosts(PUBLIC, Optional.of(List.of("inner"))));

    assertThat(ask(host)).startsWith("HTTP/1.1 421").contains("application/problem+json", "网址");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"liangpai.example", "LIANGPAI.example:8443", "inner", "localhost:1", "127.0.0.1"})
  void takesItsOwn(String host) throws Exception {
    serve(new OwnHosts(PUBLIC, Optional.of(List.of("inner"))));

    assertThat(ask(host)).startsWith("HTTP/1.1 200");
  }

  @Test
  void takesAny_ifNoneIsKnown() throws Exception {
    serve(new OwnHosts(Optional.empty(), Optional.empty()));

    assertThat(ask("evil.example")).startsWith("HTTP/1.1 200");
  }

  private void serve(OwnHosts hosts) throws Exception {
    Router router = Router.router(vertx);
    router.route().handler(hosts::pass);
    router.route().handler(routing -> routing.response().end("taken"));
    server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
  }

  private String ask(String host) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.actualPort())) {
      String request = "GET / HTTP/1.1\r\nConnection: close\r\nHost: " + host + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
