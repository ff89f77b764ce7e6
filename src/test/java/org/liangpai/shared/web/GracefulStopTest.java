package org.liangpai.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GracefulStopTest {

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CompletableFuture<RoutingContext> slow = new CompletableFuture<>();
  private HttpServer server;

  @BeforeEach
  void begin() {
    slow.thenRun(begun::countDown);
  }

  @AfterEach
  void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @Test
  void letsARequestEnd_andRefusesTheNext() throws Exception {
    GracefulStop stop = serve(Duration.ofSeconds(30));
    var first = client.sendAsync(get("/slow"), HttpResponse.BodyHandlers.ofString());
    begun.await();
    CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> stop(stop));
    HttpResponse<String> second = ask("/quick");
    while (second.statusCode() != 503) {
      second = ask("/quick");
    }

    assertThat(second.headers().firstValue("Retry-After")).isPresent();
    assertThat(second.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(second.body()).contains("\"status\":503", "服务正在停止");
    assertThat(stopped).isNotDone();
    slow.get().response().end("whole");
    assertThat(first.get().body()).isEqualTo("whole");
    stopped.get(10, TimeUnit.SECONDS);
  }

  @Test
  void stops_whenARequestDoesNotEnd() throws Exception {
    GracefulStop stop = serve(Duration.ofMillis(200));
    client.sendAsync(get("/slow"), HttpResponse.BodyHandlers.ofString());
    begun.await();

    CompletableFuture.runAsync(() -> stop(stop)).get(10, TimeUnit.SECONDS);
  }

  private GracefulStop serve(Duration longest) throws Exception {
    GracefulStop stop = new GracefulStop(longest);
    Router router = Router.router(vertx);
    router.route().handler(stop::pass);
    router.get("/quick").handler(routing -> routing.response().end("quick"));
    router.get("/slow").handler(slow::complete);
    server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
    return stop;
  }

  private static void stop(GracefulStop stop) {
    try {
      stop.stop(null);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpResponse<String> ask(String path) throws Exception {
    return client.send(get(path), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest get(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + path))
        .build();
  }
}
