package org.liangpai.shared.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.liangpai.shared.RequestPath;

/**
 * The addresses of styles, scripts and pictures: each has the hash of its content, so that browsers
 * keep a file for as long as it is the same and no longer.
 */
@ApplicationScoped
@Named("files")
public class PageFiles {

  private static final String FOR_A_YEAR = "public, max-age=31536000, immutable";

  private static final int FIRST = 1_000;
  private static final int LETTERS = 12;
  private static final String RESOURCES = "META-INF/resources";
  private static final String WEBJARS = "/webjars/";

  private final Map<String, String> paths = new ConcurrentHashMap<>();
  private final Map<String, String> versions = new ConcurrentHashMap<>();

  void register(@Observes Filters filters) {
    filters.register(this::keep, FIRST);
  }

  /** The address of a file that pages use; of a library it has the version that was built in. */
  public String of(String path) {
    String full = paths.computeIfAbsent(path, PageFiles::full);
    return full + "?v=" + versions.computeIfAbsent(full, PageFiles::read);
  }

  private static String version(byte[] content) {
    return DigestUtils.sha256Hex(content).substring(0, LETTERS);
  }

  private void keep(RoutingContext routing) {
    String version = versions.get(RequestPath.of(routing));
    if (version != null && version.equals(routing.request().getParam("v"))) {
      // At the end, for files have a shorter time of their own.
      routing.addHeadersEndHandler(
          done -> routing.response().putHeader(HttpHeaders.CACHE_CONTROL, FOR_A_YEAR));
    }
    routing.next();
  }

  private static String read(String path) {
    return version(
        bytes(RESOURCES + path).orElseThrow(() -> new IllegalArgumentException("No " + path)));
  }

  /** Pages name no version of a library; the build decides it. */
  private static String full(String path) {
    if (!path.startsWith(WEBJARS)) {
      return path;
    }
    String below = path.substring(WEBJARS.length());
    String name = below.substring(0, below.indexOf('/'));
    Properties built = new Properties();
    try (InputStream in = open("META-INF/maven/org.webjars.npm/" + name + "/pom.properties")) {
      built.load(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return WEBJARS + name + "/" + built.getProperty("version") + below.substring(name.length());
  }

  private static Optional<byte[]> bytes(String resource) {
    try (InputStream in = open(resource)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static InputStream open(String resource) {
    return Thread.currentThread().getContextClassLoader().getResourceAsStream(resource);
  }
}
