package dev.releaseledger.app.rest;

import dev.releaseledger.app.access.Caller;
import dev.releaseledger.app.access.Scopes;
import dev.releaseledger.app.notifying.Subscribing;
import dev.releaseledger.app.notifying.Subscribing.Recorded;
import dev.releaseledger.app.notifying.Subscribing.Wish;
import dev.releaseledger.app.port.Receipt;
import dev.releaseledger.domain.access.Scope;
import dev.releaseledger.domain.notice.Channel;
import dev.releaseledger.projections.notices.SubscriptionRow;
import dev.releaseledger.projections.notices.SubscriptionRows;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is told what. */
@RestController
@RequestMapping("/api/v1/subscriptions")
class SubscriptionsApi {

  private final Subscribing subscribing;
  private final SubscriptionRows subscriptions;
  private final SubscriptionPresenting presenting;
  private final Answers answers;

  SubscriptionsApi(
      Subscribing subscribing,
      SubscriptionRows subscriptions,
      SubscriptionPresenting presenting,
      Answers answers) {
    this.subscribing = subscribing;
    this.subscriptions = subscriptions;
    this.presenting = presenting;
    this.answers = answers;
  }

  record NewSubscription(
      @Nullable String name,
      @Nullable String channel,
      @Nullable List<String> to,
      @Nullable List<String> events,
      @Nullable String severity,
      @Nullable String project,
      @Nullable String environment,
      @Nullable String reason) {}

  record Why(@Nullable String reason) {}

  record Rotation(@Nullable String grace, @Nullable String reason) {}

  record Tested(boolean delivered, @Nullable Integer status, String answer) {}

  @PostMapping
  ResponseEntity<SubscriptionView> create(@RequestBody NewSubscription request, Caller caller) {
    Wish wish =
        new Wish(
            Values.required("name", request.name()),
            Values.choice("channel", Channel.class, request.channel()),
            Values.given("to", request.to()),
            Scopes.of(request.project(), request.environment()),
            request.events() == null ? List.of() : request.events(),
            Values.severity(request.severity()));
    caller.requireAdmin(wish.scope());
    Recorded created = subscribing.create(wish, request.reason(), caller);
    return answers.at(
        HttpStatus.CREATED,
        created.position(),
        () ->
            presenting.view(
                subscribing.require(created.id()).beginningBehind(created.position()),
                created.secret()));
  }

  @GetMapping
  Items<SubscriptionView> list(Caller caller) {
    return new Items<>(
        subscriptions.all().stream()
            .filter(row -> caller.auditsIn(scope(row)))
            .map(row -> presenting.view(row, null))
            .toList());
  }

  @GetMapping("/{id}")
  SubscriptionView one(@PathVariable String id, Caller caller) {
    SubscriptionRow row = subscribing.require(id);
    caller.requireAuditor(scope(row));
    return presenting.view(row, null);
  }

  @DeleteMapping("/{id}")
  ResponseEntity<SubscriptionView> remove(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String reason,
      Caller caller) {
    SubscriptionRow row = administered(id, caller);
    SubscriptionView removed = presenting.view(row, null);
    return answers.ok(subscribing.remove(row, reason, caller), () -> removed);
  }

  @PostMapping("/{id}/pause")
  ResponseEntity<SubscriptionView> pause(
      @PathVariable String id, @RequestBody Why why, Caller caller) {
    SubscriptionRow row = administered(id, caller);
    return answers.ok(subscribing.pause(row, why.reason(), caller), () -> one(id, caller));
  }

  @PostMapping("/{id}/resume")
  ResponseEntity<SubscriptionView> resume(
      @PathVariable String id, @RequestBody Why why, Caller caller) {
    SubscriptionRow row = administered(id, caller);
    long position = subscribing.resume(row, why.reason(), caller);
    return answers.ok(
        position, () -> presenting.view(subscribing.require(id).beginningBehind(position), null));
  }

  @PostMapping("/{id}/rotate")
  ResponseEntity<SubscriptionView> rotate(
      @PathVariable String id, @RequestBody Rotation rotation, Caller caller) {
    SubscriptionRow row = administered(id, caller);
    Recorded rotated =
        subscribing.rotate(
            row,
            rotation.grace() == null ? null : Values.duration("grace", rotation.grace()),
            rotation.reason(),
            caller);
    return answers.ok(
        rotated.position(), () -> presenting.view(subscribing.require(id), rotated.secret()));
  }

  @PostMapping("/{id}/test")
  Tested test(@PathVariable String id, Caller caller) {
    Receipt receipt = subscribing.test(administered(id, caller), caller);
    return new Tested(receipt.outcome() == Receipt.Outcome.TAKEN, receipt.status(), receipt.text());
  }

  private SubscriptionRow administered(String id, Caller caller) {
    SubscriptionRow row = subscribing.require(id);
    caller.requireAdmin(scope(row));
    return row;
  }

  private static Scope scope(SubscriptionRow row) {
    return new Scope(row.project(), row.environment());
  }
}
