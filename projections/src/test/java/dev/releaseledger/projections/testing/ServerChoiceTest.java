package dev.releaseledger.projections.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ServerChoiceTest {

  private static final String URL = "jdbc:postgresql://db.example:5433/x?user=u&password=p";

  @Test
  void a_forced_choice_beats_everything() {
    assertThat(ServerChoice.choose("embedded", URL, true)).isEqualTo(ServerChoice.EMBEDDED);
    assertThat(ServerChoice.choose("testcontainers", URL, false))
        .isEqualTo(ServerChoice.TESTCONTAINERS);
  }

  @Test
  void a_named_server_beats_a_container() {
    assertThat(ServerChoice.choose(null, URL, true)).isEqualTo(ServerChoice.EXTERNAL);
  }

  @Test
  void a_container_is_tried_only_where_an_engine_seems_to_answer() {
    assertThat(ServerChoice.choose(null, null, true))
        .isEqualTo(ServerChoice.TESTCONTAINERS_OR_EMBEDDED);
    assertThat(ServerChoice.choose(null, null, false)).isEqualTo(ServerChoice.EMBEDDED);
  }

  @Test
  void an_unknown_choice_is_named() {
    assertThatThrownBy(() -> ServerChoice.choose("oracle", null, false))
        .hasMessageContaining("oracle");
  }

  @Test
  void the_url_of_a_named_server_gives_host_port_and_credentials() {
    ExternalServer server = ExternalServer.at(URL);

    assertThat(server.jdbcUrl("other")).isEqualTo("jdbc:postgresql://db.example:5433/other");
    assertThat(server.user()).isEqualTo("u");
    assertThat(server.password()).isEqualTo("p");
  }
}
