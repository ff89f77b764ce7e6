package org.liangpai.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.HeldPost;
import org.liangpai.security.Role;
import org.liangpai.security.Scope;
import org.liangpai.security.Viewer;
import org.liangpai.shared.DatabaseFault;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Problem;
import org.liangpai.shared.Terminal;
import org.liangpai.shared.Transactions;

/**
 * Sets up an empty service, once: its root unit and the three administrators, by whoever has the
 * token that the service shows to the person who starts it.
 */
@ApplicationScoped
public class SettingUp {

  private static final String BY = "初始化";
  private static final Set<Role> THREE = EnumSet.of(Role.SYSTEM, Role.SECURITY, Role.AUDIT);

  private final Transactions transactions;
  private final PasswordRules rules;
  private final PasswordHashing hashing;
  private final AddressFailures addresses;
  private final Auditing auditing;
  private final CurrentViewer viewer;
  private final Clock clock;
  private final Optional<String> given;
  private final String token;

  SettingUp(
      Transactions transactions,
      PasswordRules rules,
      PasswordHashing hashing,
      AddressFailures addresses,
      Auditing auditing,
      CurrentViewer viewer,
      Clock clock,
      @ConfigProperty(name = "liangpai.setup-token") Optional<String> given) {
    this.transactions = transactions;
    this.rules = rules;
    this.hashing = hashing;
    this.addresses = addresses;
    this.auditing = auditing;
    this.viewer = viewer;
    this.clock = clock;
    this.given = given.filter(one -> !one.isBlank());
    this.token = this.given.orElseGet(Secrets::random);
  }

  /** Whether nobody has an account yet. */
  public boolean isOpen() {
    return transactions.call(SettingUp::isOpen);
  }

  /** Whether whoever started the service gave a token for the set-up. */
  public boolean isTokenGiven() {
    return given.isPresent();
  }

  /** Tells on the console how to set up the service, if it is not. */
  public void offer() {
    if (!isOpen()) {
      return;
    }
    Terminal.out()
        .println(
            given.isPresent()
                ? "系统还没有账号。请用 LIANGPAI_SETUP_TOKEN 给出的口令初始化（POST /api/setup）。"
                : "系统还没有账号。请打开网页初始化，或用 POST /api/setup；一次性初始化口令（只显示这一次）：\n\n    " + token + "\n");
  }

  /** How long an attempt from this address has to wait. */
  public Duration delay(String address) {
    return transactions.call(connection -> addresses.delay(connection, address));
  }

  /**
   * Sets it up.
   *
   * @throws SetupRefused if the token is wrong
   * @throws AccountRefused if it has been set up before
   */
  public void run(NewService service, String address) {
    checkToken(service.token(), address);
    if (!isOpen()) {
      throw AccountRefused.alreadySetUp();
    }
    List<NewAccount> accounts = checked(service);
    try {
      viewer.asService(
          () -> transactions.call(connection -> run(connection, service, accounts, address)));
    } catch (DatabaseFault fault) {
      switch (Violation.constraint(fault)) {
        case "pk_service_setup" -> throw AccountRefused.alreadySetUp();
        case "uq_unit_root" ->
            throw new Invalid("rootUnit/unitCode", "已有最上级党组织，编码不是“" + service.unitCode() + "”");
        default -> throw fault;
      }
    }
  }

  private void checkToken(String shown, String address) {
    boolean isRight =
        transactions.call(
            connection -> {
              addresses.check(connection, address);
              if (shown != null && Secrets.isSame(shown.strip(), token)) {
                return true;
              }
              addresses.count(connection, address);
              auditing.record(
                  connection,
                  new Viewer("", List.of(), address),
                  Entry.of(Act.SIGN_IN_FAILED, ObjectKind.SERVICE, BY));
              return false;
            });
    if (!isRight) {
      throw new SetupRefused();
    }
  }

  private List<NewAccount> checked(NewService service) {
    requireText("rootUnit/unitCode", service.unitCode(), "请填写最上级党组织的编码");
    requireText("rootUnit/unitName", service.unitName(), "请填写最上级党组织的名称");
    Set<Role> roles = EnumSet.noneOf(Role.class);
    Set<String> names = new HashSet<>();
    List<Problem.FieldError> errors = new ArrayList<>();
    for (int i = 0; i < service.administrators().size(); i++) {
      NewService.Administrator one = service.administrators().get(i);
      String at = "administrators/" + i + "/";
      String name = AccountName.checked(at + "name", one.name());
      if (!THREE.contains(one.role()) || !roles.add(one.role())) {
        errors.add(
            new Problem.FieldError(
                at + "role", "管理员须为 SYSTEM、SECURITY、AUDIT 各一名，“" + one.role() + "”不符合"));
      }
      if (!names.add(AccountName.key(name))) {
        errors.add(new Problem.FieldError(at + "name", "三名管理员的账号名不能相同：“" + name + "”"));
      }
      rules.check(at + "password", one.password(), name);
    }
    if (!errors.isEmpty()) {
      throw new Invalid(errors);
    }
    if (!roles.equals(THREE)) {
      throw new Invalid("administrators", "管理员须为 SYSTEM、SECURITY、AUDIT 各一名，一共三名");
    }
    return service.administrators().stream().map(this::account).toList();
  }

  private NewAccount account(NewService.Administrator one) {
    String name = AccountName.checked("name", one.name());
    return new NewAccount(
        name, one.role().label(), AccountStatus.ACTIVE, hashing.hash(one.password()), false, false);
  }

  private Void run(
      Connection connection, NewService service, List<NewAccount> accounts, String address)
      throws SQLException {
    claim(connection, clock, BY);
    addRoot(connection, service);
    Viewer by = new Viewer(BY, List.of(new HeldPost(Role.SECURITY, null, Scope.NONE)), address);
    auditing.record(
        connection, by, Entry.of(Act.SERVICE_SET_UP, ObjectKind.SERVICE, service.unitCode()));
    for (int i = 0; i < accounts.size(); i++) {
      NewAccount account = accounts.get(i);
      Role role = service.administrators().get(i).role();
      add(connection, account, new NewPost(account.name(), role, null, null, null, null), by);
    }
    return null;
  }

  /** Takes the one set-up that there is. */
  static void claim(Connection connection, Clock clock, String by) throws SQLException {
    NamedStatement.of("INSERT INTO service_setup (at, by) VALUES (:at, :by)")
        .with("at", Accounts.at(clock.instant()))
        .with("by", by)
        .execute(connection);
  }

  /** Adds an account with its post. */
  void add(Connection connection, NewAccount account, NewPost post, Viewer by) throws SQLException {
    LocalDate today = LocalDate.now(clock);
    long id = Accounts.add(connection, account, by.account(), clock.instant());
    auditing.record(
        connection,
        by,
        Entry.of(Act.ACCOUNT_CREATED, ObjectKind.ACCOUNT, account.name())
            .now(Map.of("状态", account.status().label())));
    long number =
        AssigningPosts.add(connection, id, post, today, by.account(), clock.instant(), false);
    auditing.record(connection, by, AssigningPosts.assigned(number, account.name(), post, today));
  }

  private void addRoot(Connection connection, NewService service) throws SQLException {
    NamedStatement.of(
            """
            INSERT INTO unit (unit_code, unit_name, level, path, recorded_at, recorded_by)
            VALUES (:code, :name, 'CITY', ARRAY[:code], :at, :by)
            ON CONFLICT (unit_code) DO NOTHING
            """)
        .with("code", service.unitCode().strip())
        .with("name", service.unitName().strip())
        .with("at", Accounts.at(clock.instant()))
        .with("by", BY)
        .execute(connection);
    boolean isRoot =
        NamedStatement.of("SELECT parent_code IS NULL FROM unit WHERE unit_code = :code")
            .with("code", service.unitCode().strip())
            .list(connection, row -> row.getBoolean(1))
            .contains(true);
    if (!isRoot) {
      throw new Invalid("rootUnit/unitCode", "党组织“" + service.unitCode() + "”不是最上级党组织");
    }
  }

  private static boolean isOpen(Connection connection) throws SQLException {
    return NamedStatement.of("SELECT 1 FROM service_setup").list(connection, row -> 1).isEmpty();
  }

  private static void requireText(String field, String text, String message) {
    if (text == null || text.isBlank()) {
      throw new Invalid(field, message);
    }
  }
}
