package dev.releaseledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class TimelineCommandsTest extends CliTest {

  private static final String HERE = "project=shop&environment=dev";
  private static final String ENDED =
      """
      {"type":"/problems/unauthenticated","title":"Unauthenticated","status":401,
       "category":"unauthorized","detail":"The token was revoked.","remedy":"Log in."}\
      """;

  private static String event(int position, String sentence) {
    return """
    id:%1$d
    event:plan-approved
    data:{"position":%1$d,"at":"2026-11-21T09:59:00Z","type":"plan-approved","project":"shop",\
    "environment":"dev","actor":"ada","sentence":"%2$s"}

    """
        .formatted(position, sentence);
  }

  @Test
  void every_filter_goes_to_the_service() {
    server.replies(
        "GET /timeline?"
            + HERE
            + "&actor=ada&rollout=rol_1&action=plan-approved&action=plan-rejected"
            + "&object=column%20public.t.c&severity=warning&since=2026-01-01T00%3A00%3A00Z"
            + "&until=2026-02-01T11%3A00%3A00Z&limit=5&after=1&before=9",
        200,
        answer("timeline"));

    Outcome outcome =
        run(
            "timeline",
            "--actor",
            "ada",
            "--rollout",
            "rol_1",
            "--action",
            "plan-approved,plan-rejected",
            "--object",
            "column public.t.c",
            "--severity",
            "warning",
            "--since",
            "2026-01-01T00:00Z",
            "--until",
            "2026-02-01T12:00+01:00",
            "--limit",
            "5",
            "--after",
            "1",
            "--before",
            "9");

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("approved the plan of rol_01");
  }

  @Test
  void what_people_wrote_gives_a_terminal_no_commands_and_makes_no_lines_of_its_own() {
    String said = "said:\\u001b[2J \\u009b1A \\r99 forged \\r\\nwell \\u202edne";
    String entry = event(43, said).replaceFirst("(?s).*data:", "").replaceFirst("\\s+$", "");
    server
        .replies("GET /timeline?" + HERE, 200, "{\"items\":[" + entry + "]}")
        .replies("GET /timeline?" + HERE + "&limit=10", 200, "{\"items\":[" + entry + "]}")
        .replies("GET /timeline/stream?" + HERE + "&after=43", 401, ENDED.replace("token", said));

    Outcome listed = run("timeline");
    Outcome followed = run("timeline", "--follow");

    String shown = "said:\uFFFD[2J \uFFFD1A \uFFFD99 forged well \uFFFDdne";
    assertThat(listed.out().lines()).hasSize(2);
    assertThat(listed.out()).endsWith(shown + "\n");
    assertThat(followed.out()).endsWith(shown + "\n");
    assertThat(followed.err()).contains("The said:\uFFFD[2J").doesNotContain("\u001b", "\u009b");
  }

  @Test
  void a_time_without_a_zone_ends_with_64() {
    Outcome outcome = run("timeline", "--since", "2026-01-01T00:00");

    assertThat(outcome.code()).isEqualTo(64);
    assertThat(outcome.err()).contains("time zone");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void notices_are_asked_for_where_the_service_has_them() {
    server.replies("GET /notices?" + HERE + "&severity=critical", 200, answer("timeline"));

    assertThat(run("notices", "--severity", "critical").out()).contains("plan-proposed");
  }

  @ParameterizedTest
  @CsvSource({"timeline,csv,''", "timeline,jsonl,''", "notices,csv,&severity=notice"})
  void a_file_is_passed_on_byte_by_byte(String command, String format, String least) {
    String file = "position,sentence\r\n1,\"two\nlines\"\r\n";
    server.replies("GET /timeline?" + HERE + least + "&format=" + format, 200, file);

    Outcome outcome = run(command, "--format", format);

    assertThat(outcome.out()).isEqualTo(file);
    assertThat(outcome.code()).isZero();
  }

  @Test
  void a_file_that_is_refused_is_a_problem() {
    server.replies("GET /timeline?" + HERE + "&format=csv", 401, ENDED);

    Outcome outcome = run("timeline", "--format", "csv");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains("The token was revoked.");
  }

  @Test
  void following_tells_the_last_entries_first_and_goes_on_where_it_was_cut_off() {
    server
        .replies("GET /timeline?" + HERE + "&limit=10", 200, answer("timeline"))
        .replies(
            "GET /timeline/stream?" + HERE + "&after=42",
            200,
            ":here\nid:42\n\n" + event(43, "one") + event(45, "two") + "id:46\nevent:half-told\n")
        .replies(
            "GET /timeline/stream?" + HERE + "&after=45", 200, event(46, "three") + "id:50\n\n")
        .replies("GET /timeline/stream?" + HERE + "&after=50", 401, ENDED);

    Outcome outcome = run("timeline", "--follow");

    assertThat(outcome.out().lines())
        .containsExactly(
            "41  2026-11-21 09:58:00Z  shop/prod  ada  plan-proposed  proposed 2 changes",
            "42  2026-11-21 09:59:00Z  shop/prod  grace  plan-approved  approved the plan of"
                + " rol_01",
            "43  2026-11-21 09:59:00Z  shop/dev  ada  plan-approved  one",
            "45  2026-11-21 09:59:00Z  shop/dev  ada  plan-approved  two",
            "46  2026-11-21 09:59:00Z  shop/dev  ada  plan-approved  three");
    assertThat(outcome.err()).contains("lost the service; asking again", "The token was revoked.");
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(server.requests()).hasSize(4);
    assertThat(server.requests().get(2).header("Last-Event-ID")).isEqualTo("45");
  }

  @Test
  void following_from_a_position_tells_a_line_of_json_for_each_entry() {
    server
        .replies("GET /timeline/stream?" + HERE + "&severity=notice&after=7", 200, event(8, "one"))
        .replies("GET /timeline/stream?" + HERE + "&severity=notice&after=8", 401, ENDED);

    List<String> lines =
        run("notices", "--follow", "--after", "7", "--format", "jsonl").out().lines().toList();

    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst()).startsWith("{\"position\":8,").endsWith("\"sentence\":\"one\"}");
  }

  @Test
  void a_service_that_was_never_heard_is_not_waited_for() {
    variables.put("LEDGER_SERVER", "http://127.0.0.1:1");

    assertThat(run("timeline", "--follow", "--after", "1").code()).isEqualTo(69);
  }

  @ParameterizedTest
  @CsvSource({
    "--until,2026-01-01T00:00Z,has no end",
    "--before,9,has no end",
    "--format,csv,the formats of --follow",
    "--format,json,the formats of --follow"
  })
  void following_has_no_end_and_is_told_line_by_line(String option, String value, String message) {
    Outcome outcome = run("timeline", "--follow", option, value);

    assertThat(outcome.code()).isEqualTo(64);
    assertThat(outcome.err()).contains(message);
  }

  @Test
  void whoever_is_interrupted_while_following_is_done() {
    server
        .replies("GET /timeline/stream?" + HERE + "&after=1", 200, event(2, "one"))
        .replies("GET /timeline/stream?" + HERE + "&after=2", 200, "id:2\n\n");

    Thread.currentThread().interrupt();
    Outcome outcome = run("timeline", "--follow", "--after", "1");

    assertThat(outcome.code()).isZero();
    assertThat(Thread.interrupted()).isFalse();
  }
}
