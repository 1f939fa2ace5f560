package dev.releaseledger.evidence.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Read;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"a\":1",
        "[1,]",
        "[1 2]",
        "[,1]",
        "{\"a\":1,}",
        "{\"a\" 1}",
        "{a:1}",
        "{'a':1}",
        "{1:1}",
        "1 2",
        "1 x",
        "{} {}",
        "[]]",
        "null null",
        "01",
        "-01",
        "[00]",
        "+1",
        ".5",
        "1.",
        "1e",
        "0x10",
        "-",
        "NaN",
        "Infinity",
        "-Infinity",
        "[NaN]",
        "1e999",
        "-1e999",
        "9007199254740993",
        "-9007199254740993",
        "123456789012345678901234567890",
        "True",
        "nul",
        "nulll",
        "\"a",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\t\"",
        "\"\u0000\"",
        "\"\\ud800\"",
        "\"\\udc00\"",
        "\"\\ude00\\ud83d\"",
        "\"\\ud83dx\"",
        "{\"\\ud800\":1}",
        "// note\n1",
        "/* note */ 1",
        "# note\n1",
        "\ufeff1",
        "\u00a01",
        "1\u0000",
        "{\"a\":1,\"a\":1}",
        "{\"a\":1,\"\\u0061\":2}",
        "{\"b\":{\"a\":1,\"c\":null,\"a\":2}}"
      })
  void what_two_readers_could_take_differently_is_refused(String text) {
    assertThat(StrictJson.read(text.getBytes(StandardCharsets.UTF_8))).isInstanceOf(Read.Bad.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "22ff22", // a byte that never occurs in UTF-8
        "22c0af22", // an overlong slash
        "22e0808022", // an overlong zero
        "22eda08022", // a surrogate
        "22edb08022",
        "22f490808022", // beyond the last code point
        "22c322", // half a character
        "fffe2200",
        "efbbbf31" // a byte order mark
      })
  void what_is_no_valid_utf_8_is_refused(String hex) {
    assertThat(StrictJson.read(HexFormat.of().parseHex(hex))).isInstanceOf(Read.Bad.class);
  }

  @Test
  void nesting_ends_at_the_limit() {
    assertThat(nested(StrictJson.MAX_DEPTH)).isInstanceOf(Read.Good.class);
    assertThat(nested(StrictJson.MAX_DEPTH + 1)).isInstanceOf(Read.Bad.class);
    assertThat(nested(1_000_000)).isInstanceOf(Read.Bad.class);
  }

  private static Read<Json> nested(int depth) {
    String text = "[".repeat(depth) + "]".repeat(depth);
    return StrictJson.read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void white_space_and_escapes_are_read() {
    Json read = read(" { \"\\u0061\\n\" : [ 1.0 , true,false,null, \"\\ud83d\\ude02\" ] }\r\n\t");

    assertThat(Canonical.text(read)).isEqualTo("{\"a\\n\":[1,true,false,null,\"\ud83d\ude02\"]}");
  }

  @Test
  void there_is_one_zero() {
    assertThat(read("[-0,-0.0,0]")).isEqualTo(read("[0,0,0]"));
  }

  @Test
  void a_large_whole_number_in_the_form_of_its_double_is_read() {
    assertThat(Canonical.text(read("295147905179352830000"))).isEqualTo("295147905179352830000");
    assertThat(Canonical.text(read("9007199254740991"))).isEqualTo("9007199254740991");
  }

  @Test
  void another_spelling_than_the_canonical_one_is_refused_where_only_that_will_do() {
    assertThat(canonical("{\"a\":1,\"b\":[]}")).isInstanceOf(Read.Good.class);
    assertThat(canonical("{\"b\":[],\"a\":1}")).isInstanceOf(Read.Bad.class);
    assertThat(canonical("{\"a\":1, \"b\":[]}")).isInstanceOf(Read.Bad.class);
    assertThat(canonical("{\"a\":1.0,\"b\":[]}")).isInstanceOf(Read.Bad.class);
    assertThat(canonical("{\"a\":\"\\u0062\"}")).isInstanceOf(Read.Bad.class);
    assertThat(canonical("[]")).isInstanceOf(Read.Bad.class);
  }

  private static Read<Json.Obj> canonical(String text) {
    return StrictJson.readCanonical(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void a_member_is_asked_for_by_name_and_kind() {
    Json.Obj object =
        StrictJson.readObject(
                "{\"s\":\"x\",\"n\":7,\"o\":{},\"a\":[1],\"f\":1.5}"
                    .getBytes(StandardCharsets.UTF_8))
            .orThrow();

    assertThat(object.text("s")).isEqualTo("x");
    assertThat(object.integer("n")).isEqualTo(7);
    assertThat(object.object("o").members()).isEmpty();
    assertThat(object.array("a")).hasSize(1);
    assertThat(object.find("absent")).isNull();
    assertThatThrownBy(() -> object.text("n")).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> object.integer("f")).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> object.integer("absent")).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> object.exactly(Set.of("s", "n"))).isInstanceOf(Malformed.class);
    assertThat(object.exactly(Set.of("s", "n", "o", "a", "f"))).isSameAs(object);
  }

  @Test
  void any_bytes_come_to_a_value_or_a_reason() {
    long seed = 20260722;
    Random random = new Random(seed);
    byte[] base =
        "{\"a\":[1,-2.5e3,\"\\u00e9\\n\",{\"b\":null}],\"c\":true}"
            .getBytes(StandardCharsets.UTF_8);
    int good = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] mutated = base.clone();
      for (int j = random.nextInt(3); j >= 0; j--) {
        mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
      }
      Read<Json> read = StrictJson.read(mutated);
      if (read instanceof Read.Good<Json>(Json value)) {
        good++;
        byte[] canonical = Canonical.bytes(value);
        assertThat(Canonical.bytes(StrictJson.read(canonical).orThrow()))
            .as("seed %d, mutation %d", seed, i)
            .isEqualTo(canonical);
      }
    }
    assertThat(good).isBetween(1, 19_999);
  }

  private static Json read(String text) {
    return StrictJson.read(text.getBytes(StandardCharsets.UTF_8)).orThrow();
  }
}
