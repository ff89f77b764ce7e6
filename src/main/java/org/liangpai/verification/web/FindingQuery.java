package org.liangpai.verification.web;

import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.shared.Parameters;
import org.liangpai.verification.FindingFilter;
import org.liangpai.verification.FindingStatus;
import org.liangpai.warninglist.Level;

/** What the address of the queue asks for; without a status, for what is to be verified. */
public class FindingQuery {

  static final String ALL = "ALL";

  @RestQuery String month;
  @RestQuery String branch;
  @RestQuery String unit;
  @RestQuery String item;
  @RestQuery String level;
  @RestQuery String status;
  @RestQuery String after;

  FindingFilter filter() {
    return new FindingFilter(
        Parameters.optionalMonth("month", month),
        Parameters.optionalText(branch),
        Parameters.optionalText(unit),
        Parameters.optionalText(item),
        Parameters.optionalOf(Level.class, "level", level),
        ALL.equals(status())
            ? Optional.empty()
            : Parameters.optionalOf(FindingStatus.class, "status", status()));
  }

  /** The address of the queue that shows the same. */
  URI address(String from) {
    UriBuilder address = UriBuilder.fromPath("/findings");
    add(address, "month", month());
    add(address, "branch", branch());
    add(address, "unit", unit());
    add(address, "item", item());
    add(address, "level", level());
    add(address, "status", status());
    add(address, "after", from);
    return address.build();
  }

  private static void add(UriBuilder address, String name, String value) {
    if (!value.isEmpty()) {
      address.queryParam(name, "{value}").resolveTemplate("value", value);
    }
  }

  public String month() {
    return text(month);
  }

  public String branch() {
    return text(branch);
  }

  public String unit() {
    return text(unit);
  }

  public String item() {
    return text(item);
  }

  public String level() {
    return text(level);
  }

  public String status() {
    return status == null ? FindingStatus.PENDING.name() : status.strip();
  }

  /** What may be asked for as status, besides all. */
  public List<FindingStatus> statuses() {
    return List.of(FindingStatus.values());
  }

  /** The same as the part of an address after the question mark, for the forms of the queue. */
  public String search() {
    String query = address(after()).getRawQuery();
    return query == null ? "" : "?" + query;
  }

  public String after() {
    return text(after);
  }

  private static String text(String value) {
    return Parameters.optionalText(value).orElse("");
  }
}
