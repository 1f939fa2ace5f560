package dev.releaseledger.app.notifying;

import dev.releaseledger.app.port.EventLog;
import dev.releaseledger.app.port.Ids;
import dev.releaseledger.app.port.People;
import dev.releaseledger.app.settings.LedgerSettings;
import dev.releaseledger.app.settings.TestSettings;
import dev.releaseledger.app.store.RunningLedger;
import dev.releaseledger.projections.notices.SubscriptionRow;
import dev.releaseledger.projections.notices.SubscriptionRows;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.transaction.PlatformTransactionManager;

/** What a service instance consists of as far as it notifies, at a time that a test sets. */
final class Instance {

  static final int ATTEMPTS = 3;

  final RunningLedger ledger;
  final Deliveries deliveries;
  final Targets targets;
  final SigningSecrets secrets;
  final FanOut fanOut;
  final Delivering delivering;
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final TestClock clock = new TestClock();

  Instance(RunningLedger ledger, StandInCourier courier, String key) {
    this.ledger = ledger;
    LedgerSettings settings = settings(key);
    SubscriptionRows rows = ledger.the(SubscriptionRows.class);
    EventLog log = ledger.the(EventLog.class);
    deliveries = new Deliveries(ledger.jdbc());
    targets = new Targets(ledger.jdbc());
    secrets = new SigningSecrets(ledger.jdbc(), settings);
    fanOut =
        new FanOut(
            ledger.jdbc(),
            ledger.the(PlatformTransactionManager.class),
            log,
            rows,
            ledger.the(Ids.class),
            clock);
    delivering =
        new Delivering(
            deliveries,
            rows,
            new Wording(ledger.jdbc(), log, new Nobody(), settings),
            new Sending(targets, secrets, new Couriers(List.of(courier))),
            ledger.ledger(),
            new NoticeMetrics(meters, deliveries, clock),
            settings,
            clock);
  }

  /** Reads the ledger on and delivers everything that is due, to everybody. */
  void round() {
    fanOut.run();
    for (String subscription : deliveries.due(clock.instant())) {
      deliverAll(subscription);
    }
  }

  void deliverAll(String subscription) {
    while (delivering.next(subscription)) {}
  }

  void later(Duration time) {
    clock.now = clock.now.plus(time);
  }

  Instant now() {
    return clock.now;
  }

  SubscriptionRow row(String id) {
    return ledger.the(SubscriptionRows.class).one(id).orElseThrow();
  }

  List<Delivery> deliveriesOf(String subscription) {
    return deliveries.list(List.of(subscription), null, null, 1000).reversed();
  }

  double count(String outcome) {
    return meters.find("ledger.notices.deliveries").tag("outcome", outcome).counters().stream()
        .mapToDouble(counter -> counter.count())
        .sum();
  }

  private static LedgerSettings settings(String key) {
    return settings(key, "");
  }

  static LedgerSettings settings(String key, String keyFile) {
    return TestSettings.with(
        Path.of("none"),
        Map.of(
            "notices.key",
            key,
            "notices.key-file",
            keyFile,
            "notices.attempts",
            "" + ATTEMPTS,
            "notices.longest-pause",
            "1h"));
  }

  /** A clock that a test moves. */
  private static final class TestClock extends Clock {
    private volatile Instant now = Instant.parse("2026-02-01T10:00:00Z");

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

  /** No names are known. */
  private static final class Nobody implements People {
    @Override
    public SortedSet<String> groupsOf(String actor) {
      return Collections.emptySortedSet();
    }

    @Override
    public SortedSet<String> addressesOf(String actor) {
      return Collections.emptySortedSet();
    }

    @Override
    public String nameOf(String actor) {
      return actor.equals("act_alice") ? "alice" : actor;
    }

    @Override
    public Optional<String> actorNamed(String name) {
      return Optional.empty();
    }

    @Override
    public boolean isService(String actor) {
      return false;
    }

    @Override
    public SortedSet<String> actorsAt(String address) {
      return new TreeSet<>();
    }
  }
}
