package dev.releaseledger.cli.session;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Which service, as whom, and about what: flags beat variables, variables beat the context. */
public final class Settings {
  private static final String DEFAULT_SERVER = "http://127.0.0.1:8080";

  private final CommonOptions options;
  private final Surroundings surroundings;
  private final ContextFile contextFile;
  private final Logins logins;

  Settings(CommonOptions options, Surroundings surroundings, ContextFile contextFile) {
    this.logins = new Logins(contextFile, surroundings.clock());
    this.options = options;
    this.surroundings = surroundings;
    this.contextFile = contextFile;
  }

  /** Returns the base URL of the service, without a trailing slash. */
  public String server() {
    String said = first(options.server, surroundings.variable("LEDGER_SERVER"));
    return withoutTrailingSlash(said != null ? said : usualServer());
  }

  /** Returns the bearer token, or null when there is none to be found. */
  public @Nullable String token() {
    String said = first(options.token, surroundings.variable("LEDGER_TOKEN"));
    if (said != null) {
      return said;
    }
    String login = logins.token(server());
    if (login != null) {
      return login;
    }
    // The context's token belongs to the context's service; no other server may see it.
    Context context = contextFile.read();
    if (context.token() != null && server().equals(withoutTrailingSlash(usualServer()))) {
      return context.token();
    }
    return isLoopback(server()) ? dataFile("admin.token") : null;
  }

  /** Returns whether there is a bearer token; asks nobody for a new one. */
  public boolean hasToken() {
    return logins.isLoggedIn(server()) || token() != null;
  }

  /** Returns whether the command line or a variable gives a token, which beats every login. */
  public boolean isTokenGiven() {
    return first(options.token, surroundings.variable("LEDGER_TOKEN")) != null;
  }

  /** Returns the logins at identity providers. */
  public Logins logins() {
    return logins;
  }

  /** Returns the project to act on, or null when nothing names one. */
  public @Nullable String project(@Nullable String flag) {
    String said = first(flag, surroundings.variable("LEDGER_PROJECT"));
    return said != null ? said : contextFile.read().project();
  }

  /** Returns the environment to act on, or null when nothing names one. */
  public @Nullable String environment(@Nullable String flag) {
    String said = first(flag, surroundings.variable("LEDGER_ENV"));
    return said != null ? said : contextFile.read().environment();
  }

  /** Returns the server as the command line names it, or null. */
  public @Nullable String serverFlag() {
    return options.server;
  }

  /** Returns the token as the command line gives it, or null. */
  public @Nullable String tokenFlag() {
    return options.token;
  }

  /** Returns where the project's documentation is published, or null when nobody says so. */
  public @Nullable String documentation() {
    String url = surroundings.variable("LEDGER_DOCS_URL");
    return url == null ? null : withoutTrailingSlash(url);
  }

  private String usualServer() {
    String usual = first(contextFile.read().server(), dataFile("server.url"));
    return usual != null ? usual : DEFAULT_SERVER;
  }

  private @Nullable String dataFile(String name) {
    Path file = surroundings.dataDirectory().resolve(name);
    try {
      String text = Files.isRegularFile(file) ? Files.readString(file).strip() : "";
      return text.isEmpty() ? null : text;
    } catch (IOException e) {
      // Another user's service: its files are not for us, and the service will say who may ask.
      return null;
    }
  }

  private static boolean isLoopback(String server) {
    try {
      String host = URI.create(server).getHost();
      return host != null
          && (host.equals("localhost")
              || host.equals("[::1]")
              || host.matches("127(\\.\\d{1,3}){3}"));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static @Nullable String first(@Nullable String one, @Nullable String other) {
    return one != null ? one : other;
  }

  private static String withoutTrailingSlash(String url) {
    return url.replaceAll("/+$", "");
  }
}
