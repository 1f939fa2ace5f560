package dev.releaseledger.domain.notice;

import dev.releaseledger.domain.access.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What can be asked about who is told what. */
public sealed interface SubscriptionCommand {

  /** The subscription it is about. */
  String subscription();

  @Nullable String reason();

  /** Who asks, as an actor id. */
  String actor();

  Instant at();

  /** Tell somebody what happens from now on. */
  record CreateSubscription(
      String subscription,
      String name,
      Channel channel,
      Scope scope,
      SortedSet<String> events,
      String severity,
      String target,
      int recipients,
      @Nullable String reason,
      String actor,
      Instant at)
      implements SubscriptionCommand {
    public CreateSubscription {
      events = Collections.unmodifiableSortedSet(new TreeSet<>(events));
    }
  }

  /** Tell them no longer. */
  record RemoveSubscription(String subscription, @Nullable String reason, String actor, Instant at)
      implements SubscriptionCommand {}

  /** Tell them nothing for a while. */
  record PauseSubscription(String subscription, @Nullable String reason, String actor, Instant at)
      implements SubscriptionCommand {}

  /** Tell them again. */
  record ResumeSubscription(String subscription, @Nullable String reason, String actor, Instant at)
      implements SubscriptionCommand {}

  /** Sign with another secret, and with the one before for a while. */
  record RotateSecret(
      String subscription, Duration grace, @Nullable String reason, String actor, Instant at)
      implements SubscriptionCommand {}

  /** Send once more what was given up, or one delivery whatever became of it. */
  record ReplayDeliveries(
      String subscription,
      @Nullable String delivery,
      @Nullable String reason,
      String actor,
      Instant at)
      implements SubscriptionCommand {}
}
