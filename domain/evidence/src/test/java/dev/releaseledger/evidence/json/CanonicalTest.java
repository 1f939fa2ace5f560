package dev.releaseledger.evidence.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.Vectors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalTest {

  @Test
  void the_documents_of_the_authors_of_rfc_8785_come_out_as_they_say() throws IOException {
    List<String> names = List.of("arrays", "french", "structures", "unicode", "values", "weird");
    int run = 0;
    for (String name : names) {
      byte[] input = Files.readAllBytes(Vectors.at(folder("input", name)));
      byte[] output = Files.readAllBytes(Vectors.at(folder("output", name)));

      Json value = StrictJson.read(input).orThrow();

      assertThat(Canonical.bytes(value)).as(name).isEqualTo(output);
      run++;
    }
    assertThat(run).as("documents").isEqualTo(6);
  }

  private static String folder(String kind, String name) {
    return "json-canonicalization/testdata/" + kind + "/" + name + ".json";
  }

  @Test
  void names_are_in_the_order_of_their_utf_16_code_units() {
    Json object =
        Json.Obj.of(
            Map.of(
                "\ufb33", new Json.Null(),
                "\ud83d\ude02", new Json.Bool(true),
                "a", new Json.Arr(List.of()),
                "B", Json.Num.of(7),
                "", new Json.Str("")));

    assertThat(Canonical.text(object))
        .isEqualTo("{\"\":\"\",\"B\":7,\"a\":[],\"\ud83d\ude02\":true,\"\ufb33\":null}");
  }

  @Test
  void the_order_of_the_map_that_an_object_was_made_from_does_not_matter() {
    SortedMap<String, Json> backwards = new TreeMap<>(Comparator.reverseOrder());
    backwards.put("a", new Json.Null());
    backwards.put("b", new Json.Null());

    assertThat(Canonical.text(new Json.Obj(backwards))).isEqualTo("{\"a\":null,\"b\":null}");
  }

  @Test
  void only_what_must_be_escaped_is() {
    assertThat(Canonical.text(new Json.Str("\u0000\b\t\n\u000b\f\r\u001f\"\\/\u007f\u2028<\u00e9")))
        .isEqualTo("\"\\u0000\\b\\t\\n\\u000b\\f\\r\\u001f\\\"\\\\/\u007f\u2028<\u00e9\"");
  }

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "-0.0,0",
    "1,1",
    "-1.50,-1.5",
    "5e-324,5e-324",
    "1e-323,1e-323",
    "2E-3,0.002",
    "1e-6,0.000001",
    "1e-7,1e-7",
    "123456789012345680000,123456789012345680000",
    "1e21,1e+21",
    "1.7976931348623157e308,1.7976931348623157e+308",
    "9007199254740992,9007199254740992",
    "0.1,0.1",
    "333333333.33333329,333333333.3333333"
  })
  void a_number_is_written_as_ecmascript_does(String literal, String written) {
    assertThat(Canonical.text(new Json.Num(Double.parseDouble(literal)))).isEqualTo(written);
  }

  @Test
  void what_has_no_form_cannot_be_made() {
    assertThatThrownBy(() -> new Json.Num(Double.NaN)).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> new Json.Num(Double.NEGATIVE_INFINITY)).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> new Json.Str("a\ud800")).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> Json.Num.of(1L << 53)).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> Json.Num.of(Long.MIN_VALUE)).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> Json.Obj.of(Map.of("\udc00", new Json.Null())))
        .isInstanceOf(Malformed.class);
  }

  @Test
  void what_is_written_is_read_as_the_same_value() {
    long seed = 8785;
    Random random = new Random(seed);
    for (int i = 0; i < 3000; i++) {
      Json value = any(random, 4);
      byte[] written = Canonical.bytes(value);

      Read<Json> read = StrictJson.read(written);

      assertThat(read).as("seed %d, value %d", seed, i).isInstanceOf(Read.Good.class);
      assertThat(Canonical.bytes(read.orThrow())).as("seed %d", seed).isEqualTo(written);
    }
  }

  private static Json any(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 4 : 6)) {
      case 0 -> new Json.Str(text(random));
      case 1 -> number(random);
      case 2 -> new Json.Bool(random.nextBoolean());
      case 3 -> new Json.Null();
      case 4 -> {
        List<Json> elements = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          elements.add(any(random, depth - 1));
        }
        yield new Json.Arr(elements);
      }
      default -> {
        Map<String, Json> members = new TreeMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          members.put(text(random), any(random, depth - 1));
        }
        yield Json.Obj.of(members);
      }
    };
  }

  private static Json number(Random random) {
    double value = Double.longBitsToDouble(random.nextLong());
    return Double.isFinite(value) ? new Json.Num(value) : Json.Num.of(random.nextInt());
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      int point = random.nextInt(Character.MAX_CODE_POINT + 1);
      boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
      text.appendCodePoint(surrogate || random.nextBoolean() ? random.nextInt(128) : point);
    }
    return text.toString();
  }

  @Test
  void canonical_text_is_utf_8() {
    assertThat(Canonical.bytes(new Json.Str("\u00e9")))
        .isEqualTo("\"\u00e9\"".getBytes(StandardCharsets.UTF_8));
  }
}
