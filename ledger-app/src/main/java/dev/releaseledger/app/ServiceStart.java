package dev.releaseledger.app;

import dev.releaseledger.app.embedded.EmbeddedPostgres;
import dev.releaseledger.app.embedded.EmbeddedTargets;
import dev.releaseledger.app.embedded.ServerRole;
import dev.releaseledger.app.settings.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One start of the service: its folder, the embedded PostgreSQL where one is needed, the context.
 *
 * <p>With {@code LEDGER_DB_URL} the ledger lives on that server. The embedded server is then still
 * started for scratch work, unless {@code LEDGER_SCRATCH_URL} names another place for that too.
 */
public final class ServiceStart {

  private final ServeOptions options;
  private final Map<String, String> environment;
  private final Class<?>[] extensions;

  private ServiceStart(
      ServeOptions options, Map<String, String> environment, Class<?>... extensions) {
    this.options = options;
    this.environment = environment;
    this.extensions = extensions;
  }

  /** A start with the words after {@code serve} and further configuration classes. */
  public static ServiceStart with(String[] arguments, Class<?>... extensions) {
    Map<String, String> environment = System.getenv();
    return new ServiceStart(ServeOptions.parse(arguments, environment), environment, extensions);
  }

  /** Starts; the context is open when this returns. */
  public ConfigurableApplicationContext run() {
    System.setProperty("axoniq.update-checker.disabled", "true");
    createFolder(options.data());
    EmbeddedPostgres server = needsEmbedded() ? start() : null;
    Map<String, Object> properties = properties(server);
    SpringApplicationBuilder builder =
        new SpringApplicationBuilder(LedgerApplication.class)
            .sources(extensions)
            .properties(properties)
            .initializers(context -> register(context, server));
    ConfigurableApplicationContext context = builder.run();
    announce(context);
    return context;
  }

  private boolean needsEmbedded() {
    return !environment.containsKey("LEDGER_DB_URL")
        || !environment.containsKey("LEDGER_SCRATCH_URL");
  }

  private EmbeddedPostgres start() {
    EmbeddedPostgres server = EmbeddedPostgres.start(options.data());
    // The context closes first: what it still writes while closing has to arrive.
    SpringApplication.getShutdownHandlers().add(server::close);
    return server;
  }

  private Map<String, Object> properties(@Nullable EmbeddedPostgres server) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("server.port", options.port());
    properties.put("ledger.data", options.data().toString());
    properties.put("ledger.node", node());
    String url = environment.get("LEDGER_DB_URL");
    if (url != null) {
      properties.put("spring.datasource.url", url);
      properties.put(
          "spring.datasource.username", environment.getOrDefault("LEDGER_DB_USER", "ledger"));
      properties.put(
          "spring.datasource.password", environment.getOrDefault("LEDGER_DB_PASSWORD", ""));
      String owner = environment.getOrDefault("LEDGER_DB_OWNER_USER", "");
      if (!owner.isEmpty()) {
        migrateAs(properties, owner, environment.getOrDefault("LEDGER_DB_OWNER_PASSWORD", ""));
      }
    } else if (server != null) {
      var access = server.access(ServerRole.LEDGER);
      properties.put("spring.datasource.url", access.jdbcUrl());
      properties.put("spring.datasource.username", access.user());
      properties.put("spring.datasource.password", access.password());
      var owner = server.access(ServerRole.OWNER);
      migrateAs(properties, owner.user(), owner.password());
      leaveAccess(server);
    }
    return properties;
  }

  /** The tables belong to somebody else than the one who serves. */
  private static void migrateAs(Map<String, Object> properties, String owner, String password) {
    properties.put("spring.flyway.url", properties.get("spring.datasource.url"));
    properties.put("spring.flyway.user", owner);
    properties.put("spring.flyway.password", password);
  }

  private void register(ConfigurableApplicationContext context, @Nullable EmbeddedPostgres server) {
    if (server != null) {
      EmbeddedTargets databases = new EmbeddedTargets(server, options.data().resolve("scratch"));
      SpringApplication.getShutdownHandlers().add(databases::close);
      context.getBeanFactory().registerSingleton("embeddedDatabases", databases);
    }
  }

  /** The name under which this service holds its projections, the same after a restart. */
  private String node() {
    Path file = options.data().resolve("node");
    try {
      if (!Files.exists(file)) {
        PrivateFile.write(file, UUID.randomUUID() + "\n");
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets whoever may read the service's folder look into the databases of its environments. */
  private void leaveAccess(EmbeddedPostgres server) {
    var target = server.access(ServerRole.TARGET);
    Properties access = new Properties();
    access.setProperty("host", server.host());
    access.setProperty("port", Integer.toString(server.port()));
    access.setProperty("target.user", target.user());
    access.setProperty("target.password", target.password());
    StringBuilder text = new StringBuilder();
    access.stringPropertyNames().stream()
        .sorted()
        .forEach(key -> text.append(key).append('=').append(access.getProperty(key)).append('\n'));
    try {
      PrivateFile.write(options.data().resolve("embedded.properties"), text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void announce(ConfigurableApplicationContext context) {
    int port =
        context instanceof WebServerApplicationContext web && web.getWebServer() != null
            ? web.getWebServer().getPort()
            : options.port();
    String url = "http://127.0.0.1:" + port;
    try {
      Files.writeString(options.data().resolve("server.url"), url + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    System.err.println("Release Ledger is ready at " + url + " (data in " + options.data() + ")");
  }

  private static void createFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
