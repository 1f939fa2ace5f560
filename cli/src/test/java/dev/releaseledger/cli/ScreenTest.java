package dev.releaseledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScreenTest extends CliTest {
  private static final String ESCAPE = "\u001b";

  @BeforeEach
  void sitAtATerminal() {
    terminal = true;
    server.replies("POST /projects/shop/environments/dev/plan", 200, answer("plan"));
  }

  @Test
  void a_terminal_gets_colours() {
    assertThat(run("plan", "--ref", "v3").out()).contains("[\u001b[31mbreaking\u001b[0m");
  }

  @Test
  void a_pipe_gets_none() {
    terminal = false;

    assertThat(run("plan", "--ref", "v3").out()).doesNotContain(ESCAPE);
  }

  @Test
  void no_colours_when_the_flag_says_so() {
    assertThat(run("plan", "--ref", "v3", "--no-color").out()).doesNotContain(ESCAPE);
  }

  @Test
  void no_colours_when_the_variable_says_so() {
    variables.put("NO_COLOR", "1");

    assertThat(run("plan", "--ref", "v3").out()).doesNotContain(ESCAPE);
  }

  @Test
  void colours_change_nothing_but_the_colour() {
    String coloured = run("plan", "--ref", "v3").out();
    terminal = false;

    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", ""))
        .isEqualTo(run("plan", "--ref", "v3").out());
  }

  @Test
  void machines_get_neither_colours_nor_progress() {
    Outcome outcome = run("plan", "--ref", "v3", "--format", "json");

    assertThat(outcome.out()).doesNotContain(ESCAPE);
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void the_progress_line_leaves_nothing_behind() {
    assertThat(run("plan", "--ref", "v3").err())
        .isEqualTo("\r\u001b[Kplanning and rehearsing ...\r\u001b[K");
  }
}
