package dev.releaseledger.evidence.note;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.key.SignerKey;
import dev.releaseledger.evidence.merkle.MerkleHash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustPolicyTest {

  private static final String ORIGIN = "example.com/log";
  private static final SignerKey LOG = Keys.log(ORIGIN, 1);
  private static final List<String> NAMES = List.of("X1", "X2", "X3", "Y1", "Y2", "Y3");

  private static SignerKey witness(String name) {
    return Keys.witness("example.com/" + name, 10 + NAMES.indexOf(name));
  }

  /** The policy file that the specification shows, with keys. */
  private static String example() {
    StringBuilder file = new StringBuilder("# a policy\n\nlog " + LOG.verifier() + "\n");
    for (String name : NAMES) {
      file.append("witness\t" + name + "  " + witness(name).verifier() + " https://x/ \n");
    }
    return file
        + "group X-witnesses 2 X1 X2 X3\n"
        + "  group Y-witnesses any Y1 Y2 Y3\n"
        + "group X-and-Y all X-witnesses Y-witnesses\n"
        + " # the end\n"
        + "quorum X-and-Y\n";
  }

  private static Read<TrustPolicy> parse(String file) {
    return TrustPolicy.parse(file.getBytes(StandardCharsets.UTF_8));
  }

  private static Note signed(Set<String> witnesses) {
    Checkpoint checkpoint = new Checkpoint(ORIGIN, 0, MerkleHash.EMPTY);
    List<NoteSignature> cosignatures = new ArrayList<>();
    for (String name : witnesses) {
      Instant at = Instant.ofEpochSecond(1_800_000_000);
      cosignatures.add(Signing.cosign(witness(name), checkpoint.text(), at));
    }
    return checkpoint.sign(LOG).with(cosignatures);
  }

  @Test
  void two_of_three_and_one_of_three_are_enough_and_nothing_less() {
    TrustPolicy policy = parse(example()).orThrow();
    int enough = 0;
    for (int mask = 0; mask < 64; mask++) {
      Set<String> witnesses = new HashSet<>();
      for (int i = 0; i < 6; i++) {
        if ((mask & (1 << i)) != 0) {
          witnesses.add(NAMES.get(i));
        }
      }
      boolean expected = Integer.bitCount(mask & 7) >= 2 && mask >= 8;
      assertThat(policy.verify(signed(witnesses)).isGood())
          .as("cosigned by %s", witnesses)
          .isEqualTo(expected);
      enough += expected ? 1 : 0;
    }
    assertThat(enough).isEqualTo(28);
  }

  @Test
  void a_trusted_checkpoint_names_who_signed_it() {
    TrustPolicy.Trusted trusted =
        parse(example()).orThrow().verify(signed(Set.of("X1", "X3", "Y2"))).orThrow();

    assertThat(trusted.checkpoint().origin()).isEqualTo(ORIGIN);
    assertThat(trusted.signed()).hasSize(4);
    assertThat(trusted.signed().getFirst().key()).isEqualTo(LOG.verifier());
  }

  @Test
  void a_quorum_of_none_needs_the_log_only() {
    TrustPolicy policy = parse("log " + LOG.verifier() + "\nquorum none\n").orThrow();

    assertThat(policy.verify(signed(Set.of())).isGood()).isTrue();
    Checkpoint checkpoint = new Checkpoint(ORIGIN, 0, MerkleHash.EMPTY);
    assertThat(policy.verify(checkpoint.sign(Keys.log(ORIGIN, 2)))).isInstanceOf(Read.Bad.class);
  }

  @Test
  void a_log_of_another_origin_is_not_believed_though_its_key_has_signed() {
    TrustPolicy policy = parse("log " + LOG.verifier() + "\nquorum none\n").orThrow();
    Checkpoint other = new Checkpoint("example.com/other", 0, MerkleHash.EMPTY);

    assertThat(policy.verify(other.sign(LOG))).isInstanceOf(Read.Bad.class);
  }

  @Test
  void a_wrong_cosignature_by_a_known_witness_spoils_the_checkpoint() {
    TrustPolicy policy = parse(example()).orThrow();
    Instant at = Instant.ofEpochSecond(1_800_000_000);
    NoteSignature wrong = Signing.cosign(witness("X3"), "another\n", at);

    assertThat(policy.verify(signed(Set.of("X1", "X2", "Y1")).with(List.of(wrong))))
        .isInstanceOf(Read.Bad.class);
  }

  @Test
  void one_witness_can_be_the_quorum() {
    String file =
        "log " + LOG.verifier() + "\nwitness X1 " + witness("X1").verifier() + "\nquorum X1\n";
    TrustPolicy policy = parse(file).orThrow();

    assertThat(policy.verify(signed(Set.of("X1"))).isGood()).isTrue();
    assertThat(policy.verify(signed(Set.of("X2"))).isGood()).isFalse();
  }

  @Test
  void groups_are_within_one_another_a_hundred_deep_and_no_deeper() {
    TrustPolicy deep = parse(nested(100)).orThrow();

    assertThat(deep.verify(signed(Set.of("X1"))).isGood()).isTrue();
    assertThat(deep.verify(signed(Set.of())).isGood()).isFalse();
    assertThat(parse(nested(101)))
        .isEqualTo(
            new Read.Bad<>("line 103 of the policy: groups within one another more than 100 deep"));
    assertThat(parse(nested(50_000))).isInstanceOf(Read.Bad.class);
  }

  /** So many groups, each the only member of the next. */
  private static String nested(int groups) {
    StringBuilder file = new StringBuilder("log " + LOG.verifier() + "\n");
    file.append("witness X1 " + witness("X1").verifier() + "\ngroup g1 any X1\n");
    for (int i = 2; i <= groups; i++) {
      file.append("group g" + i + " all g" + (i - 1) + "\n");
    }
    return file + "quorum g" + groups + "\n";
  }

  @Test
  void names_are_octets() {
    String file =
        "witness \u212a "
            + witness("X1").verifier()
            + "\n"
            + "witness K "
            + witness("X2").verifier()
            + "\nquorum \u212a\n";

    assertThat(parse(file).orThrow().witnesses()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "log LOG\n",
        "quorum\n",
        "quorum none",
        "quorum none none\n",
        "quorum none\nquorum none\n",
        "quorum X1\n",
        "quorum X1\nwitness X1 W1\n",
        "witness none W1\nquorum none\n",
        "witness X1 W1\nwitness X1 W2\nquorum X1\n",
        "witness X1 W1\nwitness X2 W1\nquorum X1\n",
        "witness X1 W1\ngroup X1 any X1\nquorum X1\n",
        "witness X1 LOG\nquorum X1\n",
        "witness X1\nquorum none\n",
        "witness X1 W1 url more\nquorum X1\n",
        "log W1\nquorum none\n",
        "log LOG\nlog LOG\nquorum none\n",
        "log LOG\nlog SAME\nquorum none\n",
        "log LOG url more\nquorum none\n",
        "log\nquorum none\n",
        "log example.com/log\nquorum none\n",
        "Log LOG\nquorum none\n",
        "logs LOG\nquorum none\n",
        "witness X1 W1\ngroup G 0 X1\nquorum G\n",
        "witness X1 W1\ngroup G 2 X1\nquorum G\n",
        "witness X1 W1\ngroup G -1 X1\nquorum G\n",
        "witness X1 W1\ngroup G 01 X1\nquorum G\n",
        "witness X1 W1\ngroup G most X1\nquorum G\n",
        "witness X1 W1\ngroup G any\nquorum none\n",
        "witness X1 W1\ngroup G any X2\nquorum G\n",
        "witness X1 W1\ngroup G any none\nquorum G\n",
        "witness X1 W1\ngroup G any X1 X1\nquorum G\n",
        "witness X1 W1\ngroup G any G\nquorum G\n",
        "witness X1 W1\ngroup G any X1\ngroup H any X1\nquorum G\n",
        "group G any X1\nwitness X1 W1\nquorum G\n",
        "quorum none\r\n",
        "quorum none\u0000\n",
        "quorum none # because\n"
      })
  void what_is_no_policy_is_refused(String file) {
    String keys =
        file.replace("LOG", LOG.verifier().text())
            .replace("SAME", Keys.log("example.com/renamed", 1).verifier().text())
            .replace("W1", witness("X1").verifier().text())
            .replace("W2", witness("X2").verifier().text());

    assertThat(parse(keys)).as(keys).isInstanceOf(Read.Bad.class);
  }
}
