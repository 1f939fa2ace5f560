package dev.releaseledger.domain.notice;

import dev.releaseledger.domain.privacy.FreeText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens to who is told what.
 *
 * <p>Events carry where notices go only as far as it is no secret: of a URL its scheme and host, of
 * mail the domains and the number of recipients.
 */
public sealed interface SubscriptionEvent {

  /** The subscription it is about. */
  String subscription();

  /** What people call the subscription. */
  String name();

  /** The only project whose entries it gets, or null when it gets those of all. */
  @Nullable String project();

  /** The only environment whose entries it gets, or null. */
  @Nullable String environment();

  /** Who did it, as an actor id. */
  String actor();

  Instant at();

  /**
   * From the next entry of the ledger on, notices go somewhere.
   *
   * @param channel the word of a {@link Channel}
   * @param events the only kinds of entries it gets; all when there are none
   * @param severity the least severity it gets
   * @param target the scheme and host of the URL, or the domains of the recipients
   * @param recipients how many addresses there are
   */
  record SubscriptionCreated(
      String subscription,
      String name,
      String channel,
      @Nullable String project,
      @Nullable String environment,
      List<String> events,
      String severity,
      String target,
      int recipients,
      @FreeText @Nullable String reason,
      String actor,
      Instant at)
      implements SubscriptionEvent {
    public SubscriptionCreated {
      events = List.copyOf(events);
    }
  }

  /** No notices go there any more, and none that waited. */
  record SubscriptionRemoved(
      String subscription,
      String name,
      @Nullable String project,
      @Nullable String environment,
      @FreeText @Nullable String reason,
      String actor,
      Instant at)
      implements SubscriptionEvent {}

  /** What happens from here on is not told, and what waits to be told goes on waiting. */
  record SubscriptionPaused(
      String subscription,
      String name,
      @Nullable String project,
      @Nullable String environment,
      @FreeText @Nullable String reason,
      String actor,
      Instant at)
      implements SubscriptionEvent {}

  /** What happens from here on is told again. */
  record SubscriptionResumed(
      String subscription,
      String name,
      @Nullable String project,
      @Nullable String environment,
      @FreeText @Nullable String reason,
      String actor,
      Instant at)
      implements SubscriptionEvent {}

  /**
   * Notices are signed with another secret.
   *
   * @param generation the number of the secret, from 1
   * @param previousUntil until when they are signed with the one before as well
   */
  record SecretRotated(
      String subscription,
      String name,
      @Nullable String project,
      @Nullable String environment,
      int generation,
      Instant previousUntil,
      @FreeText @Nullable String reason,
      String actor,
      Instant at)
      implements SubscriptionEvent {}

  /**
   * What was given up, or had arrived, is sent once more.
   *
   * @param delivery the one delivery, or null for all that were given up
   */
  record DeliveriesReplayed(
      String subscription,
      String name,
      @Nullable String project,
      @Nullable String environment,
      @Nullable String delivery,
      @FreeText @Nullable String reason,
      String actor,
      Instant at)
      implements SubscriptionEvent {}
}
