package dev.releaseledger.app.notifying;

import dev.releaseledger.app.settings.LedgerSettings;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks from time to time what is to be told, and tells each subscription on its own. */
@Component
class Rounds {

  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final FanOut fanOut;
  private final Delivering delivering;
  private final Deliveries deliveries;
  private final Duration keep;
  private final Clock clock;
  private final Set<String> busy = ConcurrentHashMap.newKeySet();
  // One that is slow holds up nobody but itself.
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean stopping;

  Rounds(
      FanOut fanOut,
      Delivering delivering,
      Deliveries deliveries,
      LedgerSettings settings,
      Clock clock) {
    this.fanOut = fanOut;
    this.delivering = delivering;
    this.deliveries = deliveries;
    this.keep = settings.notices().keep();
    this.clock = clock;
  }

  /** Reads the ledger on, and begins to deliver what is due. */
  @Scheduled(fixedDelayString = "${ledger.notices.look}")
  void look() {
    try {
      fanOut.run();
    } catch (RuntimeException e) {
      LOG.error("The ledger cannot be read for deliveries", e);
    }
    for (String subscription : deliveries.due(clock.instant())) {
      if (!stopping && busy.add(subscription)) {
        threads.execute(() -> deliverAll(subscription));
      }
    }
  }

  /** Forgets what arrived long ago. */
  @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
  void forget() {
    int forgotten = deliveries.forget(clock.instant().minus(keep));
    LOG.debug("{} deliveries are forgotten", forgotten);
  }

  @PreDestroy
  void stop() throws InterruptedException {
    stopping = true;
    threads.shutdown();
    if (!threads.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      // What was on its way is sent again at the next start.
      threads.shutdownNow();
    }
  }

  private void deliverAll(String subscription) {
    try {
      while (!stopping && delivering.next(subscription)) {}
    } catch (RuntimeException e) {
      // One subscription's trouble must not keep the others waiting.
      LOG.error("Notices cannot be delivered to subscription {}", subscription, e);
    } finally {
      busy.remove(subscription);
    }
  }
}
