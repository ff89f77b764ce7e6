package org.liangpai.shared.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.liangpai.shared.Problem;

/**
 * Refuses what was meant for another host, once the public address of the service is known: no
 * answer then sends anybody on to a host that a request made up.
 */
@ApplicationScoped
class OwnHosts {

  /** With what else is refused for its address. */
  private static final int EARLY = 18_000;

  private static final int MISDIRECTED = 421;

  /** Of the machine itself: nobody is led astray by them, and probes and proxies use them. */
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

  private final Optional<Set<String>> hosts;

  OwnHosts(
      @ConfigProperty(name = "liangpai.notice.address") Optional<URI> address,
      @ConfigProperty(name = "liangpai.other-hosts") Optional<List<String>> others) {
    this.hosts = address.map(URI::getHost).map(host -> known(host, others.orElse(List.of())));
  }

  private static Set<String> known(String host, List<String> others) {
    Set<String> known = new HashSet<>(LOOPBACK);
    known.add(lower(host));
    others.forEach(other -> known.add(lower(other.strip())));
    return known;
  }

  void register(@Observes Filters filters) {
    filters.register(this::pass, EARLY);
  }

  void pass(RoutingContext routing) {
    if (hosts.isEmpty() || isOwn(routing.request().authority(), hosts.get())) {
      routing.next();
    } else {
      BareAnswer.give(
          routing, Problem.of(MISDIRECTED, "other-host", "地址不对", "请从本系统公布的网址进入，不要使用别的主机名"));
    }
  }

  private static boolean isOwn(HostAndPort asked, Set<String> hosts) {
    return asked != null && asked.host() != null && hosts.contains(lower(asked.host()));
  }

  private static String lower(String host) {
    return host.toLowerCase(Locale.ROOT);
  }
}
