package org.liangpai.verification.web;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.shared.ListAddress;
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
  @RestQuery boolean mine;
  @RestQuery String overdue;
  @RestQuery String after;

  FindingFilter filter(LocalDate today) {
    return new FindingFilter(
        Parameters.optionalMonth("month", month),
        Parameters.optionalText(branch),
        Parameters.optionalText(unit),
        Parameters.optionalText(item),
        Parameters.optionalOf(Level.class, "level", level),
        ALL.equals(status())
            ? Optional.empty()
            : Parameters.optionalOf(FindingStatus.class, "status", status()),
        mine,
        overdue() ? Optional.of(today) : Optional.empty());
  }

  /** The address of the queue that shows the same. */
  URI address(String from) {
    return ListAddress.of("/findings")
        .with("month", month())
        .with("branch", branch())
        .with("unit", unit())
        .with("item", item())
        .with("level", level())
        .with("status", status())
        .with("mine", mine ? "true" : "")
        .with("overdue", overdue() ? "true" : "")
        .with("after", from)
        .uri();
  }

  public String month() {
    return Parameters.text(month);
  }

  public String branch() {
    return Parameters.text(branch);
  }

  public String unit() {
    return Parameters.text(unit);
  }

  public String item() {
    return Parameters.text(item);
  }

  public String level() {
    return Parameters.text(level);
  }

  public String status() {
    return status == null ? FindingStatus.PENDING.name() : status.strip();
  }

  public boolean mine() {
    return mine;
  }

  /** Whether only those are asked for that were to be verified before today. */
  public boolean overdue() {
    return "true".equals(overdue);
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
    return Parameters.text(after);
  }
}
