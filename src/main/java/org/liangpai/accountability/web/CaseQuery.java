package org.liangpai.accountability.web;

import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.accountability.CaseFilter;
import org.liangpai.accountability.CaseStatus;
import org.liangpai.shared.ListAddress;
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
    return ListAddress.of("/accountability")
        .with("unit", unit())
        .with("status", status())
        .with("after", from)
        .toString();
  }

  public String unit() {
    return Parameters.text(unit);
  }

  public String status() {
    return Parameters.text(status);
  }
}
