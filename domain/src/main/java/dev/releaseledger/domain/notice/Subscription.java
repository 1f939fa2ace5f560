package dev.releaseledger.domain.notice;

import dev.releaseledger.domain.access.Scope;
import dev.releaseledger.domain.notice.SubscriptionEvent.SubscriptionCreated;
import java.util.Locale;

/**
 * What decisions about one subscription depend on.
 *
 * @param scope where what it tells has to happen
 * @param generation the number of its secret
 */
public record Subscription(
    String id, String name, Channel channel, Scope scope, int generation, boolean isPaused) {

  static Subscription of(SubscriptionCreated e) {
    return new Subscription(
        e.subscription(),
        e.name(),
        Channel.valueOf(e.channel().toUpperCase(Locale.ROOT)),
        new Scope(e.project(), e.environment()),
        1,
        false);
  }

  Subscription paused() {
    return new Subscription(id, name, channel, scope, generation, true);
  }

  Subscription resumed() {
    return new Subscription(id, name, channel, scope, generation, false);
  }

  Subscription rotated(int next) {
    return new Subscription(id, name, channel, scope, next, isPaused);
  }
}
