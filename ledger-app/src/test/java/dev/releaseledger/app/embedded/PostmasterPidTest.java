package dev.releaseledger.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PostmasterPidTest {

  private static final List<String> READY =
      List.of("4711", "/data", "1700000000", "5433", "", "127.0.0.1", " 123 4", "ready   ");

  @Test
  void a_ready_server_says_where_it_answers() {
    assertThat(PostmasterPid.parse(READY)).contains(new PostmasterPid(4711, 5433, true));
  }

  @Test
  void a_starting_server_is_not_ready() {
    assertThat(PostmasterPid.parse(READY.subList(0, 6)))
        .contains(new PostmasterPid(4711, 5433, false));
  }

  @Test
  void a_file_that_is_still_empty_says_nothing() {
    assertThat(PostmasterPid.parse(List.of())).isEmpty();
    assertThat(PostmasterPid.parse(List.of(""))).isEmpty();
  }
}
