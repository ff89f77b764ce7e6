package org.liangpai.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Role;
import org.liangpai.security.Viewer;
import org.liangpai.shared.DatabaseFault;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Terminal;
import org.liangpai.shared.Transactions;

/**
 * Accounts to try the service with (演示账号), one for each role, with passwords that are shown once.
 * They are only made where nobody else reaches the service.
 */
@ApplicationScoped
public class DemonstrationAccounts {

  private final Transactions transactions;
  private final PasswordHashing hashing;
  private final SettingUp settingUp;
  private final ListeningAddress listening;
  private final CurrentViewer viewer;
  private final Clock clock;

  DemonstrationAccounts(
      Transactions transactions,
      PasswordHashing hashing,
      SettingUp settingUp,
      ListeningAddress listening,
      CurrentViewer viewer,
      Clock clock) {
    this.transactions = transactions;
    this.hashing = hashing;
    this.settingUp = settingUp;
    this.listening = listening;
    this.viewer = viewer;
    this.clock = clock;
  }

  private record Shown(NewPost post, String password, NewAccount account) {

    @Override
    public String toString() {
      return account.toString();
    }
  }

  /**
   * Where the demonstration has its posts.
   *
   * @param branch the code of a branch of the committee
   */
  public record Places(String city, String county, String committee, String branch) {}

  /** Whether one of them may be used, which every page says. */
  public boolean anyActive() {
    return transactions.call(
        connection ->
            !NamedStatement.of(
                    "SELECT 1 FROM account WHERE demonstration AND status = 'ACTIVE' LIMIT 1")
                .list(connection, row -> 1)
                .isEmpty());
  }

  /** Whether they may be made: only this machine reaches the service, and nobody has an account. */
  public boolean areWanted() {
    return listening.isLoopback() && !settingUp.isTokenGiven() && settingUp.isOpen();
  }

  /** Makes them and shows their passwords on the console; not if there is any account. */
  public void create(Places places) {
    List<Shown> accounts = posts(places).stream().map(this::account).toList();
    try {
      viewer.asService(() -> transactions.call(connection -> create(connection, accounts)));
    } catch (DatabaseFault fault) {
      if (Violation.constraint(fault).equals("pk_service_setup")) {
        return;
      }
      throw fault;
    }
    Terminal.out().print(table(accounts));
  }

  private Void create(Connection connection, List<Shown> accounts) throws SQLException {
    SettingUp.claim(connection, clock, Viewer.SERVICE.account());
    for (Shown one : accounts) {
      settingUp.add(connection, one.account(), one.post(), Viewer.SERVICE);
    }
    return null;
  }

  private Shown account(NewPost post) {
    String password = GivenPassword.next();
    return new Shown(
        post,
        password,
        new NewAccount(
            post.account(),
            "演示" + post.role().label(),
            AccountStatus.ACTIVE,
            hashing.hash(password),
            false,
            true));
  }

  private static List<NewPost> posts(Places places) {
    List<NewPost> posts = new ArrayList<>();
    for (Role role : Role.values()) {
      posts.add(
          switch (role) {
            case BRANCH_SECRETARY -> post("shuji", role, null, places.branch());
            case COMMITTEE_OFFICER -> post("dangwei", role, places.committee(), null);
            case COUNTY_OFFICER -> post("xianji", role, places.county(), null);
            case CITY_OFFICER -> post("shiji", role, places.city(), null);
            case SUPERVISOR -> post("dudao", role, places.county(), null);
            case LEADER -> post("lingdao", role, places.committee(), null);
            case RULE_AUTHOR -> post("bianzhi", role, null, null);
            case RULE_PUBLISHER -> post("fabu", role, null, null);
            case SYSTEM -> post("xitong", role, null, null);
            case SECURITY -> post("anquan", role, null, null);
            case AUDIT -> post("shenji", role, null, null);
          });
    }
    return posts;
  }

  private static NewPost post(String name, Role role, String unit, String branch) {
    return new NewPost(name, role, unit, branch, null, null);
  }

  private static String table(List<Shown> accounts) {
    StringBuilder lines = new StringBuilder("\n演示账号（密码只显示这一次；只能在本机使用）：\n");
    for (Shown one : accounts) {
      String place = PostPlace.text(one.post());
      lines.append(
          "  %-8s  %s  %s%s%n"
              .formatted(
                  one.account().name(),
                  one.password(),
                  one.post().role().label(),
                  place.isEmpty() ? "" : "（" + place + "）"));
    }
    return lines.append('\n').toString();
  }
}
