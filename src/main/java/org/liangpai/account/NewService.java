package org.liangpai.account;

import java.util.List;
import org.liangpai.security.Role;

/** What a service is set up with: its root and its three administrators. */
public record NewService(
    String token, String unitCode, String unitName, List<Administrator> administrators) {

  /** One of the three. */
  public record Administrator(Role role, String name, String password) {

    @Override
    public String toString() {
      return role + " " + name;
    }
  }

  @Override
  public String toString() {
    return "set-up of " + unitCode;
  }
}
