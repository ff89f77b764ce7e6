package org.liangpai;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The table is the architecture: a feature may use itself, libraries, and what stands in its row.
 */
class FeatureDependenciesTest {

  /** Feature; what it uses; what its resources and pages use besides. */
  private static final String TABLE =
      """
      dictionary     |                                                                        |
      warninglist    |                                                                        |
      evaluation     | dictionary warninglist                                                 |
      database       |                                                                        |
      shared         |                                                                        |
      security       | shared                                                                 |
      keys           | shared security                                                        |
      audit          | shared security keys                                                   |
      form           | shared security                                                        |
      account        | shared security keys audit notice                                      | branch verification card form
      calendar       |                                                                        |
      branch         | shared security dictionary                                             | audit
      catalogue      | warninglist evaluation dictionary branch                               | shared security
      monthlyrecord  | shared security audit dictionary branch                                |
      intake         | shared security audit notice dictionary branch                         | monthlyrecord
      sweep          | shared security audit dictionary warninglist evaluation catalogue calendar |
      notice         | shared security keys audit                                             |
      verification   | shared security audit notice warninglist calendar sweep                       | branch
      card           | shared security audit notice warninglist evaluation catalogue calendar sweep verification | branch
      rectification  | shared security audit notice warninglist catalogue calendar sweep card | branch
      supervision    | shared security audit notice warninglist catalogue                     | branch card
      concession     | shared security audit notice warninglist catalogue calendar card       | branch
      accountability | shared security audit notice warninglist catalogue                     | branch
      escalation     | shared security audit notice warninglist catalogue calendar card accountability | branch
      demonstration  | shared security audit notice warninglist catalogue sweep               | branch
      pairing        | shared security audit notice warninglist catalogue sweep card          | branch
      branchclass    | shared security audit warninglist catalogue sweep                      | branch
      development    | shared security warninglist catalogue sweep                            | branch
      crosscheck     | shared security audit notice warninglist catalogue sweep evidence      | branch
      oversight      | shared security warninglist catalogue calendar                         | branch
      help           | shared security audit notice warninglist catalogue calendar card       | branch
      evidence       | shared security audit monthlyrecord card                               |
      sample         | shared security account dictionary warninglist evaluation catalogue calendar branch intake sweep verification card rectification concession help accountability escalation supervision crosscheck demonstration pairing branchclass |
      overview       | shared security audit dictionary warninglist evaluation catalogue branch sweep verification card |
      """;

  /**
   * The entry point starts the database, verifies the trail, changes keys, lets an administrator in
   * again and may write to the terminal.
   */
  private static final Set<String> USED_BY_THE_ENTRY_POINT =
      Set.of("account", "audit", "database", "keys", "shared");

  private static final List<Row> ROWS = TABLE.lines().map(Row::parse).toList();

  /** What a feature may use, and what its leaves may use besides. */
  record Row(String feature, List<String> uses, List<String> leavesUse) {

    private static Row parse(String line) {
      String[] cells = line.split("\\|", -1);
      return new Row(cells[0].strip(), words(cells[1]), words(cells[2]));
    }

    private static List<String> words(String cell) {
      return Arrays.stream(cell.strip().split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    @Override
    public String toString() {
      return feature + " -> " + uses;
    }
  }

  static Stream<Row> rows() {
    return ROWS.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void feature_usesOnlyWhatStandsInItsRow(Row row) {
    classes()
        .that(belongTo(row).and(DescribedPredicate.not(Code.LEAF)))
        .should()
        .onlyDependOnClassesThat(foreign().or(in(row, row.uses())))
        .allowEmptyShould(true)
        .check(Code.ALL);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void resourcesAndPages_useOnlyWhatStandsInTheRow(Row row) {
    List<String> used = Stream.concat(row.uses().stream(), row.leavesUse().stream()).toList();
    classes()
        .that(belongTo(row).and(Code.LEAF))
        .should()
        .onlyDependOnClassesThat(foreign().or(in(row, used)))
        .allowEmptyShould(true)
        .check(Code.ALL);
  }

  @Test
  void entryPoint_usesOnlyTheDatabaseAndWhatIsShared() {
    classes()
        .that()
        .resideInAPackage(Code.ROOT)
        .should()
        .onlyDependOnClassesThat(
            foreign()
                .or(resideInAnyPackage(Code.ROOT))
                .or(resideInAnyPackage(packages(USED_BY_THE_ENTRY_POINT.stream()))))
        .check(Code.ALL);
  }

  @Test
  void table_hasARowForEveryPackageAndNoOther() {
    Set<String> features =
        Code.ALL.stream()
            .map(Code::feature)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(names()).containsExactlyInAnyOrderElementsOf(features);
  }

  @Test
  void table_namesOnlyItsOwnFeatures() {
    assertThat(
            ROWS.stream()
                .flatMap(row -> Stream.concat(row.uses().stream(), row.leavesUse().stream())))
        .isSubsetOf(names());
  }

  private static List<String> names() {
    return ROWS.stream().map(Row::feature).toList();
  }

  private static DescribedPredicate<JavaClass> belongTo(Row row) {
    return resideInAnyPackage(packages(Stream.of(row.feature())));
  }

  private static DescribedPredicate<JavaClass> foreign() {
    return resideOutsideOfPackage(Code.ROOT + "..");
  }

  private static DescribedPredicate<JavaClass> in(Row row, List<String> used) {
    return resideInAnyPackage(packages(Stream.concat(Stream.of(row.feature()), used.stream())));
  }

  private static String[] packages(Stream<String> features) {
    return features.map(name -> Code.ROOT + "." + name + "..").toArray(String[]::new);
  }
}
