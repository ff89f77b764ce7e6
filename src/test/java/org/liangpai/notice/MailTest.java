package org.liangpai.notice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.security.CurrentViewer;
import org.liangpai.shared.Transactions;
import org.liangpai.testsupport.TestClock;
import org.liangpai.testsupport.Tester;

/** When which notices go out by mail, to whom, and that they do so once. */
@QuarkusTest
class MailTest {

  private static final String AS_THE_CITY = "NULL, 'DEFAULT', NULL, NULL";
  private static final String AT_ONCE = "'AT_ONCE', 'NONE', NULL, NULL";
  private static final String SECRETARY = "BRANCH_SECRETARY@B1";

  @Inject NoticeStory story;
  @Inject DeliveringMessages delivering;
  @Inject AddressingMessages addressing;
  @Inject RobotSlots slots;
  @Inject Transactions transactions;
  @Inject CurrentViewer current;
  @Inject TestClock time;
  @Inject MockMailbox mailbox;

  @BeforeEach
  void setUp() {
    story.begin();
  }

  @AfterEach
  void let() {
    story.execute("DROP TRIGGER IF EXISTS cut_off ON notice_message");
    story.begin();
  }

  @Test
  void digest_holdsTheNoticesOfADay_fromItsTimeOn() {
    story.person("alice", SECRETARY, AS_THE_CITY);
    story.tell("K1", "SECRETARY@B1");
    story.tell("K2", "SECRETARY@B1");
    story.at(NoticeStory.MONDAY.plusDays(1), 8, 29);
    delivering.deliver();
    assertThat(story.mails("alice")).isEmpty();

    story.at(NoticeStory.MONDAY.plusDays(1), 8, 30);
    story.tell("K3", "SECRETARY@B1");
    delivering.deliver();
    assertThat(story.mails("alice")).containsExactly("支部预警亮牌：3条通知");

    story.later(java.time.Duration.ofHours(1));
    delivering.deliver();
    assertThat(story.mails("alice")).hasSize(1);
    assertThat(story.value("SELECT count(*) FROM notice WHERE settled_at IS NULL")).isEqualTo("0");
  }

  @Test
  void whatWaitsWhenMailIsSwitchedOff_isADeadLetter_untilItIsSentAgain() {
    story.person("alice", SECRETARY, AT_ONCE);
    story.tell("K1", "SECRETARY@B1");
    current.asService(addressing::address);
    assertThat(story.value("SELECT status FROM notice_message")).isEqualTo("WAITING");

    new Outbox(transactions, slots, NoticeConfigs.with("mail", "true"), time).endMailSwitchedOff();
    assertThat(story.value("SELECT status FROM notice_message")).isEqualTo("WAITING");
    current.asService(
        () ->
            new Outbox(transactions, slots, NoticeConfigs.with("mail", "false"), time)
                .endMailSwitchedOff());
    given()
        .header("Authorization", Tester.with("SYSTEM"))
        .get("/api/notices/outbox")
        .then()
        .body("standing.waiting", equalTo(0))
        .body("deadLetters.lastError", contains("邮件没有开通"));
  }

  @Test
  void urgentNotice_doesNotWaitForTheDigest() {
    story.person("alice", SECRETARY, AS_THE_CITY);
    story.tell("K1", "SECRETARY@B1");
    story.tell("K2", NoticeKind.CRITICISM, "SECRETARY@B1");

    delivering.deliver();

    assertThat(story.mails("alice")).containsExactly("【通报】标题K2");
    story.at(NoticeStory.MONDAY.plusDays(1), 9, 0);
    delivering.deliver();
    assertThat(story.mails("alice")).containsExactly("【通报】标题K2", "【亮牌】标题K1");
  }

  @Test
  void whoWantsEachAtOnce_getsEachAtOnce() {
    story.person("alice", SECRETARY, AT_ONCE);
    story.tell("K1", "SECRETARY@B1");
    story.tell("K2", "SECRETARY@B1");

    delivering.deliver();

    assertThat(story.mails("alice")).containsExactlyInAnyOrder("【亮牌】标题K1", "【亮牌】标题K2");
    Mail mail = mailbox.getMailsSentTo("alice@example.org").get(0);
    assertThat(mail.getText()).containsPattern("示例支部的事情K[12]。").contains("请登录");
  }

  @Test
  void quietHours_putOffAndDropNothing() {
    story.person("alice", SECRETARY, "'AT_ONCE', 'OWN', '22:00', '06:00'");
    story.at(NoticeStory.MONDAY, 21, 59);
    story.tell("K1", "SECRETARY@B1");
    delivering.deliver();
    assertThat(story.mails("alice")).hasSize(1);

    story.at(NoticeStory.MONDAY, 22, 0);
    story.tell("K2", "SECRETARY@B1");
    delivering.deliver();
    story.at(NoticeStory.MONDAY.plusDays(1), 5, 59);
    delivering.deliver();
    assertThat(story.mails("alice")).hasSize(1);

    story.at(NoticeStory.MONDAY.plusDays(1), 6, 0);
    delivering.deliver();
    assertThat(story.mails("alice")).containsExactly("【亮牌】标题K1", "【亮牌】标题K2");
  }

  @Test
  void whatWasChangedOnAnAccount_isToldAtOnce_alsoInQuietHours() {
    story.person("alice", SECRETARY, "NULL, 'OWN', '22:00', '06:00'");
    story.at(NoticeStory.MONDAY, 22, 0);
    story.tell("K1", NoticeKind.CRITICISM, "ACCOUNT@alice");
    story.tell("K2", NoticeKind.SECURITY, "ACCOUNT@alice");

    delivering.deliver();

    assertThat(story.mails("alice")).containsExactly("【账号安全】标题K2");
  }

  @Test
  void quietHours_ofTheCityHoldForWhoChoseNone() {
    story.person("alice", SECRETARY, "'AT_ONCE', 'DEFAULT', NULL, NULL");
    story.person("bob", "BRANCH_SECRETARY@B2", AT_ONCE);
    story.at(NoticeStory.MONDAY, 21, 0);
    story.tell("K1", "SECRETARY@B1 SECRETARY@B2");
    delivering.deliver();

    assertThat(story.mails("alice")).isEmpty();
    assertThat(story.mails("bob")).hasSize(1);
    story.at(NoticeStory.MONDAY.plusDays(1), 7, 30);
    delivering.deliver();
    assertThat(story.mails("alice")).hasSize(1);
  }

  @Test
  void quietHours_overTheDigestKeepTheNoticeOpen() {
    story.person("alice", SECRETARY, "NULL, 'OWN', '08:00', '10:00'");
    story.tell("K1", "SECRETARY@B1");
    story.at(NoticeStory.MONDAY.plusDays(1), 9, 0);
    delivering.deliver();
    assertThat(story.mails("alice")).isEmpty();

    story.at(NoticeStory.MONDAY.plusDays(1), 10, 0);
    delivering.deliver();
    assertThat(story.mails("alice")).hasSize(1);
  }

  @Test
  void notice_goesToWhoHoldsThePostWhenItIsDue() {
    story.person("alice", SECRETARY, AS_THE_CITY);
    story.tell("K1", "SECRETARY@B1");
    story.at(NoticeStory.MONDAY.plusDays(1), 8, 0);
    story.leaves("alice");
    story.person("bob", SECRETARY, AS_THE_CITY);
    story.at(NoticeStory.MONDAY.plusDays(1), 9, 0);

    delivering.deliver();

    assertThat(story.mails("alice")).isEmpty();
    assertThat(story.mails("bob")).containsExactly("【亮牌】标题K1");
  }

  @Test
  void addressees_areTheirOwnPostsOnly() {
    story.person("alice", SECRETARY, AT_ONCE);
    story.person("bob", "COMMITTEE_OFFICER@W1", AT_ONCE);
    story.person("carol", "LEADER@X1", AT_ONCE);
    story.person("dave", "SUPERVISOR@X1", AT_ONCE);
    story.execute(
        """
        INSERT INTO supervision_assignment (kind, account, branch_code, from_on, assigned_at, assigned_by, reason)
        VALUES ('CONTACT_LEADER', 'carol', 'B1', '2026-11-09', now(), '示例', '示例'),
            ('CONTACT_LEADER', 'dave', 'B2', '2026-11-09', now(), '示例', '示例'),
            ('SUPERVISOR', 'dave', 'B1', '2026-11-10', now(), '示例', '示例')
        """);
    story.tell("K1", "SECRETARY@B1");
    story.tell("K2", "OFFICE@W1");
    story.tell("K3", "LEADER@B1 SUPERVISOR@B1 SUPERVISOR@B2");
    story.tell("K4", "ACCOUNT@bob");
    story.tell("K5", "OFFICE@W2 SECRETARY@B2");

    delivering.deliver();

    assertThat(story.mails("alice")).containsExactly("【亮牌】标题K1");
    assertThat(story.mails("bob")).containsExactlyInAnyOrder("【亮牌】标题K2", "【亮牌】标题K4");
    assertThat(story.mails("carol")).containsExactly("【亮牌】标题K3");
    assertThat(story.mails("dave")).isEmpty();
  }

  @Test
  void noticeToSeveralPostsOfOnePerson_goesOnce() {
    story.person("alice", SECRETARY, AT_ONCE);
    story.person("alice", "COMMITTEE_OFFICER@W1", null);
    story.tell("K1", "SECRETARY@B1 OFFICE@W1 ACCOUNT@alice");

    delivering.deliver();
    delivering.deliver();

    assertThat(story.mails("alice")).hasSize(1);
  }

  @Test
  void severalDeliverersAtOnce_sendEachMessageOnce() throws Exception {
    story.person("alice", SECRETARY, AT_ONCE);
    IntStream.range(0, 30).forEach(i -> story.tell("K" + i, "SECRETARY@B1"));
    ExecutorService threads = Tester.threads(4);
    Callable<Void> work =
        () -> {
          delivering.deliver();
          return null;
        };
    for (Future<Void> done : threads.invokeAll(List.of(work, work, work, work))) {
      done.get();
    }
    threads.shutdown();
    delivering.deliver();

    assertThat(story.mails("alice")).hasSize(30).doesNotHaveDuplicates();
  }

  @Test
  void messageCutOffBeforeItIsMarked_isSentAgainWithTheSameId() {
    story.person("alice", SECRETARY, AT_ONCE);
    story.tell("K1", "SECRETARY@B1");
    story.execute(
        """
        CREATE OR REPLACE FUNCTION cut_off() RETURNS trigger LANGUAGE plpgsql
            AS $$ BEGIN RAISE EXCEPTION 'cut off'; END $$;
        CREATE TRIGGER cut_off BEFORE UPDATE ON notice_message FOR EACH ROW
            WHEN (NEW.status = 'SENT') EXECUTE FUNCTION cut_off();
        """);
    assertThatThrownBy(() -> delivering.deliver()).hasStackTraceContaining("cut off");
    story.execute("DROP TRIGGER cut_off ON notice_message");

    story.later(Outbox.LEASE.minusSeconds(1));
    delivering.deliver();
    assertThat(story.mails("alice")).hasSize(1);

    story.later(java.time.Duration.ofSeconds(1));
    delivering.deliver();
    assertThat(mailbox.getMailsSentTo("alice@example.org"))
        .hasSize(2)
        .extracting(mail -> mail.getHeaders().get("Message-ID"))
        .doesNotContainNull()
        .containsOnly(
            mailbox.getMailsSentTo("alice@example.org").get(0).getHeaders().get("Message-ID"));
  }

  @Test
  void messageToWhoNoLongerWantsMail_lapses() {
    story.person("alice", SECRETARY, "'AT_ONCE', 'OWN', '09:00', '10:00'");
    story.person("bob", "BRANCH_SECRETARY@B2", AT_ONCE);
    story.execute(
        """
        INSERT INTO notice_message (id, channel, recipient, created_at, next_at)
        VALUES (gen_random_uuid(), 'MAIL', 'bob', '2026-11-09 08:00+08', '2026-11-09 08:00+08')
        """);
    story.execute("UPDATE notice_settings SET email = NULL WHERE account = 'bob'");

    delivering.deliver();

    assertThat(mailbox.getTotalMessagesSent()).isZero();
    assertThat(story.value("SELECT status FROM notice_message")).isEqualTo("LAPSED");
  }
}
