package org.liangpai.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which methods an address takes: told to whoever came with another one. */
@ApplicationScoped
class AllowedMethods {

  private static final Pattern PARAMETER =
      Pattern.compile("\\{\\s*[^:{}]+(:([^{}]|\\{[^{}]*})+)?}");

  private record Route(Pattern path, String method) {}

  private final List<Route> routes;

  AllowedMethods(BeanManager beans) {
    this.routes =
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
            .map(bean -> bean.getBeanClass())
            .filter(type -> type.isAnnotationPresent(Path.class))
            .distinct()
            .flatMap(AllowedMethods::routes)
            .toList();
  }

  private static Stream<Route> routes(Class<?> type) {
    String base = type.getAnnotation(Path.class).value();
    return Stream.of(type.getDeclaredMethods())
        .flatMap(
            method ->
                Stream.of(method.getAnnotations())
                    .map(Annotation::annotationType)
                    .filter(verb -> verb.isAnnotationPresent(HttpMethod.class))
                    .map(
                        verb ->
                            new Route(
                                pattern(base + "/" + path(method)),
                                verb.getAnnotation(HttpMethod.class).value())));
  }

  private static String path(Method method) {
    return method.isAnnotationPresent(Path.class) ? method.getAnnotation(Path.class).value() : "";
  }

  /** A parameter takes anything but a slash; that is near enough for a list of methods. */
  private static Pattern pattern(String template) {
    String normal = ("/" + template).replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
    Matcher parameter = PARAMETER.matcher(normal);
    StringBuilder pattern = new StringBuilder();
    int end = 0;
    while (parameter.find()) {
      pattern.append(Pattern.quote(normal.substring(end, parameter.start()))).append("[^/]+");
      end = parameter.end();
    }
    return Pattern.compile(pattern.append(Pattern.quote(normal.substring(end))) + "/?");
  }

  /** The methods as the header {@code Allow} lists them. */
  String of(String path) {
    Set<String> methods =
        routes.stream()
            .filter(route -> route.path().matcher(path).matches())
            .map(Route::method)
            .collect(Collectors.toCollection(TreeSet::new));
    if (methods.contains(HttpMethod.GET)) {
      methods.add(HttpMethod.HEAD);
    }
    methods.add(HttpMethod.OPTIONS);
    return String.join(", ", methods);
  }
}
