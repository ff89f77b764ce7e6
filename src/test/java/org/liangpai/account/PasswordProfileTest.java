package org.liangpai.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both profiles as tables: password, and a part of what is said of it; nothing if it is good. */
class PasswordProfileTest {

  private static final Instant CHANGED = Instant.parse("2026-01-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          Abcdef1,        至少8位，现在只有7位
          Kqzvwmx1,
          abcdefg1,       至少有三类
          ABCDEFG1,       至少有三类
          kqzvwm-1,
          abcdefgh,       至少有三类
          12345678,       至少有三类
          密码密码ab1,     至少8位
          甲乙丙丁戊己a1,
          Zhangsan-1,     不能含有账号名
          xzhangSAN9,     不能含有账号名
          """)
  void dengbao_asksForThreeKinds(String password, String fault) {
    check(PasswordProfile.DENGBAO, password, fault);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Password1",
        "P@ssw0rd",
        "Admin123",
        "Admin@123",
        "Passw0rd!",
        "1drowssaP",
        "Password@2026",
        "Aa123456",
        "Aa@123456",
        "Abc@1234",
        "Qwer1234",
        "1qaz@WSX",
        "!QAZ2wsx",
        "Qwerty123!",
        "Welcome1",
        "Root@1234",
        "Huawei@123",
        "Woaini1314",
        "Zhongguo1",
        "Dangjian2026",
        "Dengbao@2026",
        "Sysadmin@1",
        "Summer2026",
        "Aaaaaaa1",
        "Abc123!@#",
        "Ｐassword１",
        "Iloveyou1"
      })
  void dengbao_refusesCommonPasswords_alsoDressedUp(String password) {
    check(PasswordProfile.DENGBAO, password, "太常见");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Liangpai1",
        "Liangpai@123",
        "L1angpai!",
        "L!angp@i2026",
        "iapgnaiL1",
        "My-L1angpai-77",
        "Zh@ngsan2026",
        "Zhangs4n!",
        "naSgnahz1"
      })
  void dengbao_refusesTheNameOfAccountAndService_alsoDressedUp(String password) {
    check(PasswordProfile.DENGBAO, password, "不能含有账号名");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Only-4-trying",
        "Lent-4-a-while",
        "First-4-trying",
        "Lp-2026-good",
        "New-pass-2026",
        "Temp-2026-pass",
        "K8392047!",
        "Mvnk#8213",
        "梅花3月开-Ok"
      })
  void dengbao_takesWhatNobodyGuesses(String password) {
    check(PasswordProfile.DENGBAO, password, null);
  }

  @ParameterizedTest
  @CsvSource({"zhang.san,ZhangSan-26", "li_ming,L1ming-2026"})
  void dengbao_knowsTheNameWithoutItsSigns(String account, String password) {
    assertThat(PasswordProfile.DENGBAO.fault(password, account)).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          kqzvwmxrtpb,        至少12位，现在只有11位
          kqzvwmxrtpbg,
          password1234,       太常见
          passwordpassword,   太常见
          123456789012,       太常见
          qwertyuiop12,       太常见
          zhangsanzhangsan,   太常见
          correct horse battery staple,
          """)
  void asvs_asksForWhatNobodyGuesses(String password, String fault) {
    check(PasswordProfile.ASVS, password, fault);
  }

  @ParameterizedTest
  @CsvSource({"DENGBAO", "ASVS"})
  void length_isAtMost128(PasswordProfile profile) {
    String most = "aB3$xQ9-".repeat(16);
    assertThat(profile.fault(most + "x", "zhangsan")).hasValue("密码最多128位");
    assertThat(profile.fault(most, "zhangsan").filter(said -> said.contains("最多"))).isEmpty();
  }

  @Test
  void dengbao_expiresAfterNinetyDays() {
    Instant due = CHANGED.plus(Duration.ofDays(90));
    assertThat(PasswordProfile.DENGBAO.isExpired(CHANGED, due.minusSeconds(1))).isFalse();
    assertThat(PasswordProfile.DENGBAO.isExpired(CHANGED, due)).isTrue();
    assertThat(PasswordProfile.ASVS.isExpired(CHANGED, due.plus(Duration.ofDays(9_000)))).isFalse();
  }

  private static void check(PasswordProfile profile, String password, String fault) {
    if (fault == null) {
      assertThat(profile.fault(password, "zhangsan")).isEmpty();
    } else {
      assertThat(profile.fault(password, "zhangsan").orElse("")).contains(fault);
    }
  }
}
