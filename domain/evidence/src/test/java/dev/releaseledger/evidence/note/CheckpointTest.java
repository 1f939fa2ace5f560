package dev.releaseledger.evidence.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.Vectors;
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.merkle.MerkleHash;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

  private static final String ROOT = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

  /** The roots of the vectors are texts in Base64, not digests. */
  private static final Pattern ROOT_OF_VECTORS = Pattern.compile("YmFuYW5hcw==|dGhlIHZp[^\n]*");

  @Test
  void the_checkpoints_of_transparency_dev_are_taken_and_refused_as_they_say() throws IOException {
    int taken = 0;
    int refused = 0;
    int stricter = 0;
    for (JsonNode test : Vectors.cases("derived/checkpoint-body.json", "cases")) {
      String text = test.get("checkpoint").asText();
      String withDigest = ROOT_OF_VECTORS.matcher(text).replaceFirst(ROOT);
      boolean read = Checkpoint.parse(withDigest).isGood();
      // C2SP says that extension lines are not empty; the origin of the vectors lets them be.
      boolean emptyLines = text.endsWith("\n\n");
      boolean expected = test.get("valid").asBoolean() && !emptyLines;
      assertThat(read).as("%s", test).isEqualTo(expected);
      assertThat(Checkpoint.parse(text))
          .as("a root that is no digest")
          .isInstanceOf(Read.Bad.class);
      if (emptyLines) {
        stricter++;
      } else if (expected) {
        taken++;
      } else {
        refused++;
      }
    }
    assertThat(taken).as("taken").isEqualTo(4);
    assertThat(stricter).as("taken there and refused here").isEqualTo(1);
    assertThat(refused).as("refused").isEqualTo(7);
  }

  @Test
  void a_checkpoint_is_read_as_it_was_written() {
    Checkpoint checkpoint =
        new Checkpoint("example.com/log", 20852163, Sha256.of(new byte[] {1}), List.of("x", "y z"));

    assertThat(Checkpoint.parse(checkpoint.text()).orThrow()).isEqualTo(checkpoint);
    assertThat(new Checkpoint("log", 0, MerkleHash.EMPTY).text())
        .isEqualTo("log\n0\n" + ROOT + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "log\n",
        "log\n1\n",
        "log\n1\n" + ROOT,
        "log\n01\n" + ROOT + "\n",
        "log\n+1\n" + ROOT + "\n",
        "log\n 1\n" + ROOT + "\n",
        "log\n\n" + ROOT + "\n",
        "log\n9223372036854775808\n" + ROOT + "\n",
        "log\n1\n" + ROOT + "\n\n",
        "log\n1\n\n" + ROOT + "\n",
        "log\n1\n" + ROOT + "\r\n",
        "\n1\n" + ROOT + "\n",
        "log\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFV=\n",
        "log\n1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuA==\n"
      })
  void what_is_no_checkpoint_is_refused(String text) {
    assertThat(Checkpoint.parse(text)).isInstanceOf(Read.Bad.class);
  }

  @Test
  void what_could_not_be_read_cannot_be_written() {
    assertThatThrownBy(() -> new Checkpoint("", 1, MerkleHash.EMPTY)).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> new Checkpoint("a\nb", 1, MerkleHash.EMPTY))
        .isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> new Checkpoint("a", -1, MerkleHash.EMPTY))
        .isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> new Checkpoint("a", 1, MerkleHash.EMPTY, List.of("")))
        .isInstanceOf(Malformed.class);
  }

  @Test
  void two_keys_sign_while_one_replaces_the_other() {
    Checkpoint checkpoint = new Checkpoint("example.com/log", 0, MerkleHash.EMPTY);
    Note note = checkpoint.sign(Keys.log("example.com/log", 1), Keys.log("example.com/log", 2));

    for (int seed = 1; seed <= 2; seed++) {
      assertThat(note.verify(List.of(Keys.log("example.com/log", seed).verifier())).isGood())
          .isTrue();
    }
  }
}
