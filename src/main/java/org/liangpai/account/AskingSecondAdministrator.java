package org.liangpai.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.notice.Addressee;
import org.liangpai.notice.Notice;
import org.liangpai.notice.NoticeKind;
import org.liangpai.notice.Notifying;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.HeldPost;
import org.liangpai.security.Role;
import org.liangpai.security.Viewer;

/**
 * Asks a second administrator, of another kind, to confirm what is wanted for the account of an
 * administrator: nobody alone makes an administrator, or takes one's place.
 */
@ApplicationScoped
class AskingSecondAdministrator {

  private static final String PAGE = "/administrator-requests";

  private final Auditing auditing;
  private final TellingHolders holders;
  private final Notifying notifying;
  private final CurrentViewer viewer;
  private final Duration lasts;
  private final Clock clock;

  AskingSecondAdministrator(
      Auditing auditing,
      TellingHolders holders,
      Notifying notifying,
      CurrentViewer viewer,
      @ConfigProperty(name = "liangpai.administrator-request-lasts", defaultValue = "P3D")
          Duration lasts,
      Clock clock) {
    this.auditing = auditing;
    this.holders = holders;
    this.notifying = notifying;
    this.viewer = viewer;
    this.lasts = lasts;
    this.clock = clock;
  }

  /** Files what is wanted, tells the holder and those who may confirm, and gives its id. */
  long ask(Connection connection, Account account, Wanted wanted) throws SQLException {
    Viewer asking = viewer.viewer();
    Role as = kind(asking);
    Instant now = clock.instant();
    Instant end = now.plus(lasts);
    long id =
        AdministratorRequests.add(connection, account.id(), wanted, asking.account(), as, now, end)
            .orElseThrow(() -> AdministratorRefused.askedAlready(wanted.act(), account.name()));
    auditing.record(
        connection,
        List.of(
            Entry.of(Act.ADMINISTRATOR_ACT_ASKED, ObjectKind.ACCOUNT, account.name())
                .now(written(id, wanted, end))
                .because(wanted.reason())));
    holders.tell(connection, account.name(), AccountChange.CHANGE_ASKED, wanted.told());
    tell(connection, id, account, wanted, as);
    return id;
  }

  /** Which of the three somebody is. */
  static Role kind(Viewer viewer) {
    return viewer.posts().stream()
        .map(HeldPost::role)
        .filter(Role::isAdministrator)
        .findFirst()
        .orElseThrow(AdministratorRefused::notYours);
  }

  private void tell(Connection connection, long id, Account account, Wanted wanted, Role as)
      throws SQLException {
    List<Addressee> confirming =
        Administrators.confirming(connection, as, account.id(), LocalDate.now(clock)).stream()
            .map(Addressee::account)
            .toList();
    notifying.tell(
        connection,
        List.of(
            new Notice(
                "ADMINISTRATOR-REQUEST " + id,
                NoticeKind.SECURITY,
                "管理员账号变更等您确认",
                "%s（%s）申请对账号“%s”%s。请先与本人和申请人核实，再确认或不同意。"
                    .formatted(viewer.account(), as.label(), account.name(), wanted.told()),
                PAGE,
                confirming)));
  }

  private static Map<String, String> written(long id, Wanted wanted, Instant end) {
    Map<String, String> written = new HashMap<>();
    written.put("申请", String.valueOf(id));
    written.put("事项", wanted.told());
    written.put("有效至", end.toString());
    if (wanted.postId() != null) {
      written.put("任职", String.valueOf(wanted.postId()));
    }
    return written;
  }
}
