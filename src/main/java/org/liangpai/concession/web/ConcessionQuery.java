package org.liangpai.concession.web;

import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.concession.ConcessionFilter;
import org.liangpai.concession.ConcessionKind;
import org.liangpai.concession.ConcessionStatus;
import org.liangpai.shared.ListAddress;
import org.liangpai.shared.Parameters;

/** What the address of the list of requests asks for. */
public class ConcessionQuery {

  @RestQuery String unit;
  @RestQuery String kind;
  @RestQuery String status;
  @RestQuery String mine;
  @RestQuery String after;

  ConcessionFilter filter() {
    return new ConcessionFilter(
        Parameters.optionalText(unit),
        Optional.empty(),
        Parameters.optionalOf(ConcessionKind.class, "kind", kind),
        Parameters.optionalOf(ConcessionStatus.class, "status", status),
        mine());
  }

  /** The address of the requests before an id. */
  String address(String from) {
    return ListAddress.of("/concessions")
        .with("unit", unit())
        .with("kind", kind())
        .with("status", status())
        .with("mine", mine() ? "true" : "")
        .with("after", from)
        .toString();
  }

  public String unit() {
    return Parameters.text(unit);
  }

  public String kind() {
    return Parameters.text(kind);
  }

  public String status() {
    return Parameters.text(status);
  }

  /** Only what waits for the viewer. */
  public boolean mine() {
    return "true".equals(mine);
  }

  public String after() {
    return Parameters.text(after);
  }
}
