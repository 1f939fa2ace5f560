package dev.releaseledger.cli.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The OpenID provider that the service trusts: logs a person in who is at another device (RFC
 * 8628).
 *
 * @param issuer its issuer URL
 * @param clientId as whom ledgerctl asks
 */
public record IdentityProvider(String issuer, String clientId) {

  private static final int TIMEOUT = (int) Duration.ofSeconds(30).toMillis();
  private static final String DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code";

  /** Creates a provider, unless what is sent to it could be read or changed on the way. */
  public IdentityProvider {
    requireSafe(issuer);
  }

  /** Asks for a code that a person types in elsewhere. */
  public JsonNode begin(String scopes) {
    return required(post("device_authorization_endpoint", Map.of("scope", scopes)));
  }

  /** Asks whether the person has done so; the answer has a token, or an {@code error}. */
  public JsonNode poll(String deviceCode) {
    return post("token_endpoint", Map.of("grant_type", DEVICE_CODE, "device_code", deviceCode));
  }

  /** Asks for a new token in the place of one that has expired; or has an {@code error}. */
  public JsonNode renew(String refreshToken) {
    return post(
        "token_endpoint", Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
  }

  private JsonNode required(JsonNode answer) {
    if (answer.has("error")) {
      throw new LedgerProblem(refused(answer));
    }
    return answer;
  }

  /** Returns the problem that an error of the provider is. */
  public Problem refused(JsonNode answer) {
    String description = answer.path("error_description").asText(answer.path("error").asText());
    return Problem.of(
        "login-refused",
        "unauthorized",
        "The identity provider did not log you in",
        issuer + " said: " + description + ".",
        "Begin anew with `ledgerctl login`. The client "
            + clientId
            + " needs the provider's leave"
            + " for the device authorization grant.");
  }

  private JsonNode post(String endpoint, Map<String, String> fields) {
    String url =
        exchange(issuer.replaceAll("/+$", "") + "/.well-known/openid-configuration", null)
            .path(endpoint)
            .asText();
    if (url.isEmpty()) {
      throw unreachable("it offers no " + endpoint);
    }
    requireSafe(url);
    Map<String, String> form = new TreeMap<>(fields);
    form.put("client_id", clientId);
    return exchange(
        url,
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(joining("&")));
  }

  private JsonNode exchange(String url, @Nullable String form) {
    try {
      HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
      connection.setConnectTimeout(TIMEOUT);
      connection.setReadTimeout(TIMEOUT);
      connection.setInstanceFollowRedirects(false);
      connection.setRequestProperty("Accept", "application/json");
      if (form != null) {
        connection.setDoOutput(true);
        try (OutputStream out = connection.getOutputStream()) {
          out.write(form.getBytes(UTF_8));
        }
      }
      boolean good = connection.getResponseCode() < 400;
      try (InputStream in = good ? connection.getInputStream() : connection.getErrorStream()) {
        JsonNode answer = Json.read(in == null ? "" : new String(in.readAllBytes(), UTF_8));
        if (good || answer.has("error")) {
          return answer;
        }
      }
      throw unreachable("it answered with HTTP status " + connection.getResponseCode());
    } catch (IOException | IllegalArgumentException e) {
      throw unreachable(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
    }
  }

  private LedgerProblem unreachable(String reason) {
    return new LedgerProblem(
        Problem.of(
            "provider-unreachable",
            "unreachable",
            "The identity provider cannot be asked",
            issuer + ": " + reason + ".",
            "Try again when it answers, or use a token of the ledger's own."));
  }

  private static void requireSafe(String url) {
    if (!url.matches("https://.+|http://(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d+)?(/.*)?")) {
      throw new LedgerProblem(
          Problem.of(
              "insecure-provider",
              "invalid",
              "The identity provider is not asked without TLS",
              "The address " + url + " does not begin with https://.",
              "Have the service name its provider by an https address."));
    }
  }
}
