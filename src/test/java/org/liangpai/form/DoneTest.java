package org.liangpai.form;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import jakarta.ws.rs.POST;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.liangpai.Code;
import org.liangpai.shared.Done;

/** Whatever a form does, the page says so afterwards. */
class DoneTest {

  /** Pages that say in words of their own what was done. */
  private static final Set<String> SAY_THEMSELVES =
      Set.of(
          "AccountPages",
          "AdministratorRequestPages",
          "AuditPages",
          "ChannelPages",
          "FindingPages",
          "ImportPages",
          "NoticeSettingsPages",
          "OwnAccountPages",
          "PostPages",
          "SecondFactorPages",
          "SetUpPages",
          "SignInPages");

  @Test
  void everyForm_saysWhatItDid() {
    methods()
        .that()
        .areAnnotatedWith(POST.class)
        .and()
        .areDeclaredInClassesThat()
        .resideInAPackage("org.liangpai.*.web..")
        .and(not(SAY_THEMSELVES))
        .should()
        .beAnnotatedWith(Done.class)
        .check(Code.ALL);
  }

  private static DescribedPredicate<JavaMember> not(Set<String> names) {
    return DescribedPredicate.describe(
        "of pages that do not say it themselves",
        method -> !names.contains(ownerOf(method).getSimpleName()));
  }

  private static JavaClass ownerOf(JavaMember method) {
    return method.getOwner();
  }
}
