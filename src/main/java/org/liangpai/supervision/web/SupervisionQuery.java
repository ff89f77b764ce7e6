package org.liangpai.supervision.web;

import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.shared.ListAddress;
import org.liangpai.shared.Parameters;
import org.liangpai.supervision.SupervisionFilter;

/** What the address of the branches asks for. */
public class SupervisionQuery {

  @RestQuery String unit;
  @RestQuery String account;
  @RestQuery String gap;
  @RestQuery String after;

  SupervisionFilter filter() {
    return new SupervisionFilter(
        Parameters.optionalText(unit),
        Optional.empty(),
        Parameters.optionalText(account),
        Optional.empty(),
        Parameters.optionalOf(SupervisionFilter.Gap.class, "gap", gap));
  }

  /** The address of the branches after a key. */
  String address(String from) {
    return ListAddress.of("/supervision/branches")
        .with("unit", unit())
        .with("account", account())
        .with("gap", gap())
        .with("after", from)
        .toString();
  }

  public String unit() {
    return Parameters.text(unit);
  }

  public String account() {
    return Parameters.text(account);
  }

  public String gap() {
    return Parameters.text(gap);
  }

  /** What may be missing. */
  public List<SupervisionFilter.Gap> gaps() {
    return List.of(SupervisionFilter.Gap.values());
  }

  String after() {
    return Parameters.text(after);
  }
}
