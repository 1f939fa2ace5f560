package dev.releaseledger.domain.notice;

import static dev.releaseledger.domain.notice.SubscriptionDecision.accept;
import static dev.releaseledger.domain.notice.SubscriptionDecision.decline;

import dev.releaseledger.domain.notice.SubscriptionCommand.CreateSubscription;
import dev.releaseledger.domain.notice.SubscriptionCommand.PauseSubscription;
import dev.releaseledger.domain.notice.SubscriptionCommand.RemoveSubscription;
import dev.releaseledger.domain.notice.SubscriptionCommand.ReplayDeliveries;
import dev.releaseledger.domain.notice.SubscriptionCommand.ResumeSubscription;
import dev.releaseledger.domain.notice.SubscriptionCommand.RotateSecret;
import dev.releaseledger.domain.notice.SubscriptionEvent.DeliveriesReplayed;
import dev.releaseledger.domain.notice.SubscriptionEvent.SecretRotated;
import dev.releaseledger.domain.notice.SubscriptionEvent.SubscriptionCreated;
import dev.releaseledger.domain.notice.SubscriptionEvent.SubscriptionPaused;
import dev.releaseledger.domain.notice.SubscriptionEvent.SubscriptionRemoved;
import dev.releaseledger.domain.notice.SubscriptionEvent.SubscriptionResumed;
import dev.releaseledger.domain.notice.SubscriptionRefusal.NoSigningSecret;
import dev.releaseledger.domain.notice.SubscriptionRefusal.SubscriptionIsPaused;
import dev.releaseledger.domain.notice.SubscriptionRefusal.SubscriptionNameTaken;
import dev.releaseledger.domain.notice.SubscriptionRefusal.SubscriptionNotPaused;
import dev.releaseledger.domain.notice.SubscriptionRefusal.UnknownSubscription;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who is told what, as its events have made it: a state and a command give an event or a refusal.
 *
 * @param standing the subscriptions that were created and not removed, by id
 */
public record Subscriptions(SortedMap<String, Subscription> standing) {

  /** The identity of the one stream. */
  public static final String STREAM = "subscriptions";

  public Subscriptions {
    standing = Collections.unmodifiableSortedMap(new TreeMap<>(standing));
  }

  /** Before anybody was told anything. */
  public static Subscriptions initial() {
    return new Subscriptions(new TreeMap<>());
  }

  /** Decides one command. */
  public SubscriptionDecision decide(SubscriptionCommand command) {
    if (command instanceof CreateSubscription create) {
      return create(create);
    }
    Subscription subscription = standing.get(command.subscription());
    return subscription == null
        ? decline(new UnknownSubscription(command.subscription()))
        : decide(subscription, command);
  }

  /** What it is after one more event. */
  public Subscriptions evolve(SubscriptionEvent event) {
    SortedMap<String, Subscription> after = new TreeMap<>(standing);
    switch (event) {
      case SubscriptionCreated e -> after.put(e.subscription(), Subscription.of(e));
      case SubscriptionRemoved e -> after.remove(e.subscription());
      case SubscriptionPaused e -> after.computeIfPresent(e.subscription(), (id, s) -> s.paused());
      case SubscriptionResumed e ->
          after.computeIfPresent(e.subscription(), (id, s) -> s.resumed());
      case SecretRotated e ->
          after.computeIfPresent(e.subscription(), (id, s) -> s.rotated(e.generation()));
      case DeliveriesReplayed e -> {
        // What is sent once more decides nothing.
      }
    }
    return new Subscriptions(after);
  }

  private SubscriptionDecision create(CreateSubscription c) {
    boolean taken = standing.values().stream().anyMatch(other -> other.name().equals(c.name()));
    return taken
        ? decline(new SubscriptionNameTaken(c.name()))
        : accept(
            new SubscriptionCreated(
                c.subscription(),
                c.name(),
                c.channel().word(),
                c.scope().project(),
                c.scope().environment(),
                List.copyOf(c.events()),
                c.severity(),
                c.target(),
                c.recipients(),
                c.reason(),
                c.actor(),
                c.at()));
  }

  private static SubscriptionDecision decide(Subscription s, SubscriptionCommand command) {
    return switch (command) {
      case CreateSubscription c -> throw new IllegalArgumentException("it is there: " + s.id());
      case RemoveSubscription c ->
          accept(
              new SubscriptionRemoved(
                  s.id(),
                  s.name(),
                  s.scope().project(),
                  s.scope().environment(),
                  c.reason(),
                  c.actor(),
                  c.at()));
      case PauseSubscription c ->
          s.isPaused()
              ? decline(new SubscriptionIsPaused(s.name()))
              : accept(
                  new SubscriptionPaused(
                      s.id(),
                      s.name(),
                      s.scope().project(),
                      s.scope().environment(),
                      c.reason(),
                      c.actor(),
                      c.at()));
      case ResumeSubscription c ->
          s.isPaused()
              ? accept(
                  new SubscriptionResumed(
                      s.id(),
                      s.name(),
                      s.scope().project(),
                      s.scope().environment(),
                      c.reason(),
                      c.actor(),
                      c.at()))
              : decline(new SubscriptionNotPaused(s.name()));
      case RotateSecret c -> rotate(s, c);
      case ReplayDeliveries c ->
          accept(
              new DeliveriesReplayed(
                  s.id(),
                  s.name(),
                  s.scope().project(),
                  s.scope().environment(),
                  c.delivery(),
                  c.reason(),
                  c.actor(),
                  c.at()));
    };
  }

  private static SubscriptionDecision rotate(Subscription s, RotateSecret c) {
    return s.channel().isSigned()
        ? accept(
            new SecretRotated(
                s.id(),
                s.name(),
                s.scope().project(),
                s.scope().environment(),
                s.generation() + 1,
                c.at().plus(c.grace()),
                c.reason(),
                c.actor(),
                c.at()))
        : decline(new NoSigningSecret(s.name(), s.channel().word()));
  }
}
