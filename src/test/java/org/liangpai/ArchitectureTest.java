package org.liangpai;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.RequestPath;
import org.liangpai.shared.SimulatedTime;

/** What holds in every feature; which feature may use which is told by the other test. */
class ArchitectureTest {

  @ParameterizedTest
  @CsvSource({"org.liangpai.(*)..", "org.liangpai.intake.(*).."})
  void packages_formNoCycles(String slices) {
    slices().matching(slices).should().beFreeOfCycles().check(Code.ALL);
  }

  @Test
  void evaluation_knowsNoDatabaseNoClockAndNoFramework() {
    classes()
        .that()
        .resideInAPackage("org.liangpai.evaluation..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "org.liangpai.evaluation..",
                "org.liangpai.warninglist..",
                "org.liangpai.dictionary..",
                "org.kie.api..",
                "java.."))
        .check(Code.ALL);
    noClasses()
        .that()
        .resideInAPackage("org.liangpai.evaluation..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.sql..")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .check(Code.ALL);
  }

  @Test
  void dictionary_knowsOnlyJava() {
    classes()
        .that()
        .resideInAPackage("org.liangpai.dictionary")
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage("org.liangpai.dictionary", "java.."))
        .check(Code.ALL);
  }

  @Test
  void warningList_knowsOnlyYaml() {
    classes()
        .that()
        .resideInAPackage("org.liangpai.warninglist..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("org.liangpai.warninglist..", "org.yaml.snakeyaml..", "java.."))
        .check(Code.ALL);
  }

  @ParameterizedTest(name = "{0} only in {1}")
  @CsvSource(
      textBlock =
          """
          rules,               org.liangpai.evaluation..,  org.drools..      org.kie..
          YAML,                org.liangpai.warninglist.., org.yaml..
          pages,               org.liangpai.*.web..,       io.quarkus.qute..
          workbooks,           org.liangpai.intake..,      org.dhatim.. com.fasterxml.aalto.. org.codehaus.stax2..
          published holidays,  org.liangpai.calendar..,    com.tyme..
          encryption,          org.liangpai.keys..,        org.bouncycastle..
          passwords and codes, org.liangpai.account..,     com.password4j.. com.nulabinc.. com.eatthepath..
          short memory,        org.liangpai.[account|form].., com.github.benmanes..
          written pages,       org.liangpai.form..,     org.jsoup..
          identity provider,   org.liangpai.account..,     io.quarkus.oidc..
          mail,                org.liangpai.notice..,      io.quarkus.mailer..
          calendars,           org.liangpai.notice..,      biweekly..
          the embedded server, org.liangpai.database..,    io.zonky..
          sharing out,         org.liangpai.supervision.balancing.., ai.timefold..
          evidence files,      org.liangpai.evidence..,    org.apache.poi.. software.amazon..
          QR codes,            org.liangpai.account.web..,  io.nayuki..
          assignment of pairs, org.liangpai.pairing..,      org.jgrapht..
          """)
  void library_isUsedInItsOwnFeatureOnly(String what, String feature, String packages) {
    noClasses()
        .that()
        .resideOutsideOfPackage(feature)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages.split("\\s+"))
        .check(Code.ALL);
  }

  @Test
  void http_isSpokenByResourcesAndPagesOnly() {
    noClasses()
        .that(not(Code.LEAF).and(not(resideInAPackage("org.liangpai.shared.."))))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy..", "io.vertx..")
        .check(Code.ALL);
  }

  @Test
  void paths_areDecidedOnAsRoutesAreFoundByThem() {
    noClasses()
        .that(not(belongToAnyOf(RequestPath.class)))
        .should()
        .callMethod(RoutingContext.class, "normalizedPath")
        .orShould()
        .callMethod(HttpServerRequest.class, "path")
        .orShould()
        .callMethod(HttpServerRequest.class, "uri")
        .check(Code.ALL);
  }

  @Test
  void resourcesAndPages_areUsedByNobody() {
    noClasses().that(not(Code.LEAF)).should().dependOnClassesThat(Code.LEAF).check(Code.ALL);
  }

  @Test
  void resourcesAndPages_doNotKnowOneAnother() {
    slices()
        .matching("org.liangpai.(*).(api|web)..")
        .should()
        .notDependOnEachOther()
        .check(Code.ALL);
  }

  @Test
  void resourcesAndPages_takeAndGiveNoEntities() {
    noMethods()
        .that()
        .areDeclaredInClassesThat(Code.LEAF)
        .should()
        .haveRawReturnType(entity())
        .orShould(haveAParameter(entity()))
        .allowEmptyShould(true)
        .check(Code.ALL);
  }

  @Test
  void entities_hideTheirFields() {
    fields()
        .that()
        .areDeclaredInClassesThat(entity())
        .and()
        .areNotStatic()
        .should()
        .bePrivate()
        .check(Code.ALL);
  }

  @Test
  void entities_areMadeWithTheirValues() {
    constructors()
        .that()
        .areDeclaredInClassesThat(entity())
        .and()
        .haveRawParameterTypes(new Class<?>[0])
        .should()
        .notBePublic()
        .check(Code.ALL);
  }

  @Test
  void methods_setNothing() {
    noMethods().that().arePublic().should().haveNameMatching("set[A-Z].*").check(Code.ALL);
  }

  @Test
  void time_isReadFromAClock() {
    noClasses()
        .should()
        .callMethodWhere(target(nowWithoutClock()))
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callConstructor(java.util.Date.class)
        .check(Code.ALL);
  }

  @Test
  void clock_isMadeInOnePlace() {
    noClasses()
        .that(not(belongToAnyOf(ClockProducer.class)))
        .should()
        .callMethodWhere(target(systemClock()))
        .check(Code.ALL);
  }

  @Test
  void anotherTime_isToldByTheSampleOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.liangpai.sample..", "org.liangpai.shared")
        .should()
        .callMethod(SimulatedTime.class, "at", Instant.class, Runnable.class)
        .check(Code.ALL);
  }

  @Test
  void names_sayWhatAThingIs() {
    noClasses()
        .should()
        .haveNameMatching(".*(Utils?|Helper|Manager|Impl|Dto|DTO|Info|Data)($|\\$.*)")
        .orShould()
        .resideInAnyPackage("..util..", "..utils..", "..helper..", "..impl..", "..dto..")
        .check(Code.ALL);
  }

  private static DescribedPredicate<JavaClass> entity() {
    return DescribedPredicate.describe("entities", type -> type.isAnnotatedWith(Entity.class));
  }

  private static DescribedPredicate<CodeUnitCallTarget> nowWithoutClock() {
    return DescribedPredicate.describe(
        "now without a clock",
        method ->
            method.getName().equals("now")
                && method.getOwner().getPackageName().startsWith("java.time")
                && method.getRawParameterTypes().stream()
                    .noneMatch(one -> one.isEquivalentTo(Clock.class)));
  }

  private static DescribedPredicate<CodeUnitCallTarget> systemClock() {
    return DescribedPredicate.describe(
        "a clock of the system",
        method ->
            method.getOwner().isEquivalentTo(Clock.class) && method.getName().startsWith("system"));
  }

  private static ArchCondition<JavaMethod> haveAParameter(DescribedPredicate<JavaClass> type) {
    return new ArchCondition<>("have a parameter of " + type.getDescription()) {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean has = method.getRawParameterTypes().stream().anyMatch(type);
        events.add(new SimpleConditionEvent(method, has, method.getDescription()));
      }
    };
  }
}
