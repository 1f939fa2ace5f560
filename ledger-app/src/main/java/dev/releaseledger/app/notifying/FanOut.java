package dev.releaseledger.app.notifying;

import dev.releaseledger.app.port.EventLog;
import dev.releaseledger.app.port.EventLog.Recorded;
import dev.releaseledger.app.port.Ids;
import dev.releaseledger.domain.notice.SubscriptionEvent.SubscriptionCreated;
import dev.releaseledger.domain.notice.SubscriptionEvent.SubscriptionPaused;
import dev.releaseledger.domain.notice.SubscriptionEvent.SubscriptionRemoved;
import dev.releaseledger.domain.notice.SubscriptionEvent.SubscriptionResumed;
import dev.releaseledger.projections.notices.SubscriptionRow;
import dev.releaseledger.projections.notices.SubscriptionRows;
import dev.releaseledger.projections.timeline.Occurrence;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the ledger in order and notes down, for every entry, to whom it is to be told.
 *
 * <p>One cursor is moved in the transaction that notes deliveries down, so each entry is looked at
 * once, however many service instances there are. When a subscription begins, pauses and goes on is
 * taken from its place in the ledger and not from when the ledger is read.
 */
@Component
class FanOut {

  private static final int ENTRIES = 500;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final EventLog log;
  private final SubscriptionRows subscriptions;
  private final Ids ids;
  private final Clock clock;

  FanOut(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      EventLog log,
      SubscriptionRows subscriptions,
      Ids ids,
      Clock clock) {
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.log = log;
    this.subscriptions = subscriptions;
    this.ids = ids;
    this.clock = clock;
  }

  /** Reads up to the end of the ledger, unless another service instance is at it. */
  void run() {
    while (Boolean.TRUE.equals(transaction.execute(status -> step()))) {}
  }

  /** Reads a few entries; whether there may be more. */
  private boolean step() {
    Optional<Long> cursor =
        jdbc.sql("select position from notice_cursor for update skip locked")
            .query(Long.class)
            .optional();
    long end = log.last();
    if (cursor.isEmpty() || cursor.get() >= end) {
      return false;
    }
    if (subscriptions.all().isEmpty()) {
      // Nobody is to be told of anything up to here: who comes later begins behind it.
      move(end);
      return false;
    }
    List<Recorded> entries = log.after(cursor.get(), ENTRIES);
    // Read after the entries, so that whoever is created by one of them is there.
    Map<String, SubscriptionRow> all = new TreeMap<>();
    subscriptions.all().forEach(row -> all.put(row.id(), row));
    Map<String, Filter> following = new TreeMap<>();
    all.values().stream()
        .filter(SubscriptionRow::following)
        .forEach(row -> following.put(row.id(), Filter.of(row)));
    for (Recorded entry : entries) {
      // A subscription is told neither of its own beginning nor of its own end.
      leaving(entry.event()).ifPresent(id -> end(id, following));
      tell(entry, following);
      beginning(entry.event())
          .map(all::get)
          .ifPresent(row -> begin(row, entry.position(), following));
    }
    move(entries.getLast().position());
    return entries.size() == ENTRIES;
  }

  private void tell(Recorded entry, Map<String, Filter> following) {
    Occurrence occurrence = Occurrence.of(entry.event());
    following.forEach((subscription, filter) -> {
      if (filter.takes(entry.name(), occurrence)) {
        note(subscription, entry.position());
      }
    });
  }

  private static Optional<String> leaving(Object event) {
    return switch (event) {
      case SubscriptionPaused e -> Optional.of(e.subscription());
      case SubscriptionRemoved e -> Optional.of(e.subscription());
      default -> Optional.empty();
    };
  }

  private static Optional<String> beginning(Object event) {
    return switch (event) {
      case SubscriptionCreated e -> Optional.of(e.subscription());
      case SubscriptionResumed e -> Optional.of(e.subscription());
      default -> Optional.empty();
    };
  }

  private void begin(SubscriptionRow row, long position, Map<String, Filter> following) {
    following.put(row.id(), Filter.of(row));
    jdbc.sql("update notice_subscription set following = true, from_position = ? where id = ?")
        .params(position, row.id())
        .update();
  }

  private void end(String subscription, Map<String, Filter> following) {
    following.remove(subscription);
    jdbc.sql("update notice_subscription set following = false where id = ?")
        .param(subscription)
        .update();
  }

  private void note(String subscription, long position) {
    Timestamp now = Timestamp.from(clock.instant());
    jdbc.sql(
            """
            insert into notice_delivery (id, subscription, position, next_at, created_at)
            values (?, ?, ?, ?, ?) on conflict (subscription, position) do nothing
            """)
        .params(ids.next("msg_"), subscription, position, now, now)
        .update();
  }

  private void move(long position) {
    jdbc.sql("update notice_cursor set position = ?").param(position).update();
  }
}
