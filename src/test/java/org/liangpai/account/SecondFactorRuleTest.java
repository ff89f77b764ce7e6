package org.liangpai.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liangpai.security.HeldPost;
import org.liangpai.security.Role;
import org.liangpai.security.Scope;

class SecondFactorRuleTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # role,         everybody, external, wanted
          SYSTEM,         false,     false,    true
          SYSTEM,         true,      true,     true
          COUNTY_OFFICER, false,     false,    false
          COUNTY_OFFICER, true,      false,    true
          COUNTY_OFFICER, true,      true,     false
          """)
  void factor_isWanted_ofAdministrators_andOfOthersWhereTheCityWantsIt(
      Role role, boolean everybody, boolean external, boolean wanted) {
    List<HeldPost> posts = List.of(new HeldPost(role, null, Scope.NONE));

    assertThat(new SecondFactorRule(everybody).isWanted(posts, external)).isEqualTo(wanted);
  }

  @ParameterizedTest
  @CsvSource({"false, false", "true, true"})
  void factor_isWanted_withoutAPost_whereTheCityWantsIt(boolean everybody, boolean wanted) {
    assertThat(new SecondFactorRule(everybody).isWanted(List.of(), false)).isEqualTo(wanted);
  }
}
