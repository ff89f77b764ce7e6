package org.liangpai.shared;

import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;

/** The address of a list with what it is narrowed to: a link that shows the same, or goes on. */
public final class ListAddress {

  private final UriBuilder address;

  private ListAddress(String path) {
    this.address = UriBuilder.fromPath(path);
  }

  public static ListAddress of(String path) {
    return new ListAddress(path);
  }

  /** The same with a parameter; one that is empty is left out. */
  public ListAddress with(String name, String value) {
    if (!value.isEmpty()) {
      address.queryParam(name, "{value}").resolveTemplate("value", value);
    }
    return this;
  }

  public URI uri() {
    return address.build();
  }

  @Override
  public String toString() {
    return uri().toString();
  }
}
