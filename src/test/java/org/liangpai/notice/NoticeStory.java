package org.liangpai.notice;

import static org.liangpai.notice.Addressee.Desk;

import io.quarkus.mailer.MockMailbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.NamedStatement;
import org.liangpai.testsupport.OwnerTransactions;
import org.liangpai.testsupport.TestCity;
import org.liangpai.testsupport.TestClock;

/**
 * The words in which the tests of notices tell their stories: who holds what, what was told when.
 */
@ApplicationScoped
class NoticeStory {

  static final LocalDate MONDAY = LocalDate.of(2026, 11, 9);

  private final TestCity city;
  private final TestClock time;
  private final OwnerTransactions owner;
  private final Notifying notifying;
  private final MockMailbox mailbox;

  NoticeStory(
      TestCity city,
      TestClock time,
      OwnerTransactions owner,
      Notifying notifying,
      MockMailbox mailbox) {
    this.city = city;
    this.time = time;
    this.owner = owner;
    this.notifying = notifying;
    this.mailbox = mailbox;
  }

  /** A fresh city with the branches B1 of W1 and B2 of W2; it is Monday, nine in the morning. */
  void begin() {
    time.reset();
    city.reset();
    city.branch("B1", UnaryOperator.identity());
    city.branch("B2", row -> row.with("unitCode", "W2"));
    mailbox.clear();
  }

  /** An account with a post such as {@code BRANCH_SECRETARY@B1} and an address. */
  void person(String name, String post, String choices) {
    String[] parts = post.split("@");
    String place = parts[1].startsWith("B") ? "NULL, '%s'" : "'%s', NULL";
    execute(
        """
        INSERT INTO account (name, name_key, display_name, status, password_hash, password_changed_at, created_at,
          created_by) VALUES ('%1$s', '%1$s', '示例', 'ACTIVE', 'none', now(), now(), '示例')
          ON CONFLICT DO NOTHING;
        INSERT INTO post (account_id, role, unit_code, branch_code, from_on, assigned_at, assigned_by)
          SELECT id, '%2$s', %3$s, '2026-01-01', now(), '示例' FROM account WHERE name = '%1$s';
        """
            .formatted(name, parts[0], place.formatted(parts[1])));
    if (choices != null) {
      execute(
          """
          INSERT INTO notice_settings (account, email, rhythm, quiet, quiet_from, quiet_to, changed_at)
          VALUES ('%s', '%s@example.org', %s, now())
          """
              .formatted(name, name, choices));
    }
  }

  /** Ends all posts of an account on the day before. */
  void leaves(String name) {
    execute(
        "UPDATE post SET to_on = '%s' WHERE account_id = (SELECT id FROM account WHERE name = '%s')"
            .formatted(LocalDate.now(time).minusDays(1), name));
  }

  void at(LocalDate day, int hour, int minute) {
    time.set(day.atTime(LocalTime.of(hour, minute)).atZone(ClockProducer.ZONE).toInstant());
  }

  void later(java.time.Duration span) {
    time.set(time.instant().plus(span));
  }

  Instant now() {
    return time.instant();
  }

  /** Tells of a card to desks such as {@code SECRETARY@B1 OFFICE@W1}. */
  void tell(String key, String desks) {
    tell(key, NoticeKind.CARD, desks);
  }

  void tell(String key, NoticeKind kind, String desks) {
    List<Addressee> addressees =
        Arrays.stream(desks.split(" "))
            .map(text -> text.split("@"))
            .map(parts -> new Addressee(Desk.valueOf(parts[0]), parts[1]))
            .toList();
    notifying.tell(
        new Notice(key, kind, "标题" + key, "示例支部的事情" + key + "。", "/cards/" + key, addressees));
  }

  /** The subjects of the mails to an account. */
  List<String> mails(String name) {
    return mailbox.getMailsSentTo(name + "@example.org").stream()
        .map(io.quarkus.mailer.Mail::getSubject)
        .toList();
  }

  /** One value of the database, as text. */
  String value(String sql) {
    return owner.call(
        connection -> NamedStatement.of(sql).list(connection, row -> row.getString(1)).get(0));
  }

  /** Changes the database behind the service's back. */
  void execute(String sql) {
    owner.call(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            return statement.execute(sql);
          }
        });
  }
}
