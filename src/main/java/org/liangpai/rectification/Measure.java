package org.liangpai.rectification;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;

/** One step of a plan: what, who, by when, and when it was done. */
@Embeddable
class Measure {

  private String what;
  private String responsible;
  private LocalDate dueOn;
  private LocalDate doneOn;
  private Instant doneAt;
  private String doneBy;

  protected Measure() {} // Hibernate

  Measure(NewMeasure wanted) {
    this.what = wanted.what();
    this.responsible = wanted.responsible();
    this.dueOn = wanted.dueOn();
  }

  /** The same step as one that is wanted. */
  boolean is(NewMeasure wanted) {
    return what.equals(wanted.what())
        && responsible.equals(wanted.responsible())
        && dueOn.equals(wanted.dueOn());
  }

  boolean isDone() {
    return doneOn != null;
  }

  void complete(LocalDate on, String by, Instant at) {
    this.doneOn = on;
    this.doneBy = by;
    this.doneAt = at;
  }
}
