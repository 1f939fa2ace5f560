package dev.releaseledger.app.notifying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.releaseledger.app.notifying.Delivery.State;
import dev.releaseledger.app.notifying.StandInCourier.Sent;
import dev.releaseledger.app.port.Destination;
import dev.releaseledger.app.port.EventLog;
import dev.releaseledger.app.port.Projections;
import dev.releaseledger.app.port.Receipt;
import dev.releaseledger.app.port.Receipt.Outcome;
import dev.releaseledger.app.store.Operator;
import dev.releaseledger.app.store.RunningLedger;
import dev.releaseledger.domain.access.Scope;
import dev.releaseledger.domain.notice.Channel;
import dev.releaseledger.domain.notice.SubscriptionCommand.CreateSubscription;
import dev.releaseledger.domain.notice.SubscriptionCommand.PauseSubscription;
import dev.releaseledger.domain.notice.SubscriptionCommand.RemoveSubscription;
import dev.releaseledger.domain.notice.SubscriptionCommand.ReplayDeliveries;
import dev.releaseledger.domain.notice.SubscriptionCommand.ResumeSubscription;
import dev.releaseledger.domain.notice.SubscriptionCommand.RotateSecret;
import dev.releaseledger.projections.notices.SubscriptionRow;
import dev.releaseledger.projections.notices.SubscriptionRows;
import dev.releaseledger.projections.testing.PostgresTest;
import dev.releaseledger.projections.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From the ledger to the receivers: what is told, when, how often, and what becomes of it. */
@PostgresTest
class NotifyingTest {

  private static final String ADMIN = "act_admin";
  private static final String KEY = "a key of these tests, drawn by nobody at all";
  private static final AtomicInteger COUNT = new AtomicInteger();

  @SuppressWarnings("NullAway.Init")
  private static RunningLedger node;

  @SuppressWarnings("NullAway.Init")
  private static TestDatabase shared;

  private final StandInCourier courier = new StandInCourier();

  @SuppressWarnings("NullAway.Init")
  private Instance instance;

  @SuppressWarnings("NullAway.Init")
  private Operator operator;

  @BeforeAll
  static void start(TestDatabase database) {
    shared = database;
    node = RunningLedger.on(database, "node-1");
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @BeforeEach
  void begin() {
    instance = new Instance(node, courier, KEY);
    operator = operator();
  }

  @AfterEach
  void leaveNobodyBehind() {
    for (SubscriptionRow row : node.the(SubscriptionRows.class).all()) {
      node.ledger().record(new RemoveSubscription(row.id(), null, ADMIN, instance.now()));
    }
  }

  /** An environment of its own for each test. */
  private static Operator operator() {
    Operator operator = new Operator(node.ledger(), "shop", "env" + COUNT.incrementAndGet());
    operator.create(0);
    return operator;
  }

  private String subscribe(Channel channel) {
    return subscribe(channel, Scope.of(operator.id()), "info");
  }

  private String subscribe(Channel channel, Scope scope, String severity, String... events) {
    String id = "sub_" + COUNT.incrementAndGet();
    instance.targets.put(
        id, new Destination("https://stand-in.example/secret", "https://stand-in.example", 0));
    long position =
        node.ledger()
            .record(
                new CreateSubscription(
                    id,
                    id,
                    channel,
                    scope,
                    new TreeSet<>(List.of(events)),
                    severity,
                    "https://stand-in.example",
                    0,
                    null,
                    ADMIN,
                    instance.now()));
    assertThat(position).isPositive();
    return id;
  }

  private List<String> kinds(String subscription) {
    return courier.sentTo(subscription).stream().map(Sent::kind).toList();
  }

  private static Receipt unavailable() {
    return new Receipt(Outcome.FAILED, 503, "it answered 503", null);
  }

  @Test
  void what_happens_after_a_subscription_is_told_in_order_and_nothing_from_before() {
    operator.freeze("before");
    String subscription = subscribe(Channel.WEBHOOK);
    operator.unfreeze();
    long last = operator.freeze("after");

    instance.round();
    instance.round();

    assertThat(kinds(subscription)).containsExactly("environment-unfrozen", "environment-frozen");
    Sent sent = courier.sentTo(subscription).getLast();
    assertThat(sent.notice().position()).isEqualTo(last);
    assertThat(sent.notice().line())
        .isEqualTo("alice froze %s: after".formatted(operator.id().environment()));
    assertThat(sent.notice().severity()).isEqualTo("warning");
    assertThat(sent.notice().place()).isEqualTo(operator.id().toString());
    assertThat(sent.notice().data()).contains("\"reason\":\"after\"");
    assertThat(sent.notice().ledger()).startsWith("urn:uuid:");
    assertThat(sent.parcel().address()).isEqualTo("https://stand-in.example/secret");
    assertThat(instance.row(subscription).from()).isLessThan(last);
    assertThat(instance.deliveriesOf(subscription))
        .extracting(Delivery::state)
        .containsOnly(State.DELIVERED);
  }

  @Test
  void a_subscription_gets_its_place_its_kinds_and_its_severity_and_nothing_else() {
    Operator other = operator();
    String elsewhere = subscribe(Channel.SLACK, Scope.of("bank"), "info");
    String frozen = subscribe(Channel.SLACK, Scope.of("shop"), "info", "environment-frozen");
    String warnings = subscribe(Channel.SLACK, Scope.of(operator.id()), "warning");

    operator.freeze("a");
    operator.unfreeze();
    other.freeze("b");
    instance.round();

    assertThat(kinds(elsewhere)).isEmpty();
    assertThat(kinds(frozen)).containsExactly("environment-frozen", "environment-frozen");
    assertThat(kinds(warnings)).containsExactly("environment-frozen");
  }

  @Test
  void nothing_is_sent_when_everything_is_built_again() {
    String subscription = subscribe(Channel.WEBHOOK);
    operator.freeze("once");
    instance.round();

    Projections projections = node.the(Projections.class);
    projections.names().forEach(projections::rebuild);
    node.settle();
    instance.later(Duration.ofDays(2));
    instance.round();

    assertThat(kinds(subscription)).containsExactly("environment-frozen");
    assertThat(instance.deliveriesOf(subscription)).hasSize(1);
  }

  @Test
  void what_fails_is_tried_again_with_the_same_id_until_it_arrives() {
    String subscription = subscribe(Channel.WEBHOOK);
    operator.freeze("again");
    courier.answers(parcel -> unavailable());
    instance.round();
    Delivery waiting = instance.deliveriesOf(subscription).getFirst();
    assertThat(waiting.state()).isEqualTo(State.PENDING);
    assertThat(waiting.status()).isEqualTo(503);
    assertThat(waiting.answer()).isEqualTo("it answered 503");
    assertThat(waiting.nextAt()).isBetween(instance.now(), instance.now().plusSeconds(10));

    courier.answers(parcel -> Receipt.taken(200, "accepted"));
    instance.later(Duration.ofSeconds(11));
    instance.round();

    assertThat(courier.sentTo(subscription))
        .extracting(Sent::id)
        .hasSize(2)
        .containsOnly(waiting.id());
    assertThat(instance.deliveriesOf(subscription).getFirst().attempts()).isEqualTo(2);
    assertThat(instance.count("failed")).isEqualTo(1);
    assertThat(instance.count("delivered")).isEqualTo(1);
  }

  @Test
  void what_was_tried_often_enough_is_given_up_and_can_be_replayed() {
    String subscription = subscribe(Channel.WEBHOOK, Scope.of(operator.id()), "warning");
    operator.freeze("in vain");
    courier.answers(parcel -> unavailable());
    for (int i = 0; i < Instance.ATTEMPTS + 2; i++) {
      instance.round();
      instance.later(Duration.ofHours(2));
    }
    assertThat(courier.sentTo(subscription)).hasSize(Instance.ATTEMPTS);
    Delivery dead = instance.deliveriesOf(subscription).getFirst();
    assertThat(dead.state()).isEqualTo(State.DEAD);
    assertThat(instance.deliveries.list(List.of(subscription), State.DEAD, null, 10)).hasSize(1);
    assertThat(instance.count("dead")).isEqualTo(1);

    courier.answers(parcel -> Receipt.taken(200, "accepted"));
    node.ledger()
        .record(new ReplayDeliveries(subscription, null, "it is back", ADMIN, instance.now()));
    instance.round();

    assertThat(courier.sentTo(subscription)).extracting(Sent::id).containsOnly(dead.id());
    Delivery replayed =
        instance.deliveriesOf(subscription).stream()
            .filter(it -> it.id().equals(dead.id()))
            .findFirst()
            .orElseThrow();
    assertThat(replayed.state()).isEqualTo(State.DELIVERED);
    assertThat(replayed.attempts()).isEqualTo(1);
  }

  @Test
  void one_that_cannot_be_sent_at_all_is_given_up_like_any_other() {
    String subscription = subscribe(Channel.WEBHOOK, Scope.of(operator.id()), "warning");
    operator.freeze("unspeakable");
    courier.answers(parcel -> {
      throw new IllegalStateException("there are no words for it");
    });
    for (int i = 0; i < Instance.ATTEMPTS + 2; i++) {
      instance.round();
      instance.later(Duration.ofHours(2));
    }

    assertThat(courier.sentTo(subscription)).hasSize(Instance.ATTEMPTS);
    Delivery dead = instance.deliveriesOf(subscription).getFirst();
    assertThat(dead.state()).isEqualTo(State.DEAD);
    assertThat(dead.answer()).contains("IllegalStateException").doesNotContain("no words");
  }

  @Test
  void one_that_arrived_can_be_replayed_by_its_id() {
    String subscription = subscribe(Channel.WEBHOOK, Scope.of(operator.id()), "warning");
    operator.freeze("lost by the receiver");
    instance.round();
    String id = instance.deliveriesOf(subscription).getFirst().id();

    node.ledger().record(new ReplayDeliveries(subscription, id, null, ADMIN, instance.now()));
    instance.round();

    assertThat(courier.sentTo(subscription)).extracting(Sent::id).containsExactly(id, id);
  }

  @Test
  void a_crash_between_sending_and_noting_sends_it_again_with_the_same_id() {
    String subscription = subscribe(Channel.WEBHOOK);
    operator.freeze("twice");
    courier.answers(parcel -> {
      throw new Error("the service ends here");
    });
    instance.fanOut.run();
    assertThat(catchThrowable(() -> instance.deliverAll(subscription)))
        .hasMessage("the service ends here");
    courier.answers(parcel -> Receipt.taken(200, "accepted"));
    instance.round();
    assertThat(courier.sentTo(subscription)).as("it may still be on its way").hasSize(1);

    instance.later(Duration.ofMinutes(5));
    instance.round();

    assertThat(courier.sentTo(subscription))
        .hasSize(2)
        .extracting(Sent::id)
        .containsOnly(instance.deliveriesOf(subscription).getFirst().id());
  }

  @Test
  void a_receiver_that_is_gone_pauses_its_subscription() {
    String subscription = subscribe(Channel.WEBHOOK);
    operator.freeze("gone");
    operator.unfreeze();
    courier.answers(parcel -> new Receipt(Outcome.GONE, 410, "it answered 410", null));
    instance.round();
    operator.freeze("not told");
    instance.later(Duration.ofDays(1));
    instance.round();

    assertThat(courier.sentTo(subscription)).hasSize(1);
    assertThat(instance.row(subscription).pauseReason())
        .isEqualTo("its receiver answered 410 Gone");
    assertThat(instance.deliveriesOf(subscription))
        .extracting(Delivery::state)
        .containsExactly(State.DEAD, State.PENDING);
    assertThat(node.the(EventLog.class).ofStream("subscriptions", Long.MAX_VALUE).getLast())
        .extracting(EventLog.Recorded::name)
        .isEqualTo("subscription-paused");
  }

  @Test
  void while_it_is_paused_nothing_is_told_and_afterwards_what_happens_from_then_on() {
    String subscription =
        subscribe(
            Channel.SLACK,
            Scope.of(operator.id()),
            "info",
            "environment-frozen",
            "environment-unfrozen");
    operator.freeze("waits");
    node.ledger().record(new PauseSubscription(subscription, null, ADMIN, instance.now()));
    operator.unfreeze();
    instance.round();
    assertThat(kinds(subscription)).isEmpty();

    node.ledger().record(new ResumeSubscription(subscription, null, ADMIN, instance.now()));
    operator.freeze("told");
    instance.round();

    assertThat(courier.sentTo(subscription))
        .extracting(it -> it.notice().sentence().replaceFirst(".*: ", ""))
        .containsExactly("waits", "told");
  }

  @Test
  void a_receiver_that_wants_to_be_left_alone_is() {
    String subscription = subscribe(Channel.WEBHOOK);
    operator.freeze("one");
    operator.unfreeze();
    courier.answers(
        parcel -> new Receipt(Outcome.FAILED, 429, "it answered 429", Duration.ofMinutes(10)));
    instance.round();
    courier.answers(parcel -> Receipt.taken(200, "accepted"));
    instance.later(Duration.ofMinutes(9));
    instance.round();
    assertThat(courier.sentTo(subscription)).hasSize(1);

    instance.later(Duration.ofMinutes(2));
    instance.round();

    assertThat(kinds(subscription))
        .containsExactly("environment-frozen", "environment-frozen", "environment-unfrozen");
  }

  @Test
  void one_that_fails_does_not_hold_up_another() {
    String broken = subscribe(Channel.WEBHOOK);
    String well = subscribe(Channel.WEBHOOK);
    courier.answers(parcel ->
        parcel.subscription().equals(broken) ? unavailable() : Receipt.taken(200, "accepted"));
    operator.freeze("one");
    operator.unfreeze();
    instance.round();

    assertThat(kinds(well)).containsExactly("environment-frozen", "environment-unfrozen");
    assertThat(courier.sentTo(broken)).hasSize(1);
  }

  @Test
  void several_service_instances_send_everything_once() throws Exception {
    String subscription = subscribe(Channel.WEBHOOK);
    for (int i = 0; i < 20; i++) {
      operator.freeze("again");
      operator.unfreeze();
    }
    try (RunningLedger otherNode = RunningLedger.on(shared, "node-2")) {
      Instance other = new Instance(otherNode, courier, KEY);
      List<Thread> threads = new ArrayList<>();
      for (Instance one : List.of(instance, other, instance, other)) {
        threads.add(
            Thread.startVirtualThread(() -> {
              for (int i = 0; i < 5; i++) {
                one.round();
              }
            }));
      }
      for (Thread thread : threads) {
        thread.join();
      }
    }
    instance.round();

    assertThat(courier.sentTo(subscription))
        .extracting(Sent::id)
        .hasSize(40)
        .doesNotHaveDuplicates();
  }

  @Test
  void both_secrets_sign_until_the_first_one_has_had_its_time() {
    String subscription = subscribe(Channel.WEBHOOK);
    List<String> first = secretsOfNext(subscription);
    String second = rotate(subscription);

    assertThat(first).hasSize(1);
    assertThat(secretsOfNext(subscription)).containsExactly(second, first.getFirst());
    instance.later(Duration.ofHours(25));
    assertThat(secretsOfNext(subscription)).containsExactly(second);
    assertThat(second).startsWith("whsec_").isNotEqualTo(first.getFirst());
  }

  private String rotate(String subscription) {
    long position =
        node.ledger()
            .record(
                new RotateSecret(
                    subscription, Duration.ofHours(24), "leaked", ADMIN, instance.now()));
    assertThat(position).isPositive();
    return instance.secrets.issue(subscription, 2);
  }

  private List<String> secretsOfNext(String subscription) {
    if (node.ledger().environment(operator.id()).orElseThrow().freezeReason() == null) {
      operator.freeze("signed");
    } else {
      operator.unfreeze();
    }
    instance.round();
    return courier.sentTo(subscription).getLast().parcel().secrets();
  }

  @Test
  void a_secret_is_the_same_for_whoever_has_the_key_and_in_no_table() {
    String subscription = subscribe(Channel.WEBHOOK);

    String secret = instance.secrets.issue(subscription, 1);

    assertThat(new Instance(node, courier, KEY).secrets.issue(subscription, 1)).isEqualTo(secret);
    assertThat(new Instance(node, courier, KEY + "!").secrets.issue(subscription, 1))
        .isNotEqualTo(secret);
    assertThat(instance.secrets.issue(subscription, 2)).isNotEqualTo(secret);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "too-short-to-be-drawn-by-chance\n"})
  void a_file_without_a_key_is_told_at_the_start(String content, @TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("key"), content);

    assertThatThrownBy(
            () -> new SigningSecrets(node.jdbc(), Instance.settings("", file.toString())))
        .hasMessageContaining("too short to be a key")
        .hasMessageContaining(file.toString())
        .hasMessageNotContaining("by-chance");
  }

  @Test
  void with_a_subscription_go_its_address_and_what_waited() {
    String subscription = subscribe(Channel.WEBHOOK);
    operator.freeze("waits");
    instance.fanOut.run();

    node.ledger().record(new RemoveSubscription(subscription, null, ADMIN, instance.now()));
    instance.later(Duration.ofDays(1));
    instance.round();

    assertThat(courier.sentTo(subscription)).isEmpty();
    assertThat(instance.targets.of(subscription)).isEmpty();
    assertThat(instance.deliveriesOf(subscription)).isEmpty();
  }

  @Test
  void what_arrived_is_forgotten_after_a_while_and_nothing_else() {
    String subscription = subscribe(Channel.WEBHOOK);
    operator.freeze("arrived");
    instance.round();
    courier.answers(parcel -> new Receipt(Outcome.FAILED, 500, "it answered 500", null));
    operator.unfreeze();
    instance.round();

    assertThat(instance.deliveries.forget(instance.now().minusSeconds(1))).isZero();
    assertThat(instance.deliveries.forget(instance.now().plusSeconds(1))).isPositive();

    assertThat(instance.deliveriesOf(subscription))
        .extracting(Delivery::state)
        .containsExactly(State.PENDING);
  }

  @Test
  void a_long_list_of_deliveries_goes_on_behind_the_last_one_of_a_page() {
    String one = subscribe(Channel.WEBHOOK, Scope.of(operator.id()), "info");
    String other = subscribe(Channel.SLACK, Scope.of(operator.id()), "warning");
    for (int i = 0; i < 5; i++) {
      operator.freeze("again");
      operator.unfreeze();
    }
    instance.fanOut.run();
    List<Delivery> all = new ArrayList<>();
    for (List<Delivery> page = page(one, other, null);
        !page.isEmpty();
        page = page(one, other, page.getLast())) {
      all.addAll(page);
    }

    assertThat(all).extracting(Delivery::id).doesNotHaveDuplicates().hasSizeGreaterThan(14);
    assertThat(all).extracting(Delivery::position).isSortedAccordingTo(Comparator.reverseOrder());
  }

  private List<Delivery> page(String one, String other, @Nullable Delivery before) {
    return instance.deliveries.list(List.of(one, other), null, before, 4);
  }

  @Test
  void nobody_who_is_not_there_yet_is_told_of_what_was_read_before() {
    operator.freeze("before");
    operator.unfreeze();
    instance.fanOut.run();
    String subscription = subscribe(Channel.WEBHOOK);

    instance.round();

    assertThat(courier.sentTo(subscription)).isEmpty();
  }
}
