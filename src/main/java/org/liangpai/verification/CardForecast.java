package org.liangpai.verification;

import java.util.Collection;
import java.util.Map;

/** Tells which card would come of a finding if it were confirmed now, before anybody does so. */
public interface CardForecast {

  /** One sentence for each of the findings that the viewer sees, by their ids. */
  Map<Long, String> of(Collection<Long> findings);
}
