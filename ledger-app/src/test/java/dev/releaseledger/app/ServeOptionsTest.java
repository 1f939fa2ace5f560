package dev.releaseledger.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServeOptionsTest {

  private static ServeOptions parse(Map<String, String> environment, String... words) {
    return ServeOptions.parse(words, environment);
  }

  @Test
  void without_words_it_is_port_8080_and_the_users_data_folder() {
    assertThat(parse(Map.of()))
        .isEqualTo(
            new ServeOptions(
                8080,
                Path.of(System.getProperty("user.home"), ".local", "share", "release-ledger")));
  }

  @Test
  void the_command_word_itself_is_no_option() {
    assertThat(parse(Map.of(), "serve", "--port", "9000").port()).isEqualTo(9000);
  }

  @Test
  void an_options_value_follows_or_is_joined_by_an_equals_sign() {
    assertThat(parse(Map.of(), "--port=9000", "--data", "/srv/ledger"))
        .isEqualTo(new ServeOptions(9000, Path.of("/srv/ledger")));
  }

  @Test
  void port_zero_asks_for_a_free_one() {
    assertThat(parse(Map.of(), "--port", "0").port()).isZero();
  }

  @Test
  void words_beat_the_environment() {
    Map<String, String> environment = Map.of("LEDGER_PORT", "9001", "LEDGER_DATA", "/srv/env");

    assertThat(parse(environment)).isEqualTo(new ServeOptions(9001, Path.of("/srv/env")));
    assertThat(parse(environment, "--port", "9002", "--data", "/srv/word"))
        .isEqualTo(new ServeOptions(9002, Path.of("/srv/word")));
  }

  @Test
  void the_users_data_home_is_respected() {
    assertThat(parse(Map.of("XDG_DATA_HOME", "/home/a/data")).data())
        .isEqualTo(Path.of("/home/a/data/release-ledger"));
  }

  @Test
  void a_relative_folder_becomes_absolute() {
    assertThat(parse(Map.of(), "--data", "x/../y").data()).isEqualTo(Path.of("y").toAbsolutePath());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "65536", "99999", "123456", "http", "80 80"})
  void what_is_no_port_is_refused_by_name(String port) {
    assertThatThrownBy(() -> parse(Map.of(), "--port", port))
        .isInstanceOf(UsageException.class)
        .hasMessage("--port must be a number from 0 to 65535, not '" + port + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--port", "--data", "--port=", "--data="})
  void an_option_without_its_value_is_refused(String word) {
    assertThatThrownBy(() -> parse(Map.of(), word))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(word.replace("=", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--prot", "-p", "8080", "--help"})
  void an_unknown_word_is_refused_with_the_usage(String word) {
    assertThatThrownBy(() -> parse(Map.of(), word))
        .isInstanceOf(UsageException.class)
        .hasMessage("unknown option %s; usage: ledgerctl serve [--port PORT] [--data DIR]", word);
  }
}
