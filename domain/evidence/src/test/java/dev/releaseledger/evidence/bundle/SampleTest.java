package dev.releaseledger.evidence.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.attestation.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleTest {

  private static final String STATEMENT = statement();
  private static final String SIZE = "\"size\":1}";

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1_000_001, Integer.MAX_VALUE})
  void a_sample_of_nothing_or_of_more_than_a_million_is_refused(int size) {
    assertThatThrownBy(() -> new Sample("seed", size)).isInstanceOf(Malformed.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 1_000_000})
  void what_a_statement_says_of_the_sample_is_read_as_it_is(long size) {
    Statement statement = Statement.read(saying(size)).orThrow();
    LedgerPeriod period = LedgerPeriod.read(statement).orThrow();

    assertThat(period.about(statement.subjects()).bytes()).isEqualTo(saying(size));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1_000_001, 4_294_967_297L, 9_007_199_254_740_991L})
  void a_larger_sample_is_not_read_as_a_smaller_one(long size) {
    assertThat(Statement.read(saying(size)).then(said -> LedgerPeriod.read(said).orThrow()))
        .isEqualTo(new Read.Bad<>("sample: a sample of " + size));
  }

  @Test
  void a_seed_is_one_word_to_a_shell() {
    assertThatThrownBy(() -> new Sample("$(id)", 1)).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> new Sample("a\n", 1)).isInstanceOf(Malformed.class);
    assertThat(new Sample("2026-q2", 1).seed()).isEqualTo("2026-q2");
  }

  /** The statement of the sample period with another size of its sample. */
  private static byte[] saying(long size) {
    assertThat(STATEMENT).containsOnlyOnce(SIZE);
    return STATEMENT.replace(SIZE, "\"size\":" + size + "}").getBytes(UTF_8);
  }

  private static String statement() {
    List<String> found = new ArrayList<>();
    SampleEvidence.edited(
        new SamplePeriod().bundle(),
        files -> found.add(new String(files.getOrDefault("statement.json", new byte[0]), UTF_8)));
    return found.getFirst();
  }
}
