package org.liangpai.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.liangpai.notice.Notifying;
import org.liangpai.security.CurrentViewer;

/**
 * Tells the holder of an account of each change of its password, second factor, tokens and posts,
 * whoever made it: whoever did not make it learns that somebody else did.
 */
@ApplicationScoped
class TellingHolders {

  private final Notifying notifying;
  private final CurrentViewer viewer;
  private final Clock clock;

  TellingHolders(Notifying notifying, CurrentViewer viewer, Clock clock) {
    this.notifying = notifying;
    this.viewer = viewer;
    this.clock = clock;
  }

  /**
   * Tells of a change that the viewer makes, in the transaction of the change.
   *
   * @param detail which token or post, in Chinese; {@code null} if there is nothing to add
   */
  void tell(Connection connection, String account, AccountChange change, String detail)
      throws SQLException {
    tell(connection, account, change, detail, viewer.account());
  }

  /** The same of a change that somebody else makes, such as the identity provider. */
  void tell(Connection connection, String account, AccountChange change, String detail, String by)
      throws SQLException {
    HolderNotice notice =
        new HolderNotice(change, detail, by.equals(account) ? "您本人" : by, clock.instant());
    notifying.tell(connection, List.of(notice.to(account)));
  }
}
