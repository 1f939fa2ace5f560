package dev.releaseledger.cli.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.releaseledger.cli.api.Json;
import dev.releaseledger.cli.api.LedgerProblem;
import dev.releaseledger.cli.api.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The context on disk, readable by its owner only because it may hold a token.
 *
 * @param path where it is
 */
public record ContextFile(Path path) {

  /** Returns what the file says; an absent file says nothing. */
  public Context read() {
    if (!Files.exists(path)) {
      return Context.EMPTY;
    }
    try {
      JsonNode node = Json.read(Files.readString(path));
      return new Context(
          text(node, "server"),
          text(node, "token"),
          text(node, "project"),
          text(node, "env"),
          marks(node.path("positions")),
          logins(node.path("logins")));
    } catch (IOException | DateTimeException e) {
      throw new LedgerProblem(
          Problem.of(
              "unreadable-context",
              "invalid",
              "The context file cannot be read",
              path + ": " + e.getMessage(),
              "Repair the file, or start anew with `ledgerctl context clear`."));
    }
  }

  /** Replaces the file in one step, so that no other command ever reads half of it. */
  public void write(Context context) {
    try {
      replace(Json.pretty(json(context)) + "\n");
    } catch (IOException e) {
      throw new LedgerProblem(
          Problem.of(
              "unwritable-context",
              "invalid",
              "The context file cannot be written",
              path + ": " + e.getMessage(),
              "Make the folder writable, or name another file with LEDGER_CONFIG."));
    }
  }

  private void replace(String text) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    // Temporary files are born readable by their owner only, and stay so when moved.
    Path draft = Files.createTempFile(folder, ".context", ".json");
    try {
      Files.writeString(draft, text);
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** Forgets everything. */
  public void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode json(Context context) {
    ObjectNode node = Json.object();
    put(node, "server", context.server());
    put(node, "token", context.token());
    put(node, "project", context.project());
    put(node, "env", context.environment());
    if (!context.marks().isEmpty()) {
      ObjectNode positions = node.putObject("positions");
      new TreeMap<>(context.marks())
          .forEach((server, mark) ->
              positions
                  .putObject(server)
                  .put("position", mark.position())
                  .put("at", mark.at().toString()));
    }
    if (!context.logins().isEmpty()) {
      ObjectNode logins = node.putObject("logins");
      new TreeMap<>(context.logins()).forEach((server, login) -> put(logins, server, login));
    }
    return node;
  }

  private static void put(ObjectNode logins, String server, Context.Login login) {
    ObjectNode node =
        logins
            .putObject(server)
            .put("issuer", login.issuer())
            .put("clientId", login.clientId())
            .put("accessToken", login.accessToken())
            .put("expiresAt", login.expiresAt().toString());
    put(node, "refreshToken", login.refreshToken());
  }

  private static Map<String, Context.Login> logins(JsonNode servers) {
    Map<String, Context.Login> logins = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : servers.properties()) {
      JsonNode login = entry.getValue();
      logins.put(
          entry.getKey(),
          new Context.Login(
              login.path("issuer").asText(),
              login.path("clientId").asText(),
              login.path("accessToken").asText(),
              text(login, "refreshToken"),
              Instant.parse(login.path("expiresAt").asText())));
    }
    return logins;
  }

  private static Map<String, Context.Mark> marks(JsonNode positions) {
    Map<String, Context.Mark> marks = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : positions.properties()) {
      JsonNode mark = entry.getValue();
      marks.put(
          entry.getKey(),
          new Context.Mark(
              mark.path("position").asLong(), Instant.parse(mark.path("at").asText())));
    }
    return marks;
  }

  private static void put(ObjectNode node, String name, @Nullable String value) {
    if (value != null) {
      node.put(name, value);
    }
  }

  private static @Nullable String text(JsonNode node, String name) {
    String value = node.path(name).asText("");
    return value.isBlank() ? null : value;
  }
}
