package org.liangpai.supervision.web;

import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
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
    UriBuilder address = UriBuilder.fromPath("/supervision/branches");
    add(address, "unit", unit());
    add(address, "account", account());
    add(address, "gap", gap());
    add(address, "after", from);
    return address.build().toString();
  }

  private static void add(UriBuilder address, String name, String value) {
    if (!value.isEmpty()) {
      address.queryParam(name, "{value}").resolveTemplate("value", value);
    }
  }

  public String unit() {
    return text(unit);
  }

  public String account() {
    return text(account);
  }

  public String gap() {
    return text(gap);
  }

  /** What may be missing. */
  public List<SupervisionFilter.Gap> gaps() {
    return List.of(SupervisionFilter.Gap.values());
  }

  String after() {
    return text(after);
  }

  private static String text(String value) {
    return Parameters.optionalText(value).orElse("");
  }
}
