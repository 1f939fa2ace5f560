package dev.releaseledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.cli.api.Json;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class SubscriptionCommandsTest extends CliTest {
  private static final String PAGER =
      """
      {"id": "sub_1", "name": "pager", "channel": "webhook", "to": ["https://pager.example/..."],
       "project": "shop", "environment": "prod", "events": ["apply-failed"], "severity": "warning",
       "state": "active", "from": 412, "pending": 2, "dead": 1,
       "lastDeliveredAt": "2026-11-21T09:00:00Z", "createdBy": "ada",
       "createdAt": "2026-11-20T09:00:00Z"%s}
      """;
  private static final String DELIVERY =
      """
      {"id": "msg_1", "subscription": "sub_1", "subscriptionName": "pager", "position": 420,
       "status": "dead", "attempts": 10, "createdAt": "2026-11-20T09:00:00Z",
       "settledAt": "2026-11-21T09:00:00Z", "code": 503, "answer": "it answered 503"}
      """;

  private static String pager(String more) {
    return PAGER.formatted(more);
  }

  @Test
  void create_sends_what_is_wanted_and_shows_the_secret_once() throws Exception {
    server.replies("POST /subscriptions", 201, pager(", \"secret\": \"whsec_x\""));

    Outcome outcome =
        run(
            "subscription",
            "create",
            "pager",
            "--channel",
            "webhook",
            "--to",
            "https://pager.example/hook",
            "--event",
            "apply-failed",
            "--severity",
            "warning",
            "--project",
            "shop",
            "--env",
            "prod",
            "--reason",
            "on call");

    assertThat(server.last().json())
        .isEqualTo(
            Json.read(
                """
                {"name": "pager", "channel": "webhook", "to": ["https://pager.example/hook"],
                 "events": ["apply-failed"], "severity": "warning", "reason": "on call",
                 "project": "shop", "environment": "prod"}
                """));
    assertThat(outcome.out())
        .isEqualTo(
            """
            Subscription pager (sub_1) tells https://pager.example/... by webhook: apply-failed from warning on, in shop/prod.
            What it signs with is shown this once:
            secret: whsec_x
            """);
  }

  @Test
  void create_reads_addresses_from_a_file_so_that_no_command_line_has_them() throws Exception {
    server.replies("POST /subscriptions", 201, pager(""));
    Files.writeString(home.resolve("to.txt"), "dba@example.org\n\n ops@example.org\n");

    run("subscription", "create", "mails", "--channel", "mail", "--to-file", "to.txt");

    assertThat(server.last().json())
        .isEqualTo(
            Json.read(
                """
                {"name": "mails", "channel": "mail", "to": ["dba@example.org", "ops@example.org"],
                 "events": [], "severity": "info"}
                """));
    assertThat(run("subscription", "create", "x", "--channel", "mail", "--to-file", "no").err())
        .contains("no does not exist");
    assertThat(run("subscription", "create", "x", "--channel", "mail").code()).isEqualTo(64);
  }

  @Test
  void list_is_a_table() {
    server.replies("GET /subscriptions", 200, "{\"items\":[" + pager("") + "]}");

    assertThat(run("subscription", "list").out())
        .isEqualTo(
            """
            SUBSCRIPTION  CHANNEL  TO                         SCOPE         EVENTS        SEVERITY  STATE   WAITING  DEAD  LAST DELIVERED
            pager         webhook  https://pager.example/...  in shop/prod  apply-failed  warning   active  2        1     2026-11-21 09:00:00Z
            """);
  }

  @Test
  void show_tells_how_it_stands() {
    server.replies(
        "GET /subscriptions/pager",
        200,
        pager("")
            .replace("active", "paused")
            .replace(
                "\"from\"",
                "\"pausedAt\": \"2026-11-21T09:30:00Z\", \"pauseReason\": \"its receiver answered"
                    + " 410 Gone\", \"from\""));

    assertThat(run("subscription", "show", "pager").out())
        .isEqualTo(
            """
            subscription    pager
            id              sub_1
            channel         webhook
            to              https://pager.example/...
            about           apply-failed from warning on, in shop/prod
            state           paused since 2026-11-21 09:30:00Z, its receiver answered 410 Gone
            from            #412
            waiting         2
            dead            1
            last delivered  2026-11-21 09:00:00Z
            created         2026-11-20 09:00:00Z by ada
            """);
  }

  @Test
  void pause_resume_and_remove_say_what_became_of_it() {
    server.replies("POST /subscriptions/pager/pause", 200, pager("").replace("active", "paused"));
    server.replies("POST /subscriptions/pager/resume", 200, pager(""));
    server.replies("DELETE /subscriptions/pager?reason=done", 200, pager(""));

    assertThat(run("subscription", "pause", "pager", "--reason", "noise").out())
        .isEqualTo("Subscription pager is paused.\n");
    assertThat(server.last().json().path("reason").asText()).isEqualTo("noise");
    assertThat(run("subscription", "resume", "pager").out())
        .isEqualTo("Subscription pager is active.\n");
    assertThat(run("subscription", "remove", "pager", "--reason", "done").out())
        .isEqualTo("Removed subscription pager.\n");
  }

  @Test
  void rotate_shows_the_new_secret_and_until_when_the_old_one_counts() {
    server.replies(
        "POST /subscriptions/pager/rotate",
        200,
        pager(", \"secret\": \"whsec_y\", \"previousSecretUntil\": \"2026-11-22T10:00:00Z\""));

    Outcome outcome = run("subscription", "rotate", "pager", "--grace", "PT24H");

    assertThat(server.last().json().path("grace").asText()).isEqualTo("PT24H");
    assertThat(outcome.out())
        .isEqualTo(
            """
            Subscription pager has another secret; the one before counts until 2026-11-22 10:00:00Z.
            What it signs with is shown this once:
            secret: whsec_y
            """);
  }

  @Test
  void test_ends_with_whether_it_arrived() {
    server.replies(
        "POST /subscriptions/pager/test",
        200,
        "{\"delivered\": true, \"status\": 204, \"answer\": \"accepted\"}");
    server.replies(
        "POST /subscriptions/pager/test",
        200,
        "{\"delivered\": false, \"answer\": \"its host is not known\"}");

    Outcome arrived = run("subscription", "test", "pager");
    Outcome lost = run("subscription", "test", "pager");

    assertThat(arrived.out()).isEqualTo("It arrived (204).\n");
    assertThat(arrived.code()).isZero();
    assertThat(lost.out()).isEqualTo("It did not arrive: its host is not known\n");
    assertThat(lost.code()).isEqualTo(1);
  }

  @Test
  void deliveries_are_a_table() {
    server.replies(
        "GET /deliveries?subscription=pager&status=dead&before=msg_2&limit=5",
        200,
        "{\"items\":[" + DELIVERY + "]}");

    Outcome outcome =
        run(
            "delivery",
            "list",
            "--subscription",
            "pager",
            "--dead",
            "--before",
            "msg_2",
            "--limit",
            "5");

    assertThat(outcome.out())
        .isEqualTo(
            """
            DELIVERY  SUBSCRIPTION  ENTRY  STATUS  ATTEMPTS  SETTLED               ANSWER
            msg_1     pager         #420   dead    10        2026-11-21 09:00:00Z  it answered 503
            """);
    assertThat(run("delivery", "list", "--dead", "--status", "dead").code()).isEqualTo(64);
  }

  @Test
  void replay_is_of_one_or_of_all() {
    server.replies("POST /deliveries/msg_1/replay", 200, DELIVERY);
    server.replies(
        "POST /deliveries/replay",
        200,
        "{\"subscription\": \"sub_1\", \"subscriptionName\": \"pager\", \"replayed\": 3}");

    assertThat(run("delivery", "replay", "msg_1").out())
        .isEqualTo("msg_1 is sent to pager once more.\n");
    assertThat(run("delivery", "replay", "--all", "pager", "--reason", "it is back").out())
        .isEqualTo("Sent to pager once more: 3 deliveries.\n");
    assertThat(server.last().json().path("subscription").asText()).isEqualTo("pager");
    assertThat(run("delivery", "replay").code()).isEqualTo(64);
    assertThat(run("delivery", "replay", "msg_1", "--all", "pager").code()).isEqualTo(64);
  }
}
