package org.liangpai.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;

/** Posts checkpoints to the webhook; what it did not take is posted again the next time. */
@ApplicationScoped
class CheckpointPost {

  private static final Logger LOG = Logger.getLogger(CheckpointPost.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int OK = 200;
  private static final int REDIRECTED = 300;

  private record Pending(long id, String line) {}

  private final Transactions transactions;
  private final Optional<URI> webhook;
  private final ManagedExecutor executor;
  private final Clock clock;
  private final AtomicBoolean posting = new AtomicBoolean();

  CheckpointPost(
      Transactions transactions, TrailConfig config, ManagedExecutor executor, Clock clock) {
    this.transactions = transactions;
    this.webhook = config.webhook();
    this.executor = executor;
    this.clock = clock;
  }

  /** Posts what is pending, without letting anybody wait. */
  void postSoon() {
    if (webhook.isPresent()) {
      executor.execute(this::post);
    }
  }

  /** Posts what is pending, the oldest first, until one is not taken. */
  void post() {
    if (webhook.isEmpty() || !posting.compareAndSet(false, true)) {
      return;
    }
    try {
      HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
      for (Pending one : pending()) {
        if (!isTaken(client, one.line())) {
          return;
        }
        posted(one);
      }
    } finally {
      posting.set(false);
    }
  }

  private List<Pending> pending() {
    return transactions.call(
        connection ->
            NamedStatement.of(
                    "SELECT id, line FROM audit_checkpoint WHERE posted_at IS NULL ORDER BY id LIMIT 100")
                .list(connection, row -> new Pending(row.getLong("id"), row.getString("line"))));
  }

  private void posted(Pending one) {
    transactions.call(
        connection ->
            NamedStatement.of("UPDATE audit_checkpoint SET posted_at = :at WHERE id = :id")
                .with("at", OffsetDateTime.now(clock))
                .with("id", one.id())
                .execute(connection));
  }

  private boolean isTaken(HttpClient client, String line) {
    HttpRequest request =
        HttpRequest.newBuilder(webhook.orElseThrow())
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(line))
            .build();
    try {
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status >= OK && status < REDIRECTED) {
        return true;
      }
      LOG.warnf("The webhook answered %d to a checkpoint; it is posted again later", status);
    } catch (IOException failed) {
      LOG.warnf("The webhook did not take a checkpoint, it is posted again later: %s", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return false;
  }
}
