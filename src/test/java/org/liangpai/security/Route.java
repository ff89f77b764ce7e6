package org.liangpai.security;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.Predefined;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A method and the form of an address, such as {@code GET /api/branches/{branchCode}}. */
record Route(String method, String path) implements Comparable<Route> {

  private static final List<Class<? extends Annotation>> METHODS =
      List.of(GET.class, POST.class, PUT.class, DELETE.class, PATCH.class);

  static Route parse(String text) {
    String[] words = text.split(" ");
    return new Route(words[0], words[1]);
  }

  /** Every route that a class of the service declares: none can be forgotten. */
  static Set<Route> declared() {
    JavaClasses all =
        new ClassFileImporter()
            .withImportOption(Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.liangpai");
    Set<Route> routes = new TreeSet<>();
    for (JavaClass type : all) {
      if (type.isAnnotatedWith(Path.class)) {
        type.getMethods().forEach(method -> addTo(routes, type, method));
      }
    }
    return routes;
  }

  private static void addTo(Set<Route> routes, JavaClass type, JavaMethod method) {
    String below =
        method.isAnnotatedWith(Path.class) ? method.getAnnotationOfType(Path.class).value() : "";
    String path =
        ("/" + type.getAnnotationOfType(Path.class).value() + "/" + below).replaceAll("/+", "/");
    for (Class<? extends Annotation> one : METHODS) {
      if (method.isAnnotatedWith(one)) {
        routes.add(
            new Route(one.getSimpleName(), path.length() > 1 ? path.replaceAll("/$", "") : path));
      }
    }
  }

  /** Answered to people by a page, not to programs. */
  boolean isPage() {
    return !path.startsWith("/api/");
  }

  @Override
  public int compareTo(Route other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
