package dev.releaseledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.releaseledger.cli.api.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeRecordTest extends CliTest {

  private static final String FILES = "GET /rollouts/rol_01/artifacts";
  private static final String REFUSED =
      """
      {"type": "/problems/window-closed", "title": "Closed", "status": 409, "detail": "d",
       "remedy": "r", "category": "refused", "rolloutId": "rol_01"}
      """;

  private static String files(String... names) {
    ObjectNode answer = Json.object();
    ArrayNode items = answer.putArray("items");
    for (String name : names) {
      items.addObject().put("name", name).put("content", "content of " + name + "\n");
    }
    return answer.toString();
  }

  /** What is below the test's home, links and drafts too. */
  private Stream<String> below() throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      return all
          .filter(Files::isRegularFile)
          .map(it -> home.relativize(it).toString())
          .toList()
          .stream();
    }
  }

  @Test
  void a_record_is_told_from_the_request_to_the_last_entry() {
    server.replies("GET /rollouts/rol_01/record", 200, answer("change-record"));

    Outcome outcome = run("rollout", "record", "rol_01");

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .startsWith("Change rol_01 of shop/prod: Executed (released)\n")
        .contains("why         orders are lost\n")
        .contains("requested   2026-01-20 10:03:00Z by alice, #103\n")
        .contains("to do  somebody else has to review the emergency")
        .containsPattern("1 +drop column public.customers.fax +breaking +\\S+ +3 ms +#115")
        .containsPattern("2 +add column public.customers.name +metadata_only +\\S+ +found done")
        .containsPattern("bob +2026-01-20 10:09:00Z +approved, taken back +looks right +#109")
        .containsPattern("failed suite +one of 200")
        .containsPattern("approvals +passed over +0 of 1")
        .containsPattern("drift checks\n.*\n.*post_apply: clean")
        .endsWith("#103\n");
  }

  @Test
  void machines_get_the_whole_record() throws IOException {
    server.replies("GET /rollouts/rol_01/record", 200, answer("change-record"));

    String out = run("rollout", "record", "rol_01", "--format", "json").out();

    assertThat(Json.read(out)).isEqualTo(Json.read(answer("change-record")));
  }

  @Test
  void markdown_comes_from_the_service_as_it_is() {
    server.replies("GET /rollouts/rol_01/record?format=md", 200, "# Change record `rol_01`\n");

    Outcome outcome = run("rollout", "record", "rol_01", "--format", "md");

    assertThat(outcome.out()).isEqualTo("# Change record `rol_01`\n");
    assertThat(server.last().header("Accept")).startsWith("text/markdown");
  }

  @Test
  void a_rollout_that_is_not_known_is_a_problem_in_every_format() {
    String problem =
        """
        {"type": "/problems/unknown-rollout", "title": "No such rollout", "status": 404,
         "detail": "d", "remedy": "r", "category": "not_found"}
        """;
    server.replies("GET /rollouts/rol_01/record?format=md", 404, problem);

    Outcome outcome = run("rollout", "record", "rol_01", "--format", "md");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).contains("No such rollout");
  }

  @Test
  void files_are_written_below_the_folder_and_nothing_else_is_left_there() throws IOException {
    server.replies(FILES, 200, files("ledger.json", "schema_history/public_t/v0001.json"));

    Outcome outcome = run("rollout", "artifacts", "rol_01", "--artifact-dir", "out/evidence");

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .isEqualTo("out/evidence/ledger.json\nout/evidence/schema_history/public_t/v0001.json\n");
    assertThat(below().filter(it -> it.startsWith("out")))
        .containsExactlyInAnyOrder(
            "out/evidence/ledger.json", "out/evidence/schema_history/public_t/v0001.json");
    assertThat(home.resolve("out/evidence/ledger.json")).hasContent("content of ledger.json");
  }

  @Test
  void what_is_there_is_replaced() throws IOException {
    Files.createDirectories(home.resolve("out"));
    Files.writeString(home.resolve("out/ledger.json"), "old");
    server.replies(FILES, 200, files("ledger.json"));

    assertThat(run("rollout", "artifacts", "rol_01", "--artifact-dir", "out").code()).isZero();

    assertThat(home.resolve("out/ledger.json")).hasContent("content of ledger.json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../evil", "/tmp/evil", "a/../../evil", "", "a//b", ".hidden", "a\\b", "a/./b"})
  void a_name_that_leads_out_of_the_folder_is_refused(String name) throws IOException {
    server.replies(FILES, 200, files(name));

    Outcome outcome = run("rollout", "artifacts", "rol_01", "--artifact-dir", "out");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains("unwritable-artifact");
    assertThat(below().filter(it -> it.contains("evil") || it.contains("hidden"))).isEmpty();
  }

  @Test
  void a_link_that_leads_out_of_the_folder_is_refused() throws IOException {
    Files.createDirectories(home.resolve("out"));
    Files.createDirectories(home.resolve("elsewhere"));
    Files.createSymbolicLink(home.resolve("out/schema_history"), home.resolve("elsewhere"));
    server.replies(FILES, 200, files("schema_history/v0001.json"));

    Outcome outcome = run("rollout", "artifacts", "rol_01", "--artifact-dir", "out");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(below().filter(it -> it.startsWith("elsewhere"))).isEmpty();
  }

  @Test
  void an_apply_writes_the_files_about_its_rollout() throws IOException {
    server.replies(
        "POST /projects/shop/environments/dev/apply",
        202,
        "{\"outcome\": \"waiting_for_approval\", \"rollout\": " + answer("rollout-proposed") + "}");
    String id = Json.read(answer("rollout-proposed")).path("id").asText();
    server.replies("GET /rollouts/" + id + "/artifacts", 200, files("ledger.json"));

    Outcome outcome = run("apply", "--ref", "v2", "--artifact-dir", "out");

    assertThat(outcome.code()).isEqualTo(5);
    assertThat(outcome.err()).contains("Wrote 1 file to out.");
    assertThat(home.resolve("out/ledger.json")).exists();
  }

  @Test
  void an_apply_that_is_refused_leaves_evidence_too() {
    server.replies("POST /projects/shop/environments/dev/apply", 409, REFUSED);
    server.replies(FILES, 200, files("ledger.json"));

    Outcome outcome = run("apply", "--ref", "v2", "--artifact-dir", "out");

    assertThat(outcome.code()).isEqualTo(4);
    assertThat(home.resolve("out/ledger.json")).exists();
  }

  @Test
  void a_refusal_is_told_also_where_its_evidence_cannot_be_written() throws IOException {
    Files.writeString(home.resolve("out"), "no folder");
    server.replies("POST /projects/shop/environments/dev/apply", 409, REFUSED);
    server.replies(FILES, 200, files("ledger.json"));

    Outcome outcome = run("apply", "--ref", "v2", "--artifact-dir", "out");

    assertThat(outcome.code()).isEqualTo(4);
    assertThat(outcome.err()).contains("were not written", "window-closed");
  }

  @Test
  void a_rollout_that_the_views_do_not_have_yet_is_waited_for() {
    server.replies("POST /projects/shop/environments/dev/apply", 409, REFUSED);
    server.replies(
        FILES,
        404,
        """
        {"type": "/problems/unknown-rollout", "title": "No such rollout", "status": 404,
         "detail": "d", "remedy": "r", "category": "not_found"}
        """);
    server.replies(FILES, 200, files("ledger.json"));

    assertThat(run("apply", "--ref", "v2", "--artifact-dir", "out").code()).isEqualTo(4);

    assertThat(home.resolve("out/ledger.json")).exists();
  }

  @Test
  void a_folder_may_be_reached_by_a_link() throws IOException {
    Files.createDirectories(home.resolve("real"));
    Files.createSymbolicLink(home.resolve("out"), home.resolve("real"));
    server.replies(FILES, 200, files("ledger.json", "schema_history/v0001.json"));

    assertThat(run("rollout", "artifacts", "rol_01", "--artifact-dir", "out").code()).isZero();

    assertThat(home.resolve("real/schema_history/v0001.json")).exists();
  }

  @Test
  void where_there_is_no_rollout_there_is_nothing_to_write() {
    server.replies(
        "POST /projects/shop/environments/dev/apply",
        409,
        """
        {"type": "/problems/drift-found", "title": "Drift", "status": 409, "detail": "d",
         "remedy": "r", "category": "refused"}
        """);

    Outcome outcome = run("apply", "--ref", "v2", "--artifact-dir", "out");

    assertThat(outcome.code()).isEqualTo(4);
    assertThat(outcome.err()).contains("There is no rollout, so nothing was written to out.");
    assertThat(home.resolve("out")).doesNotExist();
  }

  @Test
  void showing_and_approving_write_the_files_as_well() {
    server.replies("GET /rollouts/rol_01", 200, answer("rollout-proposed"));
    server.replies("POST /rollouts/rol_01/approve", 200, answer("rollout-proposed"));
    server.replies(FILES, 200, files("ledger.json"));

    assertThat(run("rollout", "show", "rol_01", "--artifact-dir", "one").code()).isZero();
    assertThat(run("rollout", "approve", "rol_01", "--artifact-dir", "two").code()).isZero();

    assertThat(home.resolve("one/ledger.json")).exists();
    assertThat(home.resolve("two/ledger.json")).exists();
  }
}
