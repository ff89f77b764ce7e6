package org.liangpai.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What failed beside the start of this process, told on every page until the next start. */
@Named
@ApplicationScoped
public class StartFaults {

  private final List<String> told = new CopyOnWriteArrayList<>();

  /** Tells of a fault in a sentence that says what to do. */
  public void tell(String fault) {
    told.add(fault);
  }

  /** What was told. */
  public List<String> getTold() {
    return List.copyOf(told);
  }
}
