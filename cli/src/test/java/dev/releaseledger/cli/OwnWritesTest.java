package dev.releaseledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.cli.ReplayServer.Reply;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnWritesTest extends CliTest {
  private static final String APPLY = "POST /projects/shop/environments/dev/apply";
  private static final String APPLYING =
      "{\"outcome\":\"applying\",\"rollout\":{\"id\":\"rol_01\"}}";

  @BeforeEach
  void answerWithPositions() {
    server
        .replies(APPLY, new Reply(202, APPLYING, "42"))
        .replies("GET /rollouts/rol_01", 200, answer("rollout-released"))
        .replies("GET /projects", 200, answer("projects"));
  }

  @Test
  void are_awaited_by_the_reads_of_the_same_command() {
    run("apply", "--ref", "v1");

    assertThat(server.last().line()).isEqualTo("GET /rollouts/rol_01");
    assertThat(server.last().header("Ledger-Await-Position")).isEqualTo("42");
  }

  @Test
  void are_awaited_by_the_next_command() {
    run("apply", "--ref", "v1", "--no-wait");
    run("project", "list");

    assertThat(server.last().header("Ledger-Await-Position")).isEqualTo("42");
  }

  @Test
  void are_awaited_only_from_the_server_they_were_made_on() throws Exception {
    run("apply", "--ref", "v1", "--no-wait");
    try (ReplayServer other = new ReplayServer()) {
      other.replies("GET /projects", 200, answer("projects"));
      run("project", "list", "--server", other.url());

      assertThat(other.last().header("Ledger-Await-Position")).isNull();
    }
  }

  @Test
  void matter_no_longer_after_a_minute() {
    run("apply", "--ref", "v1", "--no-wait");
    now = now.plus(Duration.ofSeconds(61));
    run("project", "list");

    assertThat(server.last().header("Ledger-Await-Position")).isNull();
  }

  @Test
  void leave_the_rest_of_the_context_alone() {
    run("context", "set", "--project", "shop");
    run("apply", "--ref", "v1", "--no-wait");

    variables.remove("LEDGER_PROJECT");
    assertThat(run("context", "show").out()).contains("project  shop");
  }

  @Test
  void are_sent_with_no_write() {
    run("apply", "--ref", "v1", "--no-wait");
    run("apply", "--ref", "v1", "--no-wait");

    assertThat(server.last().header("Ledger-Await-Position")).isNull();
  }
}
