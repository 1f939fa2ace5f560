package dev.releaseledger.domain.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CanonicalTest {

  record Point(int y, int x, @Nullable String label) {}

  record Wrapped(String value) {}

  sealed interface Shape {}

  record RoundThing(int radius) implements Shape {}

  @Test
  void members_are_sorted_and_nothing_is_padded() {
    assertThat(Canonical.json(new Point(1, 2, "a"))).isEqualTo("{\"label\":\"a\",\"x\":2,\"y\":1}");
  }

  @Test
  void what_is_absent_is_left_out() {
    assertThat(Canonical.json(new Point(1, 2, null))).isEqualTo("{\"x\":2,\"y\":1}");
  }

  @Test
  void a_member_of_a_sealed_family_says_which_it_is() {
    assertThat(Canonical.json(new RoundThing(3)))
        .isEqualTo("{\"kind\":\"round_thing\",\"radius\":3}");
  }

  @Test
  void a_wrapper_is_written_as_its_value() {
    assertThat(Canonical.json(List.of(new Wrapped("x")))).isEqualTo("[\"x\"]");
  }

  @Test
  void map_keys_are_sorted_by_their_text() {
    assertThat(Canonical.json(Map.of("b", true, "a", Optional.of(ConstraintType.PRIMARY_KEY))))
        .isEqualTo("{\"a\":\"primary_key\",\"b\":true}");
  }

  @Test
  void strings_are_escaped_as_rfc_8785_wants() {
    assertThat(Canonical.json("\u0000\u001f\b\t\n\f\r\"\\/é\u2028😀"))
        .isEqualTo("\"\\u0000\\u001f\\b\\t\\n\\f\\r\\\"\\\\/é\u2028😀\"");
  }

  @Test
  void a_number_that_readers_would_round_is_refused() {
    assertThat(Canonical.json(9_007_199_254_740_991L)).isEqualTo("9007199254740991");
    assertThatThrownBy(() -> Canonical.json(9_007_199_254_740_992L))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void null_inside_a_list_keeps_its_place() {
    assertThat(Canonical.json(Arrays.asList("a", null))).isEqualTo("[\"a\",null]");
  }

  @Test
  void what_has_no_canonical_form_is_refused() {
    assertThatThrownBy(() -> Canonical.json(1.5)).isInstanceOf(IllegalArgumentException.class);
  }
}
