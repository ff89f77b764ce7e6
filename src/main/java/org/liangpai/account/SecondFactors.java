package org.liangpai.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.binary.Base32;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Transactions;

/** Adds and removes the second factor (动态口令) of an account. */
@ApplicationScoped
public class SecondFactors {

  private static final int SECRET_BYTES = 20;
  private static final String ISSUER = "Liangpai";

  private final Transactions transactions;
  private final OwnAccount own;
  private final AskingSecondAdministrator second;
  private final OneTimeCodes codes;
  private final Auditing auditing;
  private final TellingHolders holders;
  private final Clock clock;

  SecondFactors(
      Transactions transactions,
      OwnAccount own,
      AskingSecondAdministrator second,
      OneTimeCodes codes,
      Auditing auditing,
      TellingHolders holders,
      Clock clock) {
    this.transactions = transactions;
    this.own = own;
    this.second = second;
    this.codes = codes;
    this.auditing = auditing;
    this.holders = holders;
    this.clock = clock;
  }

  /**
   * What an app needs to show the codes. It is shown this once.
   *
   * @param secret in Base32, to be typed
   * @param uri the same as an address, to be shown as a QR code
   */
  public record Enrolment(String secret, String uri) {

    @Override
    public String toString() {
      return "enrolment";
    }
  }

  /** Whether the viewer has one. */
  public boolean isEnrolled() {
    return own.get().secondFactor().confirmed();
  }

  /** Begins to add one; it is asked for only after it was confirmed. */
  public Enrolment begin() {
    byte[] secret = Secrets.bytes(SECRET_BYTES);
    String name =
        transactions.call(
            connection -> {
              Account account = withoutOne(connection);
              NamedStatement.of("UPDATE account SET totp_secret = :secret WHERE id = :id")
                  .with("secret", codes.sealed(account, secret))
                  .with("id", account.id())
                  .execute(connection);
              return account.name();
            });
    String text = new Base32().encodeAsString(secret);
    return new Enrolment(
        text,
        "otpauth://totp/%s:%s?secret=%s&issuer=%s"
            .formatted(ISSUER, URLEncoder.encode(name, StandardCharsets.UTF_8), text, ISSUER));
  }

  /** Adds it, if the first code is right. */
  public void confirm(String code) {
    transactions.call(
        connection -> {
          Account account = withoutOne(connection);
          if (account.secondFactor().secret() == null) {
            throw AccountRefused.noSecondFactorBegun();
          }
          if (code == null || codes.use(connection, account, code) != OneTimeCodes.Outcome.TAKEN) {
            throw new Invalid("code", "动态口令不对，请输入手机上正在显示的6位数字，并核对手机时间是否准确");
          }
          NamedStatement.of("UPDATE account SET totp_confirmed_at = :now WHERE id = :id")
              .with("now", Accounts.at(clock.instant()))
              .with("id", account.id())
              .execute(connection);
          record(connection, Act.SECOND_FACTOR_ADDED, account);
          holders.tell(connection, account.name(), AccountChange.SECOND_FACTOR_ADDED, null);
          return null;
        });
  }

  /** Removes the viewer's own; an administrator is asked for a new one at once. */
  public void remove(String password) {
    Account account = own.proven("password", password);
    transactions.call(connection -> remove(connection, account));
  }

  /**
   * Removes that of somebody who lost their phone.
   *
   * @return the id of what a second administrator has to confirm first; empty if it was done
   */
  public Optional<Long> removeOf(String name) {
    return transactions.call(
        connection -> {
          Account account =
              Accounts.locked(connection, name).orElseThrow(() -> new NotFound("账号", name));
          if (Administrators.isOne(connection, account.id(), LocalDate.now(clock))) {
            Wanted wanted = Wanted.of(AdministratorAct.REMOVE_SECOND_FACTOR, null);
            return Optional.of(second.ask(connection, account, wanted));
          }
          remove(connection, account);
          return Optional.empty();
        });
  }

  Void remove(Connection connection, Account account) throws SQLException {
    NamedStatement.of(
            "UPDATE account SET totp_secret = NULL, totp_confirmed_at = NULL WHERE id = :id")
        .with("id", account.id())
        .execute(connection);
    record(connection, Act.SECOND_FACTOR_REMOVED, account);
    holders.tell(connection, account.name(), AccountChange.SECOND_FACTOR_REMOVED, null);
    return null;
  }

  private Account withoutOne(Connection connection) throws SQLException {
    Account account = own.builtIn(connection);
    if (account.secondFactor().confirmed()) {
      throw AccountRefused.secondFactorPresent();
    }
    return account;
  }

  private void record(Connection connection, Act act, Account account) {
    auditing.record(connection, List.of(Entry.of(act, ObjectKind.ACCOUNT, account.name())));
  }
}
