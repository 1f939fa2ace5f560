package dev.releaseledger.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.evidence.document.Fields;
import dev.releaseledger.evidence.json.StrictJson;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotableTest {

  @Test
  void words_stay_as_they_are_in_any_script() {
    assertThat(Quotable.of("\u00fcber \u65e5\u672c \ud83d\ude00 +-"))
        .isEqualTo("\u00fcber \u65e5\u672c \ud83d\ude00 +-");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u001b", "\n", "\r", "\u007f", "\u009b", "\u2028", "\u2029", "\u202e", "\ufeff"})
  void what_a_terminal_obeys_is_not_shown(String character) {
    assertThat(Quotable.of("a" + character + "b")).isEqualTo("a?b");
  }

  @Test
  void half_a_surrogate_is_not_shown() {
    assertThat(Quotable.of("a\ud83d")).isEqualTo("a?");
  }

  @Test
  void long_words_are_cut_between_characters() {
    assertThat(Quotable.of("x".repeat(400))).isEqualTo("x".repeat(400));
    assertThat(Quotable.of("x".repeat(401))).isEqualTo("x".repeat(400) + "...");
    assertThat(Quotable.of("x".repeat(399) + "\ud83d\ude00")).isEqualTo("x".repeat(399) + "...");
  }

  @Test
  void a_name_that_is_not_known_brings_no_commands_into_the_refusal() {
    byte[] text = "{\"\\u001b[2Jok\":1}".getBytes(StandardCharsets.UTF_8);

    assertThat(StrictJson.read(text).then(value -> Fields.of(value, _ -> "")))
        .isEqualTo(new Read.Bad<>("\"?[2Jok\" is not known"));
  }
}
