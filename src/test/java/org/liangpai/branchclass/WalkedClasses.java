package org.liangpai.branchclass;

import jakarta.inject.Singleton;
import java.util.Map;
import org.liangpai.security.WalkedFeature;

/** What the walk over all routes asks of classes. */
@Singleton
class WalkedClasses implements WalkedFeature {

  @Override
  public Map<String, String> bodies() {
    return Map.of(
        "POST /api/classes", "{\"quarter\":\"2026-Q3\"}", "POST /classes", "quarter=2026-Q3");
  }

  @Override
  public Map<String, Walked> objects() {
    return Map.of();
  }
}
