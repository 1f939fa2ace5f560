package dev.releaseledger.app.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.releaseledger.app.ServiceStart;
import dev.releaseledger.app.access.AccessTokens;
import dev.releaseledger.app.access.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The service, started once for the tests of its API and stopped with the JVM. */
final class ServiceInTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static @Nullable ServiceInTest running;

  private final HttpClient http = HttpClient.newHttpClient();
  private final ConfigurableApplicationContext context;
  private final String url;
  private final Map<Role, String> tokens = new EnumMap<>(Role.class);

  private ServiceInTest(ConfigurableApplicationContext context, Path data) throws IOException {
    this.context = context;
    this.url = Files.readString(data.resolve("server.url")).strip();
    AccessTokens issuer = context.getBean(AccessTokens.class);
    for (Role role : Role.values()) {
      tokens.put(role, issuer.issue("somebody-" + role.word(), role).secret());
    }
  }

  static synchronized ServiceInTest running() {
    ServiceInTest service = running;
    if (service == null) {
      try {
        Path data = Files.createTempDirectory("ledger-api");
        // Tests call as often as they like; the limits have a test of their own.
        System.setProperty("ledger.limits.calls", "0");
        System.setProperty("ledger.limits.failed-logins", "0");
        // Receivers of notices are on this machine, and are not to be waited for.
        System.setProperty("ledger.notices.private-addresses", "127.0.0.1");
        System.setProperty("ledger.notices.look", "100ms");
        System.setProperty("ledger.notices.first-pause", "50ms");
        System.setProperty("ledger.notices.attempts", "2");
        // Handlers run in reverse order: the folder goes after the server that works in it.
        SpringApplication.getShutdownHandlers().add(() -> delete(data));
        String[] arguments = {"--port", "0", "--data", data.toString()};
        service = new ServiceInTest(ServiceStart.with(arguments).run(), data);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      running = service;
    }
    return service;
  }

  /** An endpoint: {@code GET /api/v1/projects/{project}}. */
  record Route(String method, String path) {
    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  /** Every endpoint of the ledger that Spring has registered. */
  List<Route> routes() {
    return context
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .entrySet()
        .stream()
        .filter(e -> e.getValue().getBeanType().getName().startsWith("dev.releaseledger."))
        .flatMap(e ->
            e.getKey().getMethodsCondition().getMethods().stream()
                .flatMap(method ->
                    e.getKey().getPatternValues().stream()
                        .map(path -> new Route(method.name(), path))))
        .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
        .toList();
  }

  /** What a call was answered with. */
  record Answer(int status, String contentType, String text) {
    JsonNode json() {
      try {
        return JSON.readTree(text);
      } catch (JsonProcessingException e) {
        throw new AssertionError(text, e);
      }
    }
  }

  /** The part of the service of this type. */
  <T> T the(Class<T> type) {
    return context.getBean(type);
  }

  String url() {
    return url;
  }

  /** Calls an endpoint under a role everywhere, or without a token. */
  Answer call(@Nullable Role role, String method, String path, String body) {
    return with(role == null ? null : tokens.get(role), method, path, body);
  }

  /** Calls an endpoint with a token, or without one. */
  Answer with(@Nullable String token, String method, String path, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/json")
            .method(
                method,
                method.equals("GET")
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(
          answer.statusCode(),
          answer.headers().firstValue("Content-Type").orElse(""),
          answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What an endpoint answers, as it comes. */
  byte[] bytes(Role role, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Authorization", "Bearer " + tokens.get(role))
            .build();
    try {
      HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new AssertionError(path + ": " + answer.statusCode());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
