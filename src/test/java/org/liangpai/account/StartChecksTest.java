package org.liangpai.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liangpai.shared.Transactions;
import org.liangpai.testsupport.OwnerTransactions;
import org.liangpai.testsupport.TestCity;

/** When the service does not start. */
@QuarkusTest
class StartChecksTest {

  private static final DemonstrationAccounts.Places PLACES =
      new DemonstrationAccounts.Places("C1", "X1", "W1", "B1");

  @Inject TestCity city;
  @Inject Transactions transactions;
  @Inject OwnerTransactions owner;
  @Inject DemonstrationAccounts demonstration;
  @Inject SettingUp settingUp;
  @Inject PasswordRules rules;
  @Inject ReadingAccounts reading;

  @BeforeEach
  void begin() {
    city.reset();
    city.branch("B1", row -> row);
  }

  @AfterEach
  void end() {
    city.clear();
  }

  @Test
  void start_isRefused_withAnAdministratorOfTheDatabase() {
    assertThatThrownBy(() -> check(owner, "127.0.0.1", false))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("超级用户")
        .hasMessageContaining("CREATE ROLE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "192.0.2.1"})
  void start_isRefused_whereOthersReachDemonstrationAccounts(String host) {
    assertThatCode(() -> check(transactions, host, false)).doesNotThrowAnyException();
    demonstration.create(PLACES);
    assertThatThrownBy(() -> check(transactions, host, false))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("演示账号")
        .hasMessageContaining(host);
    assertThatCode(() -> check(transactions, host, true)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "::1"})
  void start_isAllowed_onLoopback(String host) {
    demonstration.create(PLACES);
    assertThatCode(() -> check(transactions, host, false)).doesNotThrowAnyException();
  }

  @Test
  void demonstration_hasOneAccountForEachRole_once() {
    demonstration.create(PLACES);
    demonstration.create(PLACES);
    assertThat(reading.accounts("", 100).items())
        .hasSize(11)
        .allSatisfy(one -> assertThat(one.posts()).hasSize(1))
        .allSatisfy(one -> assertThat(one.demonstration()).isTrue());
    assertThat(new People().setUp().statusCode()).isEqualTo(409);
  }

  @Test
  void start_isRefused_withAnUnknownPasswordProfile() {
    assertThatThrownBy(() -> new PasswordRules("owasp"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("dengbao");
  }

  private void check(Transactions as, String host, boolean isAllowed) {
    new StartChecks(
            as, demonstration, settingUp, rules, new ListeningAddress(host), true, isAllowed)
        .check(null);
  }
}
