package dev.releaseledger.app.anchoring;

import dev.releaseledger.app.port.AnchorPlaces;
import dev.releaseledger.app.port.EventLog;
import dev.releaseledger.app.sealing.Sealer;
import dev.releaseledger.app.sealing.TransparencyLog;
import dev.releaseledger.app.settings.LedgerSettings;
import dev.releaseledger.app.settings.TestSettings;
import dev.releaseledger.app.store.RunningLedger;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Anchoring as an instance of the service does it, on a ledger of a test, at any time of day. */
final class AnchoringInstance implements AutoCloseable {

  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();
  private final MovableClock clock;
  private final RunningLedger ledger;

  /**
   * An instance with these places.
   *
   * @param stand what is asked in place of real ones, if anything is
   * @param settings named without {@code ledger.}
   */
  AnchoringInstance(
      RunningLedger ledger,
      Path data,
      @Nullable AnchorPlaces stand,
      MovableClock clock,
      Map<String, String> settings) {
    this.ledger = ledger;
    this.clock = clock;
    Map<String, String> all = new HashMap<>(settings);
    all.putIfAbsent("anchors.file", data.resolve("anchors.txt").toString());
    context.registerBean(LedgerSettings.class, () -> TestSettings.with(data, all));
    context.registerBean(Clock.class, () -> clock);
    context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
    context.registerBean(JdbcClient.class, ledger::jdbc);
    // What is closeable would be closed with the context.
    context.registerBean(DataSource.class, () -> new DelegatingDataSource(ledger.connections()));
    context.registerBean(EventLog.class, () -> ledger.the(EventLog.class));
    context.registerBean(TransparencyLog.class, () -> ledger.the(TransparencyLog.class));
    context.scan("dev.releaseledger.app.anchoring");
    if (stand == null) {
      context.scan("dev.releaseledger.app.git", "dev.releaseledger.app.notary");
    } else {
      context.registerBean(AnchorPlaces.class, () -> stand);
    }
    context.refresh();
  }

  /** Seals what was recorded, and anchors what is due. */
  void round() {
    ledger.the(Sealer.class).seal();
    the(Anchoring.class).run();
  }

  void roundAfter(Duration time) {
    clock.later(time);
    round();
  }

  <T> T the(Class<T> type) {
    return context.getBean(type);
  }

  double count(String place, String outcome) {
    return the(MeterRegistry.class)
        .counter("ledger.anchors.attempts", "place", place, "outcome", outcome)
        .count();
  }

  double gauge(String name) {
    return the(MeterRegistry.class).get(name).gauge().value();
  }

  @Override
  public void close() {
    context.close();
  }

  /** A clock that a test moves. */
  static final class MovableClock extends Clock {

    private volatile Instant now = Instant.parse("2026-11-29T10:00:00Z");

    void later(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
