package org.liangpai.testsupport;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

/**
 * A small OpenID provider on a port of its own: the authorization code flow with PKCE, tokens that
 * are really signed, and signing out. Who signs in next, and what is wrong with it, is told to it
 * by {@code PUT /next}; who signed out by {@code GET /left}.
 */
public class IdentityProvider implements QuarkusTestResourceLifecycleManager {

  private static final String CLIENT = "liangpai";
  private static final String SECRET = "a secret of the tests that is long enough";
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Who signs in next.
   *
   * @param fault what is wrong, such as {@code EXPIRED}, or {@code null}
   */
  public record Next(String fault, Map<String, Object> claims) {}

  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
  private final RsaJsonWebKey key = key();
  private final RsaJsonWebKey otherKey = key();
  private HttpServer server;
  private volatile Next next;
  private volatile String left = "";

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    server.createContext("/", this::answer);
    server.start();
    return Map.of(
        "liangpai.oidc",
        "true",
        "quarkus.oidc.auth-server-url",
        address(),
        "quarkus.oidc.client-id",
        CLIENT,
        "quarkus.oidc.credentials.secret",
        SECRET);
  }

  @Override
  public void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  private String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    Map<String, String> query = form(exchange.getRequestURI().getRawQuery());
    switch (exchange.getRequestURI().getPath()) {
      case "/.well-known/openid-configuration" -> send(exchange, 200, metadata());
      case "/jwks" ->
          send(
              exchange,
              200,
              Map.of("keys", List.of(key.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY))));
      case "/authorize" -> redirect(exchange, authorized(query));
      case "/token" -> token(exchange);
      case "/end" -> redirect(exchange, ended(query));
      case "/next" -> {
        next = JSON.readValue(exchange.getRequestBody(), Next.class);
        left = "";
        send(exchange, 200, Map.of());
      }
      case "/left" -> send(exchange, 200, Map.of("subject", left));
      default -> send(exchange, 404, Map.of());
    }
  }

  private Map<String, Object> metadata() {
    return Map.of(
        "issuer",
        address(),
        "authorization_endpoint",
        address() + "/authorize",
        "token_endpoint",
        address() + "/token",
        "jwks_uri",
        address() + "/jwks",
        "end_session_endpoint",
        address() + "/end",
        "response_types_supported",
        List.of("code"),
        "subject_types_supported",
        List.of("public"),
        "id_token_signing_alg_values_supported",
        List.of("RS256"));
  }

  private String authorized(Map<String, String> query) {
    String back = query.get("redirect_uri") + "?state=" + encoded(query.get("state"));
    if ("DENIED".equals(next.fault())) {
      return back + "&error=access_denied";
    }
    String code = UUID.randomUUID().toString();
    codes.put(code, query);
    return back + "&code=" + code;
  }

  /** Gives a token once for a code, to the client that asked for the code. */
  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> form =
        form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    Map<String, String> asked = codes.remove(form.getOrDefault("code", ""));
    String basic =
        Base64.getEncoder()
            .encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
    boolean isRight =
        asked != null
            && ("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"))
            && asked.get("redirect_uri").equals(form.get("redirect_uri"))
            && "S256".equals(asked.get("code_challenge_method"))
            && asked.get("code_challenge").equals(challenge(form.get("code_verifier")));
    if (!isRight) {
      send(exchange, 400, Map.of("error", "invalid_grant"));
      return;
    }
    send(
        exchange,
        200,
        Map.of(
            "access_token",
            UUID.randomUUID().toString(),
            "token_type",
            "Bearer",
            "expires_in",
            300,
            "id_token",
            idToken(asked.get("nonce"))));
  }

  private String idToken(String nonce) {
    String fault = next.fault() == null ? "" : next.fault();
    JwtClaims claims = new JwtClaims();
    next.claims().forEach(claims::setClaim);
    claims.setIssuer(fault.equals("ISSUER") ? "http://127.0.0.1:1" : address());
    claims.setAudience(fault.equals("AUDIENCE") ? "somebody else" : CLIENT);
    claims.setStringClaim("nonce", fault.equals("NONCE") ? "of another time" : nonce);
    claims.setIssuedAtToNow();
    NumericDate expires = NumericDate.now();
    expires.addSeconds(fault.equals("EXPIRED") ? -60 : 300);
    claims.setExpirationTime(expires);
    JsonWebSignature signature = new JsonWebSignature();
    signature.setPayload(claims.toJson());
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    signature.setKeyIdHeaderValue(key.getKeyId());
    signature.setKey((fault.equals("SIGNATURE") ? otherKey : key).getPrivateKey());
    try {
      return signature.getCompactSerialization();
    } catch (JoseException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Ends the session of whoever the hint names, if it is our own token. */
  private String ended(Map<String, String> query) {
    try {
      left =
          new JwtConsumerBuilder()
              .setVerificationKey(key.getPublicKey())
              .setExpectedAudience(query.get("client_id"))
              .build()
              .processToClaims(query.get("id_token_hint"))
              .getSubject();
    } catch (InvalidJwtException | org.jose4j.jwt.MalformedClaimException wrong) {
      throw new IllegalArgumentException(wrong);
    }
    return query.get("post_logout_redirect_uri");
  }

  private static RsaJsonWebKey key() {
    try {
      RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
      key.setKeyId("k1");
      key.setUse("sig");
      key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
      return key;
    } catch (JoseException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static String challenge(String verifier) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().set("Location", to);
    send(exchange, 302, Map.of());
  }

  private static void send(HttpExchange exchange, int status, Map<String, ?> body)
      throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static Map<String, String> form(String text) {
    Map<String, String> form = new HashMap<>();
    for (String pair : text == null ? new String[0] : text.split("&")) {
      int at = pair.indexOf('=');
      if (at > 0) {
        form.put(pair.substring(0, at), decoded(pair.substring(at + 1)));
      }
    }
    return form;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
