package org.liangpai.audit;

import java.util.Map;

/**
 * One row to be: what was done, on what, what it was before and after, and why. Who did it and from
 * where is known from the viewer.
 *
 * @param object the key of the object, such as the number of a card or {@code B1 2026-10}
 * @param before what changed, as it was; empty if there was nothing
 * @param after what changed, as it is; empty if there is nothing
 * @param reason why, in the words of the person, or {@code null}
 */
public record Entry(
    Act act,
    ObjectKind kind,
    String object,
    Map<String, ?> before,
    Map<String, ?> after,
    String reason) {

  public static Entry of(Act act, ObjectKind kind, Object object) {
    return new Entry(act, kind, String.valueOf(object), Map.of(), Map.of(), null);
  }

  /** The same with what changed. */
  public Entry changed(Map<String, ?> from, Map<String, ?> to) {
    return new Entry(act, kind, object, from, to, reason);
  }

  /** The same with what it is now. */
  public Entry now(Map<String, ?> to) {
    return changed(before, to);
  }

  /** The same with a reason. */
  public Entry because(String why) {
    return new Entry(act, kind, object, before, after, why);
  }
}
