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

  private final Map<String, String> versions = new ConcurrentHashMap<>();

  void register(@Observes Filters filters) {
    filters.register(this::keep, FIRST);
  }

  /** The address of a file that pages use. */
  public String of(String path) {
    return path + "?v=" + versions.computeIfAbsent(path, PageFiles::read);
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
    String resource =
        path.startsWith(WEBJARS) ? inWebjar(path.substring(WEBJARS.length())) : RESOURCES + path;
    return version(bytes(resource).orElseThrow(() -> new IllegalArgumentException("No " + path)));
  }

  /** Pages name no version of a library; the build decides it. */
  private static String inWebjar(String path) {
    String name = path.substring(0, path.indexOf('/'));
    Properties built = new Properties();
    try (InputStream in = open("META-INF/maven/org.webjars.npm/" + name + "/pom.properties")) {
      built.load(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return RESOURCES
        + WEBJARS
        + name
        + "/"
        + built.getProperty("version")
        + path.substring(name.length());
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
