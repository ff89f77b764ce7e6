package org.liangpai.notice;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;

/** Sends messages as e-mail to the address that the account gave. */
@ApplicationScoped
class MailSending {

  private static final Logger LOG = Logger.getLogger(MailSending.class);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String FOOTER = "\n\n--\n您在支部预警亮牌系统中填写了这个邮箱，所以收到这封邮件；可以在“通知设置”中修改或停用。";

  private final ReactiveMailer mailer;
  private final MessageText texts;
  private final Transactions transactions;

  MailSending(ReactiveMailer mailer, MessageText texts, Transactions transactions) {
    this.mailer = mailer;
    this.texts = texts;
    this.transactions = transactions;
  }

  void send(Message message) throws SendingFailed, RecipientGone {
    String to = address(message.recipient()).orElseThrow(() -> new RecipientGone("账号已停用，或已不再使用邮件"));
    Mail mail =
        Mail.withText(to, texts.subject(message.notices()), texts.text(message.notices()) + FOOTER)
            .addHeader("Message-ID", "<" + message.id() + "@liangpai>")
            .addHeader("Auto-Submitted", "auto-generated");
    try {
      mailer.send(mail).await().atMost(PATIENCE);
    } catch (RuntimeException failed) {
      // What the mailer tells may name the address of a person, so it is not kept.
      LOG.debugf(failed, "Message %s was not sent", message.id());
      throw new SendingFailed("邮件服务器没有接收");
    }
  }

  private Optional<String> address(String account) {
    return transactions.call(
        connection ->
            NamedStatement.of(
                    """
                    SELECT s.email FROM notice_settings s JOIN account a ON a.name = s.account
                    WHERE s.account = :account AND a.status = 'ACTIVE' AND s.email IS NOT NULL
                    """)
                .with("account", account)
                .list(connection, row -> row.getString(1))
                .stream()
                .findFirst());
  }
}
