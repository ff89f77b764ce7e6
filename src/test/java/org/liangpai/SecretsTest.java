package org.liangpai;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What ends up in a log is what {@code toString} tells: it tells no secret. */
class SecretsTest {

  private static final String SECRET = "geheim";
  private static final List<String> FEATURES = List.of("account", "database", "keys", "notice");
  private static final Pattern NAMES =
      Pattern.compile("(?i).*(password|token|secret|hash|present)");

  static Stream<Class<?>> records() {
    return Code.ALL.stream()
        .filter(type -> FEATURES.contains(Code.feature(type)))
        .filter(JavaClass::isRecord)
        .map(JavaClass::reflect)
        .filter(type -> Arrays.stream(type.getRecordComponents()).anyMatch(SecretsTest::isSecret));
  }

  @ParameterizedTest
  @MethodSource("records")
  void toString_tellsNoSecret(Class<?> type) {
    assertThat(filled(type).toString()).doesNotContain(SECRET);
  }

  private static boolean isSecret(RecordComponent component) {
    return component.getType() == String.class && NAMES.matcher(component.getName()).matches();
  }

  private static Object filled(Class<?> type) {
    try {
      RecordComponent[] components = type.getRecordComponents();
      Constructor<?> constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      return constructor.newInstance(Arrays.stream(components).map(SecretsTest::value).toArray());
    } catch (ReflectiveOperationException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static Object value(RecordComponent component) {
    Class<?> type = component.getType();
    if (type == String.class) {
      return isSecret(component) ? SECRET : "x";
    }
    if (type.isRecord()) {
      return filled(type);
    }
    if (type == boolean.class) {
      return false;
    }
    if (type == Optional.class) {
      return Optional.empty();
    }
    if (type == List.class) {
      return List.of();
    }
    return type == int.class ? (Object) 0 : type == long.class ? (Object) 0L : null;
  }
}
