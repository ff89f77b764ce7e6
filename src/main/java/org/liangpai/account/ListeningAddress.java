package org.liangpai.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the service can be reached. */
@ApplicationScoped
class ListeningAddress {

  private final String host;

  ListeningAddress(@ConfigProperty(name = "quarkus.http.host") String host) {
    this.host = host;
  }

  String host() {
    return host;
  }

  /** Whether only this machine reaches it. */
  boolean isLoopback() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }
}
