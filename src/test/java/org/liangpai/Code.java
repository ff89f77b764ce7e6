package org.liangpai;

import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** The classes of the service, tests left out, and the parts that the architecture tells apart. */
public final class Code {

  static final String ROOT = "org.liangpai";

  public static final JavaClasses ALL =
      new ClassFileImporter().withImportOption(DO_NOT_INCLUDE_TESTS).importPackages(ROOT);

  /** The resources and pages of the features: they use, and are used by nobody. */
  static final DescribedPredicate<JavaClass> LEAF =
      JavaClass.Predicates.resideInAnyPackage(ROOT + ".*.api..", ROOT + ".*.web..")
          .as("resources or pages");

  private Code() {}

  /** The feature that a class belongs to; empty for the entry point. */
  public static String feature(JavaClass type) {
    String below = type.getPackageName().substring(ROOT.length());
    return below.isEmpty() ? "" : below.substring(1).split("\\.")[0];
  }
}
