package org.liangpai.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.liangpai.shared.Transactions;

/** Sends messages to robots. What goes wrong is told without address, key and secret. */
@ApplicationScoped
class RobotSending {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int OK = 200;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(PATIENCE)
          .build();
  private final Transactions transactions;
  private final Robots robots;
  private final MessageText texts;
  private final Clock clock;

  RobotSending(Transactions transactions, Robots robots, MessageText texts, Clock clock) {
    this.transactions = transactions;
    this.robots = robots;
    this.texts = texts;
    this.clock = clock;
  }

  void send(Message message) throws SendingFailed, RecipientGone {
    Robot robot =
        transactions
            .call(connection -> robots.present(connection, Long.parseLong(message.recipient())))
            .orElseThrow(() -> new RecipientGone("机器人已移除"));
    send(robot, texts.chat(message.notices(), robot.kind().mostBytes()), message.id());
  }

  /** Sends a text; robots that know no such header do not mind it. */
  void send(Robot robot, String text, UUID id) throws SendingFailed {
    RobotRequest request =
        RobotRequest.of(robot.kind(), robot.url(), robot.secret(), text, clock.instant());
    HttpResponse<String> answer =
        answer(
            HttpRequest.newBuilder(request.url())
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Idempotency-Key", id.toString())
                .POST(HttpRequest.BodyPublishers.ofString(request.body()))
                .build());
    RobotAnswer said = RobotAnswer.of(answer.body());
    if (answer.statusCode() != OK) {
      throw new SendingFailed("对方答复HTTP " + answer.statusCode() + said.words(robot));
    }
    if (said.code().isEmpty()) {
      throw new SendingFailed("对方的答复不是机器人的答复，请核对地址");
    }
    if (said.code().getAsLong() != 0) {
      throw new SendingFailed("对方没有接收，代码" + said.code().getAsLong() + said.words(robot));
    }
  }

  private HttpResponse<String> answer(HttpRequest request) throws SendingFailed {
    // The client's own limit ends when the headers are there: a body that never ends would hold on
    // to the only thread that sends.
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(request, headers -> new AnswerBody());
    try {
      return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw new SendingFailed("对方没有及时答复");
    } catch (ExecutionException failed) {
      throw new SendingFailed(
          failed.getCause() instanceof HttpTimeoutException ? "对方没有及时答复" : "连接不上对方");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new SendingFailed("发送被中断");
    } finally {
      answer.cancel(true);
    }
  }
}
