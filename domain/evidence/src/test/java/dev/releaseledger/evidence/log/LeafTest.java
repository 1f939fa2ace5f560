package dev.releaseledger.evidence.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.key.Sha256;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeafTest {

  private static final String TEXT =
      """
      {"agg":"Release","aggId":"r-7","id":"9a1c","kind":"event",\
      "metadataSha256":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",\
      "payloadSha256":"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",\
      "pos":123,"seq":4,"ts":"2026-11-21T00:00:00.123Z","type":"ledger.PlanApproved","v":1,\
      "ver":"1.0"}\
      """;

  private static final Leaf LEAF =
      new Leaf(
          LeafKind.EVENT,
          123,
          "Release",
          "r-7",
          4,
          "9a1c",
          "ledger.PlanApproved",
          "1.0",
          "2026-11-21T00:00:00.123Z",
          Sha256.of(new byte[] {0}),
          Sha256.of(new byte[0]));

  @Test
  void a_leaf_has_this_form() {
    assertThat(new String(LEAF.bytes(), StandardCharsets.UTF_8)).isEqualTo(TEXT);
    assertThat(parse(TEXT)).isEqualTo(new Read.Good<>(LEAF));
  }

  @Test
  void the_hash_is_that_of_a_zero_and_the_form() {
    assertThat(LEAF.hash())
        .isEqualTo(Sha256.of(("\u0000" + TEXT).getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @CsvSource({"EVENT,event", "KEY_ROTATION,key-rotation", "FREEZE,freeze", "STATEMENT,statement"})
  void every_kind_is_read_as_it_was_written(LeafKind kind, String text) {
    Leaf leaf = parse(TEXT.replace("\"event\"", "\"" + text + "\"")).orThrow();

    assertThat(leaf.kind()).isEqualTo(kind);
    assertThat(parse(new String(leaf.bytes(), StandardCharsets.UTF_8)).orThrow()).isEqualTo(leaf);
  }

  @ParameterizedTest
  @ValueSource(strings = {"00Z", "00.0Z", "00.1230Z", "00.000Z", "00.123456789Z"})
  void a_time_keeps_the_spelling_of_the_store(String spelling) {
    String text = TEXT.replace("00.123Z", spelling);

    assertThat(parse(text).orThrow().bytes()).asString(StandardCharsets.UTF_8).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"v\":1=>\"v\":2",
        "\"v\":1=>\"v\":\"1\"",
        "\"pos\":123=>\"pos\":-1",
        "\"pos\":123=>\"pos\":1.5",
        "\"pos\":123=>\"pos\":9007199254740992",
        "\"pos\":123=>\"pos\":\"123\"",
        "\"pos\":123=>\"pos\":0123",
        "\"pos\":123=>\"pos\":1e2",
        "\"seq\":4=>\"seq\":-4",
        "\"seq\":4,=>",
        "\"seq\":4,=>\"seq\":4,\"seq\":4,",
        "\"seq\":4,=>\"seq\":4,\"sex\":4,",
        "\"seq\":4,=>\"seq\": 4,",
        "\"event\"=>\"Event\"",
        "\"event\"=>\"\"",
        "\"r-7\"=>\"\"",
        "\"r-7\"=>7",
        "\"r-7\"=>null",
        "\"r-7\"=>\"\\u0072-7\"",
        "00.123Z=>00.123+00:00",
        "00.123Z=>60.123Z",
        "00.123Z=>00.1234567890Z",
        "2026-11-21=>2026-13-21",
        "2026-11-21T=>2026-11-21 ",
        "e3b0c442=>E3b0c442",
        "e3b0c442=>e3b0c44",
        "{\"agg\"=>[\"agg\"",
        "1.0\"}=>1.0\"}\n",
        "1.0\"}=>1.0\"}{}",
        "{\"agg\":\"Release\",\"aggId\":\"r-7\"=>{\"aggId\":\"r-7\",\"agg\":\"Release\""
      })
  void any_other_form_is_refused(String change) {
    String[] parts = change.split("=>", 2);
    String changed = TEXT.replace(parts[0], parts[1]);

    assertThat(changed).isNotEqualTo(TEXT);
    assertThat(parse(changed)).as(changed).isInstanceOf(Read.Bad.class);
  }

  @Test
  void a_leaf_with_any_bit_flipped_is_refused_or_another_leaf() {
    byte[] bytes = LEAF.bytes();
    for (int bit = 0; bit < 8 * bytes.length; bit++) {
      byte[] changed = bytes.clone();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      if (Leaf.parse(changed) instanceof Read.Good<Leaf>(Leaf other)) {
        assertThat(other).as("bit %d", bit).isNotEqualTo(LEAF);
        assertThat(other.bytes()).isEqualTo(changed);
      }
    }
  }

  @Test
  void a_leaf_that_no_bundle_can_hold_is_refused() {
    int spare = Leaf.MAX_BYTES - LEAF.bytes().length;
    Leaf largest = withAggregateId("r-7" + "x".repeat(spare));
    Leaf larger = withAggregateId("r-7" + "x".repeat(spare + 1));

    assertThat(largest.bytes()).hasSize(65_535);
    assertThat(Leaf.parse(largest.bytes()).orThrow()).isEqualTo(largest);
    assertThatThrownBy(larger::bytes).isInstanceOf(Malformed.class);
    assertThat(parse(TEXT.replace("r-7", "r-7" + "x".repeat(spare + 1))))
        .isInstanceOf(Read.Bad.class);
  }

  private static Leaf withAggregateId(String aggregateId) {
    return new Leaf(
        LEAF.kind(),
        LEAF.position(),
        LEAF.aggregate(),
        aggregateId,
        LEAF.sequence(),
        LEAF.id(),
        LEAF.type(),
        LEAF.version(),
        LEAF.recordedAt(),
        LEAF.payload(),
        LEAF.metadata());
  }

  private static Read<Leaf> parse(String text) {
    return Leaf.parse(text.getBytes(StandardCharsets.UTF_8));
  }
}
