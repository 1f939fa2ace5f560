package dev.releaseledger.app.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.releaseledger.app.port.Artifacts;
import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.app.settings.LedgerSettings;
import dev.releaseledger.app.settings.TestSettings;
import dev.releaseledger.app.store.rights.LedgerMigration;
import dev.releaseledger.domain.environment.Environment;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.projections.schemahistory.KeptSchemas;
import dev.releaseledger.projections.testing.TestDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The service's event store, projections and views on a test database, without the service. */
public final class RunningLedger implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final AnnotationConfigApplicationContext context;

  private RunningLedger(AnnotationConfigApplicationContext context) {
    this.context = context;
  }

  /**
   * Migrates the database as its owner and starts a service instance of this name on it, which can
   * only add to what is recorded.
   */
  public static RunningLedger on(TestDatabase database, String node) {
    return as(LedgerRoles.in(database), node);
  }

  /** The same, with roles that are made already. */
  public static RunningLedger as(LedgerRoles roles, String node) {
    HikariConfig pool = new HikariConfig();
    pool.setDataSource(roles.service());
    pool.setMaximumPoolSize(12);
    HikariDataSource connections = new HikariDataSource(pool);
    LedgerMigration.run(roles.migrations().load(), connections);
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("test", Map.of("ledger.node", node)));
    context.registerBean(HikariDataSource.class, () -> connections);
    context.registerBean(JdbcClient.class, () -> JdbcClient.create(connections));
    context.registerBean(
        PlatformTransactionManager.class, () -> new JdbcTransactionManager(connections));
    context.registerBean(Clock.class, Clock::systemUTC);
    context.registerBean(
        KeptSchemas.class, () -> new MadeUpSchemas(context.getBean(Artifacts.class)));
    context.registerBean(LedgerSettings.class, () -> settings(node));
    context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
    context.scan(
        "dev.releaseledger.app.store",
        "dev.releaseledger.app.views",
        "dev.releaseledger.app.sealing");
    context.refresh();
    return new RunningLedger(context);
  }

  private static LedgerSettings settings(String node) {
    try {
      return TestSettings.with(Files.createTempDirectory("ledger-of-a-test"), Map.of("node", node));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The part of the service of this type. */
  public <T> T the(Class<T> type) {
    return context.getBean(type);
  }

  public Ledger ledger() {
    return the(Ledger.class);
  }

  public JdbcClient jdbc() {
    return the(JdbcClient.class);
  }

  public DataSource connections() {
    return the(DataSource.class);
  }

  Environment environment(EnvironmentId id) {
    return ledger().environment(id).orElseThrow();
  }

  /** Waits until the views show everything that is recorded. */
  public void settle() {
    long last =
        jdbc()
            .sql("select coalesce(max(position), 0) from ledger_event")
            .query(Long.class)
            .single();
    if (!the(ProjectionProgress.class).await(last, PATIENCE)) {
      throw new AssertionError("the projections did not reach " + last + " in " + PATIENCE);
    }
  }

  /** Every row of every view table, as text. */
  Map<String, List<String>> views() {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    List<String> tables =
        jdbc()
            .sql(
                "select tablename from pg_tables where schemaname = 'public'"
                    + " and tablename like 'view\\_%' order by 1")
            .query(String.class)
            .list();
    for (String table : tables) {
      rows.put(
          table,
          jdbc().sql("select t::text from " + table + " t order by 1").query(String.class).list());
    }
    return rows;
  }

  @Override
  public void close() {
    context.close();
  }
}
