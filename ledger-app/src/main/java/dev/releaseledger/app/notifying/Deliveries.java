package dev.releaseledger.app.notifying;

import dev.releaseledger.app.notifying.Delivery.State;
import dev.releaseledger.app.port.Receipt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is to be told to whom, and what became of it. */
@Component
public class Deliveries {

  private final JdbcClient jdbc;

  Deliveries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How the deliveries of a subscription stand. */
  public record Standing(long pending, long dead, @Nullable Instant lastDelivered) {}

  /** The subscriptions that something waits for and is due. */
  List<String> due(Instant now) {
    return jdbc.sql(
            """
            select s.id from notice_subscription s
            where s.paused_at is null and (s.not_before is null or s.not_before <= :now)
              and exists (select from notice_delivery d
                          where d.subscription = s.id and d.state = 'pending' and d.next_at <= :now)
            """)
        .param("now", Timestamp.from(now))
        .query(String.class)
        .list();
  }

  /**
   * Takes the first that is due of a subscription, and keeps everybody else from it for a while: a
   * crash between here and {@link #settle} lets it be sent again.
   */
  Optional<Delivery> claim(String subscription, Instant now, Duration lease) {
    return jdbc.sql(
            """
            update notice_delivery set attempts = attempts + 1, next_at = :lease
            where id = (
              select d.id from notice_delivery d
              join notice_subscription s on s.id = d.subscription
              where d.subscription = :subscription and d.state = 'pending' and d.next_at <= :now
                and s.paused_at is null and (s.not_before is null or s.not_before <= :now)
              order by d.position limit 1 for update of d skip locked)
            returning *
            """)
        .param("lease", Timestamp.from(now.plus(lease)))
        .param("subscription", subscription)
        .param("now", Timestamp.from(now))
        .query((row, number) -> read(row))
        .optional();
  }

  /** It arrived or is given up. */
  void settle(Delivery delivery, State state, Receipt receipt, Instant now) {
    jdbc.sql(
            """
            update notice_delivery set state = ?, settled_at = ?, status = ?, answer = ?
            where id = ? and state = 'pending'
            """)
        .param(state.word())
        .param(Timestamp.from(now))
        .param(receipt.status())
        .param(receipt.text())
        .param(delivery.id())
        .update();
  }

  /** It did not arrive, and is tried again. */
  void postpone(Delivery delivery, Receipt receipt, Instant next) {
    jdbc.sql(
            """
            update notice_delivery set next_at = ?, status = ?, answer = ?
            where id = ? and state = 'pending'
            """)
        .param(Timestamp.from(next))
        .param(receipt.status())
        .param(receipt.text())
        .param(delivery.id())
        .update();
  }

  /** The receiver wants to be left alone, with whatever there is for it. */
  void leaveAlone(String subscription, Instant until) {
    jdbc.sql("update notice_subscription set not_before = ? where id = ?")
        .params(Timestamp.from(until), subscription)
        .update();
  }

  /** Forgets what arrived before an instant, and addresses that no subscription came of. */
  int forget(Instant before) {
    jdbc.sql(
            """
            delete from notice_target t where created_at < now() - interval '1 hour'
              and not exists (select from notice_subscription s where s.id = t.subscription)
            """)
        .update();
    return jdbc.sql("delete from notice_delivery where state = 'delivered' and settled_at < ?")
        .param(Timestamp.from(before))
        .update();
  }

  /** One delivery. */
  public Optional<Delivery> one(String id) {
    return jdbc.sql("select * from notice_delivery where id = ?")
        .param(id)
        .query((row, number) -> read(row))
        .optional();
  }

  /** The deliveries of some subscriptions, the latest entries first, from behind one of them on. */
  public List<Delivery> list(
      Collection<String> subscriptions,
      @Nullable State state,
      @Nullable Delivery before,
      int most) {
    return jdbc.sql(
            """
            select * from notice_delivery
            where subscription = any(:subscriptions)
              and (cast(:state as text) is null or state = :state)
              and (position, id) < (:position, :id)
            order by position desc, id desc limit :most
            """)
        .param("subscriptions", subscriptions.toArray(String[]::new))
        .param("state", state == null ? null : state.word())
        .param("position", before == null ? Long.MAX_VALUE : before.position())
        .param("id", before == null ? "" : before.id())
        .param("most", most)
        .query((row, number) -> read(row))
        .list();
  }

  /** How the deliveries of a subscription stand. */
  public Standing standing(String subscription) {
    return jdbc.sql(
            """
            select count(*) filter (where state = 'pending') as pending,
                   count(*) filter (where state = 'dead') as dead,
                   max(settled_at) filter (where state = 'delivered') as last
            from notice_delivery where subscription = ?
            """)
        .param(subscription)
        .query((row, number) -> {
          Timestamp last = row.getTimestamp("last");
          return new Standing(
              row.getLong("pending"), row.getLong("dead"), last == null ? null : last.toInstant());
        })
        .single();
  }

  /** How many were given up. */
  long dead() {
    return jdbc.sql("select count(*) from notice_delivery where state = 'dead'")
        .query(Long.class)
        .single();
  }

  /** Since when the oldest waits that is not paused. */
  Optional<Instant> oldestPending() {
    return jdbc.sql(
            """
            select d.created_at from notice_delivery d
            join notice_subscription s on s.id = d.subscription
            where d.state = 'pending' and s.paused_at is null order by d.created_at limit 1
            """)
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }

  private static Delivery read(ResultSet row) throws SQLException {
    Timestamp settled = row.getTimestamp("settled_at");
    int status = row.getInt("status");
    return new Delivery(
        row.getString("id"),
        row.getString("subscription"),
        row.getLong("position"),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getInt("attempts"),
        row.getTimestamp("next_at").toInstant(),
        row.getTimestamp("created_at").toInstant(),
        settled == null ? null : settled.toInstant(),
        status == 0 ? null : status,
        row.getString("answer"));
  }
}
