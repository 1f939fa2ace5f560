package dev.releaseledger.domain.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseIdTest {

  private static final Instant COMMITTED = Instant.parse("2026-01-19T09:00:00Z");
  private static final SortedMap<String, String> SCHEMAS =
      new TreeMap<>(Map.of("main", "fp:1", "audit", "fp:2"));
  private static final ReleaseId ID = ReleaseId.derive("shop", "c0ffee", COMMITTED, SCHEMAS);

  @Test
  void the_same_content_always_has_the_same_name() {
    // Pinned: released ids must come out the same in every later version.
    assertThat(ID).hasToString("rel_01KFAQQ0M01TY1K7NFW6MWSCQD");
  }

  @Test
  void another_project_makes_another_release() {
    assertThat(ReleaseId.derive("store", "c0ffee", COMMITTED, SCHEMAS)).isNotEqualTo(ID);
  }

  @Test
  void another_ref_makes_another_release() {
    assertThat(ReleaseId.derive("shop", "beef", COMMITTED, SCHEMAS)).isNotEqualTo(ID);
  }

  @Test
  void another_commit_time_makes_another_release() {
    assertThat(ReleaseId.derive("shop", "c0ffee", COMMITTED.plusMillis(1), SCHEMAS))
        .isNotEqualTo(ID);
  }

  @Test
  void another_schema_makes_another_release() {
    SortedMap<String, String> other = new TreeMap<>(SCHEMAS);
    other.put("main", "fp:9");

    assertThat(ReleaseId.derive("shop", "c0ffee", COMMITTED, other)).isNotEqualTo(ID);
  }

  @Test
  void another_connection_makes_another_release() {
    SortedMap<String, String> other = new TreeMap<>(SCHEMAS);
    other.put("more", "fp:1");

    assertThat(ReleaseId.derive("shop", "c0ffee", COMMITTED, other)).isNotEqualTo(ID);
  }

  @Test
  void schemas_swapped_between_connections_make_another_release() {
    SortedMap<String, String> swapped = new TreeMap<>(Map.of("main", "fp:2", "audit", "fp:1"));

    assertThat(ReleaseId.derive("shop", "c0ffee", COMMITTED, swapped)).isNotEqualTo(ID);
  }

  @Test
  void text_that_moves_from_one_part_to_the_next_makes_another_release() {
    assertThat(ReleaseId.derive("ab", "c", COMMITTED, SCHEMAS))
        .isNotEqualTo(ReleaseId.derive("a", "bc", COMMITTED, SCHEMAS));
  }

  @Test
  void parts_that_look_like_a_length_do_not_confuse() {
    assertThat(ReleaseId.derive("a1:b", "c", COMMITTED, SCHEMAS))
        .isNotEqualTo(ReleaseId.derive("a", "b1:c", COMMITTED, SCHEMAS));
  }

  @Test
  void ids_sort_by_commit_time() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(11);
    List<String> ids =
        IntStream.range(0, 500)
            .mapToObj(i -> COMMITTED.plusMillis(i * 7919L + random.nextInt(7919)))
            .map(time ->
                ReleaseId.derive("shop", Long.toString(random.nextLong()), time, SCHEMAS).value())
            .toList();

    assertThat(ids).isSorted();
  }

  @Test
  void the_time_can_be_read_back() {
    String digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    long millis =
        ID.value()
            .substring(4, 14)
            .chars()
            .mapToLong(digits::indexOf)
            .reduce(0, (t, d) -> t * 32 + d);

    assertThat(Instant.ofEpochMilli(millis)).isEqualTo(COMMITTED);
  }

  @Test
  void all_eighty_bits_behind_the_time_vary() {
    for (int place = 14; place < 30; place++) {
      int at = place;
      assertThat(
              IntStream.range(0, 2000)
                  .mapToObj(i -> ReleaseId.derive("shop", "ref" + i, COMMITTED, SCHEMAS).value())
                  .map(id -> id.charAt(at))
                  .distinct())
          .as("characters at %d", place)
          .hasSize(32);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "01KFB32WG0AAAAAAAAAAAAAAAA",
        "rel_01KFB32WG0AAAAAAAAAAAAAAA",
        "rel_01KFB32WG0AAAAAAAAAAAAAAAAA",
        "rel_01KFB32WG0AAAAAAAAAAAAAAAI",
        "rel_01kfb32wg0aaaaaaaaaaaaaaaa"
      })
  void what_is_no_ulid_is_no_release_id(String text) {
    assertThatThrownBy(() -> new ReleaseId(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a release id: " + text);
  }

  @Test
  void a_release_of_a_commit_and_one_of_a_database_differ() {
    Release commit = Release.ofCommit("shop", "c0ffee", COMMITTED, SCHEMAS, SCHEMAS);
    Release database = Release.ofDatabase("shop", "prod", COMMITTED, SCHEMAS, SCHEMAS);

    assertThat(database.ref()).isNull();
    assertThat(database.id()).isNotEqualTo(commit.id());
  }
}
