package org.liangpai.shared;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who acts. Until accounts exist it is one configured local operator. */
@ApplicationScoped
public class Actor {

  private final String operator;

  Actor(@ConfigProperty(name = "liangpai.operator", defaultValue = "本机操作员") String operator) {
    this.operator = operator;
  }

  /** The name that is recorded with an act of this request. */
  public String name() {
    return operator;
  }
}
