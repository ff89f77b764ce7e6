package org.liangpai.accountability.web;

import jakarta.ws.rs.core.UriBuilder;
import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.accountability.CaseFilter;
import org.liangpai.accountability.CaseStatus;
import org.liangpai.shared.Parameters;

/** What the address of the list of cases asks for. */
public class CaseQuery {

  @RestQuery String unit;
  @RestQuery String status;
  @RestQuery String after;

  CaseFilter filter() {
    return new CaseFilter(
        Parameters.optionalText(unit), Parameters.optionalOf(CaseStatus.class, "status", status));
  }

  /** The address of the cases before an id. */
  String address(String from) {
    UriBuilder address = UriBuilder.fromPath("/accountability");
    add(address, "unit", unit());
    add(address, "status", status());
    add(address, "after", from);
    return address.build().toString();
  }

  private static void add(UriBuilder address, String name, String value) {
    if (!value.isEmpty()) {
      address.queryParam(name, "{value}").resolveTemplate("value", value);
    }
  }

  public String unit() {
    return Parameters.optionalText(unit).orElse("");
  }

  public String status() {
    return Parameters.optionalText(status).orElse("");
  }
}
