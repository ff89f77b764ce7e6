package org.liangpai.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.liangpai.security.CurrentViewer;

/** Sends what is due, one message after the other. Several servers may do so at once. */
@ApplicationScoped
class DeliveringMessages {

  private static final Logger LOG = Logger.getLogger(DeliveringMessages.class);

  private final AddressingMessages addressing;
  private final Outbox outbox;
  private final MailSending mail;
  private final RobotSending robots;
  private final CurrentViewer viewer;

  DeliveringMessages(
      AddressingMessages addressing,
      Outbox outbox,
      MailSending mail,
      RobotSending robots,
      CurrentViewer viewer) {
    this.addressing = addressing;
    this.outbox = outbox;
    this.mail = mail;
    this.robots = robots;
    this.viewer = viewer;
  }

  /** Addresses and sends all that is due now. */
  void deliver() {
    viewer.asService(
        () -> {
          outbox.endMailSwitchedOff();
          addressing.address();
          Optional<Message> next = outbox.take();
          while (next.isPresent()) {
            deliver(next.get());
            next = outbox.take();
          }
        });
  }

  private void deliver(Message message) {
    try {
      switch (message.channel()) {
        case MAIL -> mail.send(message);
        case ROBOT -> robots.send(message);
      }
    } catch (SendingFailed failed) {
      LOG.warnf(
          "Message %s by %s was not taken at attempt %d: %s",
          message.id(), message.channel(), message.attempts(), failed.getMessage());
      outbox.failed(message, failed.getMessage());
      return;
    } catch (RecipientGone gone) {
      outbox.lapsed(message, gone.getMessage());
      return;
    } catch (RuntimeException fault) {
      // What it says may name an address with its key, so only its kind is kept.
      LOG.errorf(
          "Message %s by %s could not be sent at attempt %d: %s",
          message.id(), message.channel(), message.attempts(), fault.getClass().getName());
      outbox.failed(message, "系统内部错误，未能发送");
      return;
    }
    outbox.sent(message);
  }
}
