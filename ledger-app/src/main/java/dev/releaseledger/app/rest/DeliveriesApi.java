package dev.releaseledger.app.rest;

import dev.releaseledger.app.access.Caller;
import dev.releaseledger.app.notifying.Deliveries;
import dev.releaseledger.app.notifying.Delivery;
import dev.releaseledger.app.notifying.Delivery.State;
import dev.releaseledger.app.notifying.Subscribing;
import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.domain.access.Scope;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.projections.notices.SubscriptionRow;
import dev.releaseledger.projections.notices.SubscriptionRows;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What became of notices. */
@RestController
@RequestMapping("/api/v1/deliveries")
class DeliveriesApi {

  private static final int MOST = 1000;

  private final Deliveries deliveries;
  private final Subscribing subscribing;
  private final SubscriptionRows subscriptions;
  private final Answers answers;

  DeliveriesApi(
      Deliveries deliveries,
      Subscribing subscribing,
      SubscriptionRows subscriptions,
      Answers answers) {
    this.deliveries = deliveries;
    this.subscribing = subscribing;
    this.subscriptions = subscriptions;
    this.answers = answers;
  }

  record DeliveryView(
      String id,
      String subscription,
      String subscriptionName,
      long position,
      String status,
      int attempts,
      @Nullable Instant nextAt,
      Instant createdAt,
      @Nullable Instant settledAt,
      @Nullable Integer code,
      @Nullable String answer) {}

  record Why(@Nullable String reason) {}

  record ReplayAll(@Nullable String subscription, @Nullable String reason) {}

  record Replayed(String subscription, String subscriptionName, long replayed) {}

  @GetMapping
  Items<DeliveryView> list(
      @RequestParam(required = false) @Nullable String subscription,
      @RequestParam(required = false) @Nullable String status,
      @RequestParam(required = false) @Nullable String before,
      @RequestParam(defaultValue = "100") int limit,
      Caller caller) {
    Delivery last = before == null ? null : subscribing.requireDelivery(before);
    Map<String, String> names = new LinkedHashMap<>();
    shown(subscription, caller).forEach(row -> names.put(row.id(), row.name()));
    return new Items<>(
        deliveries.list(names.keySet(), state(status), last, Values.limit(limit, MOST)).stream()
            .map(it -> view(it, Objects.requireNonNull(names.get(it.subscription()))))
            .toList());
  }

  @PostMapping("/{id}/replay")
  ResponseEntity<DeliveryView> replay(
      @PathVariable String id, @RequestBody Why why, Caller caller) {
    Delivery delivery = subscribing.requireDelivery(id);
    SubscriptionRow row = administered(delivery.subscription(), caller);
    return answers.ok(
        subscribing.replay(delivery, why.reason(), caller),
        () -> view(subscribing.requireDelivery(id), row.name()));
  }

  @PostMapping("/replay")
  ResponseEntity<Replayed> replayAll(@RequestBody ReplayAll request, Caller caller) {
    SubscriptionRow row =
        administered(Values.required("subscription", request.subscription()), caller);
    long dead = deliveries.standing(row.id()).dead();
    return answers.ok(
        subscribing.replay(row, request.reason(), caller),
        () -> new Replayed(row.id(), row.name(), dead));
  }

  private Stream<SubscriptionRow> shown(@Nullable String subscription, Caller caller) {
    if (subscription == null) {
      return subscriptions.all().stream().filter(row -> caller.auditsIn(scope(row)));
    }
    SubscriptionRow row = subscribing.require(subscription);
    caller.requireAuditor(scope(row));
    return Stream.of(row);
  }

  private SubscriptionRow administered(String id, Caller caller) {
    SubscriptionRow row = subscribing.require(id);
    caller.requireAdmin(scope(row));
    return row;
  }

  private static Scope scope(SubscriptionRow row) {
    return new Scope(row.project(), row.environment());
  }

  private static @Nullable State state(@Nullable String word) {
    if (word == null) {
      return null;
    }
    return Stream.of(State.values())
        .filter(state -> state.word().equals(word))
        .findFirst()
        .orElseThrow(
            () -> new Refused(new InvalidValue("status", "must be pending, delivered or dead")));
  }

  private static DeliveryView view(Delivery delivery, String name) {
    return new DeliveryView(
        delivery.id(),
        delivery.subscription(),
        name,
        delivery.position(),
        delivery.state().word(),
        delivery.attempts(),
        delivery.state() == State.PENDING ? delivery.nextAt() : null,
        delivery.createdAt(),
        delivery.settledAt(),
        delivery.status(),
        delivery.answer());
  }
}
