package org.liangpai.evaluation;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with one thing: any fault is enough, and those that are there are told by name. */
public final class Faults {

  private final String name;
  private final List<String> there;
  private final Condition any;

  private Faults(String name, List<String> there, Condition any) {
    this.name = name;
    this.there = there;
    this.any = any;
  }

  /** No fault yet, those to come being told under a name. */
  static Faults under(String name) {
    return new Faults(name, List.of(), Condition.of(false, Readings.NONE));
  }

  /**
   * One more that may be there.
   *
   * @param fault its Chinese name, such as 没有主题
   */
  public Faults with(String fault, Condition condition) {
    List<String> more = new ArrayList<>(there);
    if (condition.truth() == Truth.TRUE) {
      more.add(fault);
    }
    return new Faults(name, more, any.or(condition));
  }

  /** At least one is there. */
  public Condition any() {
    return any.told(name, there);
  }
}
