package org.liangpai.shared;

import java.util.Optional;
import java.util.stream.Stream;

/** Whether the parser of forms gave up, which says so by many kinds of exceptions. */
final class UnreadableForm {

  private static final String PARSER = "org.jboss.resteasy.reactive.server.core.multipart.";

  /** A disk that is full is no fault of the form. */
  private static final String FILES = "sun.nio.";

  private UnreadableForm() {}

  static boolean isBehind(Throwable fault) {
    return fault != null && (isOfParser(fault) || isBehind(fault.getCause()));
  }

  private static boolean isOfParser(Throwable fault) {
    Optional<String> place =
        Stream.of(fault.getStackTrace())
            .map(StackTraceElement::getClassName)
            .filter(name -> name.startsWith(FILES) || !name.startsWith("java."))
            .findFirst();
    return place.isPresent() && place.get().startsWith(PARSER);
  }
}
