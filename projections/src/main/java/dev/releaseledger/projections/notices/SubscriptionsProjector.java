package dev.releaseledger.projections.notices;

import dev.releaseledger.domain.notice.SubscriptionEvent.DeliveriesReplayed;
import dev.releaseledger.domain.notice.SubscriptionEvent.SecretRotated;
import dev.releaseledger.domain.notice.SubscriptionEvent.SubscriptionCreated;
import dev.releaseledger.domain.notice.SubscriptionEvent.SubscriptionPaused;
import dev.releaseledger.domain.notice.SubscriptionEvent.SubscriptionRemoved;
import dev.releaseledger.domain.notice.SubscriptionEvent.SubscriptionResumed;
import dev.releaseledger.projections.ViewTables;
import java.sql.Timestamp;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;

/**
 * Keeps what notices are sent by, in the transaction in which the event is recorded.
 *
 * <p>It is no view that can be dropped: the full addresses are in no event, and what was sent is
 * not sent again because somebody rebuilds views.
 */
@ProcessingGroup(SubscriptionsProjector.NAME)
public final class SubscriptionsProjector {

  /** The processor that hands events over as they are recorded. */
  public static final String NAME = "subscriptions";

  private final ViewTables tables;

  public SubscriptionsProjector(ViewTables tables) {
    this.tables = tables;
  }

  @EventHandler
  void on(SubscriptionCreated event) {
    tables.update(
        """
        insert into notice_subscription
          (id, name, channel, project, environment, events, severity, target, recipients,
           created_by, created_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
        """,
        event.subscription(),
        event.name(),
        event.channel(),
        event.project(),
        event.environment(),
        String.join(",", event.events()),
        event.severity(),
        event.target(),
        event.recipients(),
        event.actor(),
        Timestamp.from(event.at()));
  }

  @EventHandler
  void on(SubscriptionRemoved event) {
    tables.update("delete from notice_target where subscription = ?", event.subscription());
    tables.update("delete from notice_subscription where id = ?", event.subscription());
  }

  @EventHandler
  void on(SubscriptionPaused event) {
    tables.update(
        "update notice_subscription set paused_at = ?, pause_reason = ? where id = ?",
        Timestamp.from(event.at()),
        event.reason(),
        event.subscription());
  }

  @EventHandler
  void on(SubscriptionResumed event) {
    tables.update(
        """
        update notice_subscription set paused_at = null, pause_reason = null, not_before = null
        where id = ?
        """,
        event.subscription());
  }

  @EventHandler
  void on(SecretRotated event) {
    tables.update(
        "update notice_subscription set generation = ?, previous_until = ? where id = ?",
        event.generation(),
        Timestamp.from(event.previousUntil()),
        event.subscription());
  }

  @EventHandler
  void on(DeliveriesReplayed event) {
    String again =
        """
        update notice_delivery
        set state = 'pending', attempts = 0, next_at = ?, settled_at = null where subscription = ?
        """;
    Timestamp at = Timestamp.from(event.at());
    if (event.delivery() == null) {
      tables.update(again + " and state = 'dead'", at, event.subscription());
    } else {
      tables.update(again + " and id = ?", at, event.subscription(), event.delivery());
    }
  }
}
