package org.liangpai.account;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A browser without a screen: it keeps cookies, and follows redirects one by one. */
final class Wanderer {

  private static final int MOST = 10;
  private static final String TOKEN = "csrf-token";

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final List<URI> visited = new ArrayList<>();

  /** Where it went, the last last. */
  List<URI> visited() {
    return List.copyOf(visited);
  }

  /** The cookies that it has, by name. */
  Map<String, String> cookies() {
    return cookies.getCookieStore().getCookies().stream()
        .collect(Collectors.toMap(HttpCookie::getName, HttpCookie::getValue));
  }

  /** One request, not followed. */
  HttpResponse<String> get(URI address) {
    return send(HttpRequest.newBuilder(address).GET());
  }

  /** Goes on until there is no redirect, or it leads to a path that the test stops before. */
  HttpResponse<String> wander(URI address, String stopBefore) {
    URI at = address;
    for (int i = 0; i < MOST; i++) {
      HttpResponse<String> answer = get(at);
      if (answer.statusCode() / 100 != 3) {
        return answer;
      }
      at = at.resolve(answer.headers().firstValue("Location").orElseThrow());
      if (at.getPath().equals(stopBefore)) {
        visited.add(at);
        return answer;
      }
    }
    throw new AssertionError("No end: " + visited);
  }

  HttpResponse<String> wander(URI address) {
    return wander(address, "");
  }

  /** A form of a page, with the token that the page gave. */
  HttpResponse<String> post(URI address) {
    String token = cookies().get(TOKEN);
    return send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    TOKEN + "=" + URLEncoder.encode(token, StandardCharsets.UTF_8))));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    HttpRequest built = request.header("Accept", "text/html").build();
    visited.add(built.uri());
    try {
      return client.send(built, HttpResponse.BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new AssertionError(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }
}
