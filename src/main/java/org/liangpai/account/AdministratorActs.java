package org.liangpai.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import org.liangpai.security.CurrentViewer;
import org.liangpai.shared.NotFound;

/** Does what was confirmed, in the transaction of the confirmation. */
@ApplicationScoped
class AdministratorActs {

  private final ChangingPasswords passwords;
  private final SecondFactors factors;
  private final ActivatingAccounts activating;
  private final AssigningPosts assigning;
  private final EndingPosts ending;
  private final CurrentViewer viewer;
  private final Clock clock;

  AdministratorActs(
      ChangingPasswords passwords,
      SecondFactors factors,
      ActivatingAccounts activating,
      AssigningPosts assigning,
      EndingPosts ending,
      CurrentViewer viewer,
      Clock clock) {
    this.passwords = passwords;
    this.factors = factors;
    this.activating = activating;
    this.assigning = assigning;
    this.ending = ending;
    this.viewer = viewer;
    this.clock = clock;
  }

  void act(Connection connection, AdministratorRequests.Filed filed) throws SQLException {
    String name = filed.request().account();
    Account account = Accounts.locked(connection, name).orElseThrow(() -> new NotFound("账号", name));
    Wanted wanted = filed.wanted();
    switch (wanted.act()) {
      case RESET_PASSWORD -> passwords.reset(connection, account, wanted.password());
      case REMOVE_SECOND_FACTOR -> factors.remove(connection, account);
      case UNLOCK -> activating.unlock(connection, account);
      case ACTIVATE -> activating.activate(connection, account);
      case DEACTIVATE -> activating.deactivate(connection, account, wanted.reason());
      case ASSIGN_POST -> {
        // Whoever prepared the account must not come along into the post.
        EndingTokens.endAll(connection, account.id(), viewer.account(), clock.instant());
        EndingSessions.endOthers(connection, account.id(), null, viewer.account(), clock.instant());
        assigning.assign(
            connection,
            account,
            new NewPost(name, wanted.role(), null, null, notPast(wanted.from()), wanted.to()));
      }
      case END_POST ->
          ending.end(
              connection,
              wanted.postId(),
              wanted.to() == null ? null : notPast(wanted.to()),
              wanted.reason());
    }
  }

  /** A day that has passed while it waited is today. */
  private LocalDate notPast(LocalDate day) {
    LocalDate today = LocalDate.now(clock);
    return day.isBefore(today) ? today : day;
  }
}
