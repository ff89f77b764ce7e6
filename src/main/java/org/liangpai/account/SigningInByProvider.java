package org.liangpai.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Viewer;
import org.liangpai.shared.DatabaseFault;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.Origin;
import org.liangpai.shared.Transactions;

/**
 * Lets in whom the identity provider signed in: with an account of their own, the posts that the
 * provider says they hold, and a session like everybody's. Where any of it is refused, nothing of
 * it is done.
 */
@ApplicationScoped
public class SigningInByProvider {

  private static final String NO_NAME = "（没有账号名）";
  private static final Map<String, String> WAY = Map.of("方式", AccountName.PROVIDER);

  private final Transactions transactions;
  private final ProviderAccounts accounts;
  private final ProvidedPosts posts;
  private final ProviderSessions providerSessions;
  private final Sessions sessions;
  private final Admission admission;
  private final AddressFailures addresses;
  private final Auditing auditing;
  private final CurrentViewer viewer;

  SigningInByProvider(
      Transactions transactions,
      ProviderAccounts accounts,
      ProvidedPosts posts,
      ProviderSessions providerSessions,
      Sessions sessions,
      Admission admission,
      AddressFailures addresses,
      Auditing auditing,
      CurrentViewer viewer) {
    this.transactions = transactions;
    this.accounts = accounts;
    this.posts = posts;
    this.providerSessions = providerSessions;
    this.sessions = sessions;
    this.admission = admission;
    this.addresses = addresses;
    this.auditing = auditing;
    this.viewer = viewer;
  }

  /**
   * Opens a session.
   *
   * @throws ProviderRefused if the account may not be used, or the posts cannot be as they are told
   */
  public SigningIn.Opened signIn(ProvidedPerson person, Origin from) {
    try {
      return viewer.asService(
          () -> transactions.call(connection -> signIn(connection, person, from)));
    } catch (ProviderRefused refused) {
      throw recorded(refused, person, from);
    } catch (DatabaseFault fault) {
      throw recorded(refusal(person, fault), person, from);
    }
  }

  /** Writes down that somebody came back from the provider who cannot be believed. */
  public ProviderRefused failed(String reason, Origin from) {
    transactions.call(
        connection -> {
          addresses.check(connection, from.address());
          addresses.count(connection, from.address());
          auditing.record(connection, nobody(from), failure(NO_NAME, reason));
          return null;
        });
    return ProviderRefused.failed();
  }

  private SigningIn.Opened signIn(Connection connection, ProvidedPerson person, Origin from)
      throws SQLException {
    Viewer provider = new Viewer(AccountName.PROVIDER, List.of(), from.address());
    Account account = account(connection, person, provider);
    if (account.status() != AccountStatus.ACTIVE) {
      throw ProviderRefused.deactivated(account.name());
    }
    try {
      posts.keep(
          connection,
          account,
          ClaimedPosts.of(connection, account.name(), person.posts()),
          provider);
    } catch (Invalid invalid) {
      throw ProviderRefused.posts(invalid.getMessage());
    }
    Sessions.Begun session = sessions.begin(connection, account, from);
    providerSessions.remember(connection, session.id(), person.signOutAddress());
    SignedIn signedIn = admission.bySession(connection, account, session.id(), from);
    auditing.record(
        connection,
        signedIn.viewer(),
        Entry.of(Act.SIGNED_IN, ObjectKind.ACCOUNT, account.name()).now(WAY));
    return new SigningIn.Opened(session.token(), signedIn);
  }

  private Account account(Connection connection, ProvidedPerson person, Viewer provider)
      throws SQLException {
    try {
      return accounts.of(connection, person, provider);
    } catch (Invalid invalid) {
      throw ProviderRefused.name(invalid.getMessage());
    }
  }

  private static RuntimeException refusal(ProvidedPerson person, DatabaseFault fault) {
    return switch (Violation.constraint(fault)) {
      case "uq_account_name", "uq_account_name_key" -> ProviderRefused.nameTaken(person.name());
      case "ex_post_administrator" ->
          ProviderRefused.posts(AccountRefused.administratorsApart(person.name()).getMessage());
      case "ex_post_rules" ->
          ProviderRefused.posts(AccountRefused.rulesApart(person.name()).getMessage());
      default -> fault;
    };
  }

  private RuntimeException recorded(RuntimeException refused, ProvidedPerson person, Origin from) {
    if (refused instanceof ProviderRefused) {
      String name = person.name() == null ? NO_NAME : person.name();
      auditing.record(nobody(from), failure(name, refused.getMessage()));
    }
    return refused;
  }

  private static Entry failure(String name, String reason) {
    return Entry.of(Act.SIGN_IN_FAILED, ObjectKind.ACCOUNT, name).now(WAY).because(reason);
  }

  private static Viewer nobody(Origin from) {
    return new Viewer("", List.of(), from.address());
  }
}
