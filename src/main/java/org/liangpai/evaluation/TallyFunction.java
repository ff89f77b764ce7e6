package org.liangpai.evaluation;

import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.io.Serializable;
import org.kie.api.runtime.rule.AccumulateFunction;

/** The accumulate function {@code tally( condition )} of the rules: see {@link Tally}. */
public class TallyFunction implements AccumulateFunction<TallyFunction.Running> {

  private static final long serialVersionUID = 1L;

  /** The tally so far. */
  public static final class Running implements Serializable {
    private static final long serialVersionUID = 1L;
    private transient Tally tally = Tally.EMPTY;
  }

  @Override
  public Running createContext() {
    return new Running();
  }

  @Override
  public void init(Running running) {
    running.tally = Tally.EMPTY;
  }

  @Override
  public void accumulate(Running running, Object condition) {
    running.tally = running.tally.plus((Condition) condition);
  }

  @Override
  public void reverse(Running running, Object condition) {
    throw new UnsupportedOperationException("A tally is taken anew");
  }

  @Override
  public boolean supportsReverse() {
    return false;
  }

  @Override
  public Object getResult(Running running) {
    return running.tally;
  }

  @Override
  public Class<?> getResultType() {
    return Tally.class;
  }

  @Override
  public void writeExternal(ObjectOutput out) {}

  @Override
  public void readExternal(ObjectInput in) {}
}
