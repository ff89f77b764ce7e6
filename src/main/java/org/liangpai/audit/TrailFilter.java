package org.liangpai.audit;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.liangpai.shared.Parameters;

/**
 * Which rows of the trail are looked for; what is empty does not narrow.
 *
 * @param object a key, or the beginning of one
 * @param from the first day
 * @param to the last day
 */
public record TrailFilter(
    Optional<String> account,
    Optional<String> object,
    Optional<ObjectKind> kind,
    Optional<Act> act,
    Optional<LocalDate> from,
    Optional<LocalDate> to) {

  /** From the parameters of a request. */
  public static TrailFilter of(
      String account, String object, String kind, String act, String from, String to) {
    return new TrailFilter(
        Parameters.optionalText(account),
        Parameters.optionalText(object),
        Parameters.optionalOf(ObjectKind.class, "kind", kind),
        Parameters.optionalOf(Act.class, "act", act),
        Parameters.optionalDay("from", from),
        Parameters.optionalDay("to", to));
  }

  /** What narrows, as it is written down when somebody reads the trail. */
  Map<String, String> told() {
    Map<String, String> told = new LinkedHashMap<>();
    account.ifPresent(value -> told.put("account", value));
    object.ifPresent(value -> told.put("object", value));
    kind.ifPresent(value -> told.put("kind", value.name()));
    act.ifPresent(value -> told.put("act", value.name()));
    from.ifPresent(value -> told.put("from", value.toString()));
    to.ifPresent(value -> told.put("to", value.toString()));
    return told;
  }
}
