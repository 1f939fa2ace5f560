package dev.releaseledger.app.notifying;

import dev.releaseledger.app.access.Caller;
import dev.releaseledger.app.access.Scopes;
import dev.releaseledger.app.port.Destination;
import dev.releaseledger.app.port.EventLog;
import dev.releaseledger.app.port.Ids;
import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.app.port.Receipt;
import dev.releaseledger.app.project.Names;
import dev.releaseledger.app.refusal.NoticeRefusal.DeliveryPending;
import dev.releaseledger.app.refusal.NoticeRefusal.UnknownDelivery;
import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.app.settings.LedgerSettings;
import dev.releaseledger.domain.access.Scope;
import dev.releaseledger.domain.notice.Channel;
import dev.releaseledger.domain.notice.SubscriptionCommand;
import dev.releaseledger.domain.notice.SubscriptionCommand.CreateSubscription;
import dev.releaseledger.domain.notice.SubscriptionCommand.PauseSubscription;
import dev.releaseledger.domain.notice.SubscriptionCommand.RemoveSubscription;
import dev.releaseledger.domain.notice.SubscriptionCommand.ReplayDeliveries;
import dev.releaseledger.domain.notice.SubscriptionCommand.ResumeSubscription;
import dev.releaseledger.domain.notice.SubscriptionCommand.RotateSecret;
import dev.releaseledger.domain.notice.SubscriptionRefusal.UnknownSubscription;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.projections.notices.SubscriptionRow;
import dev.releaseledger.projections.notices.SubscriptionRows;
import dev.releaseledger.projections.timeline.Severity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says who is told what. */
@Component
public class Subscribing {

  private static final Duration LONGEST_GRACE = Duration.ofDays(30);

  private final Ledger ledger;
  private final EventLog log;
  private final SubscriptionRows subscriptions;
  private final Deliveries deliveries;
  private final Targets targets;
  private final SigningSecrets secrets;
  private final Couriers couriers;
  private final Wording wording;
  private final Sending sending;
  private final Scopes scopes;
  private final Ids ids;
  private final Duration grace;
  private final Clock clock;

  Subscribing(
      Ledger ledger,
      EventLog log,
      SubscriptionRows subscriptions,
      Deliveries deliveries,
      Targets targets,
      SigningSecrets secrets,
      Couriers couriers,
      Wording wording,
      Sending sending,
      Scopes scopes,
      Ids ids,
      LedgerSettings settings,
      Clock clock) {
    this.ledger = ledger;
    this.log = log;
    this.subscriptions = subscriptions;
    this.deliveries = deliveries;
    this.targets = targets;
    this.secrets = secrets;
    this.couriers = couriers;
    this.wording = wording;
    this.sending = sending;
    this.scopes = scopes;
    this.ids = ids;
    this.grace = settings.notices().rotationGrace();
    this.clock = clock;
  }

  /** What a subscription is to be. */
  public record Wish(
      String name,
      Channel channel,
      List<String> to,
      Scope scope,
      List<String> events,
      Severity severity) {
    public Wish {
      to = List.copyOf(to);
      events = List.copyOf(events);
    }
  }

  /**
   * What was recorded, and where.
   *
   * @param secret what notices are signed with, the only time it is seen
   */
  public record Recorded(String id, long position, @Nullable String secret) {}

  /** Tells somebody what happens from now on. */
  public Recorded create(Wish wish, @Nullable String reason, Caller caller) {
    Names.require("name", wish.name());
    scopes.requireKnown(wish.scope());
    SortedSet<String> events = known(wish.events());
    Destination destination = couriers.of(wish.channel()).admit(wish.channel(), wish.to());
    String id = ids.next("sub_");
    // The address is in no event. Until the event is recorded, nothing goes there.
    targets.put(id, destination);
    try {
      long position =
          ledger.record(
              new CreateSubscription(
                  id,
                  wish.name(),
                  wish.channel(),
                  wish.scope(),
                  events,
                  wish.severity().word(),
                  destination.target(),
                  destination.recipients(),
                  reason,
                  caller.actor(),
                  clock.instant()));
      return new Recorded(id, position, wish.channel().isSigned() ? secrets.issue(id, 1) : null);
    } catch (Refused refused) {
      targets.drop(id);
      throw refused;
    }
  }

  /** Tells them no longer. */
  public long remove(SubscriptionRow row, @Nullable String reason, Caller caller) {
    return ledger.record(new RemoveSubscription(row.id(), reason, caller.actor(), clock.instant()));
  }

  /** Tells them nothing for a while. */
  public long pause(SubscriptionRow row, @Nullable String reason, Caller caller) {
    return ledger.record(new PauseSubscription(row.id(), reason, caller.actor(), clock.instant()));
  }

  /** Tells them again. */
  public long resume(SubscriptionRow row, @Nullable String reason, Caller caller) {
    return ledger.record(new ResumeSubscription(row.id(), reason, caller.actor(), clock.instant()));
  }

  /** Signs with another secret, and for a while with the one before as well. */
  public Recorded rotate(
      SubscriptionRow row, @Nullable Duration wanted, @Nullable String reason, Caller caller) {
    Duration both = wanted == null ? grace : wanted;
    if (both.isNegative() || both.compareTo(LONGEST_GRACE) > 0) {
      throw new Refused(new InvalidValue("grace", "must be between PT0S and P30D"));
    }
    SubscriptionCommand rotate =
        new RotateSecret(row.id(), both, reason, caller.actor(), clock.instant());
    long position = ledger.record(rotate);
    return new Recorded(
        row.id(), position, secrets.issue(row.id(), require(row.id()).generation()));
  }

  /** Sends something now that is no entry, to see whether it arrives. */
  public Receipt test(SubscriptionRow row, Caller caller) {
    Instant now = clock.instant();
    return sending.send(ids.next("msg_"), row, wording.test(row, caller.actor(), now), now);
  }

  /** Sends once more everything that was given up. */
  public long replay(SubscriptionRow row, @Nullable String reason, Caller caller) {
    return ledger.record(
        new ReplayDeliveries(row.id(), null, reason, caller.actor(), clock.instant()));
  }

  /** Sends one delivery once more. */
  public long replay(Delivery delivery, @Nullable String reason, Caller caller) {
    if (delivery.state() == Delivery.State.PENDING) {
      throw new Refused(new DeliveryPending(delivery.id()));
    }
    return ledger.record(
        new ReplayDeliveries(
            delivery.subscription(), delivery.id(), reason, caller.actor(), clock.instant()));
  }

  /** The subscription of an id or a name, or a refusal. */
  public SubscriptionRow require(String idOrName) {
    return subscriptions
        .one(idOrName)
        .orElseThrow(() -> new Refused(new UnknownSubscription(idOrName)));
  }

  /** The delivery of an id, or a refusal. */
  public Delivery requireDelivery(String id) {
    return deliveries.one(id).orElseThrow(() -> new Refused(new UnknownDelivery(id)));
  }

  private SortedSet<String> known(List<String> events) {
    SortedSet<String> all = log.kinds();
    for (String event : events) {
      if (!all.contains(event)) {
        throw new Refused(
            new InvalidValue(
                "events", "names '%s': no entry of the ledger is called so".formatted(event)));
      }
    }
    return new TreeSet<>(events);
  }
}
