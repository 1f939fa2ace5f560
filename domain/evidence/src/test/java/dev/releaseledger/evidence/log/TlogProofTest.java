package dev.releaseledger.evidence.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.Vectors;
import dev.releaseledger.evidence.key.SignerKey;
import dev.releaseledger.evidence.merkle.LeafHashes;
import dev.releaseledger.evidence.merkle.MerkleHash;
import dev.releaseledger.evidence.merkle.MerkleTree;
import dev.releaseledger.evidence.note.Checkpoint;
import dev.releaseledger.evidence.note.Keys;
import dev.releaseledger.evidence.note.Note;
import dev.releaseledger.evidence.note.Quorum;
import dev.releaseledger.evidence.note.TrustPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlogProofTest {

  private static final String ORIGIN = "example.com/log";
  private static final SignerKey LOG = Keys.log(ORIGIN, 1);
  private static final TrustPolicy POLICY =
      new TrustPolicy(List.of(LOG.verifier()), Map.of(), new Quorum.None());
  private static final LeafHashes LEAVES = leaves();

  private static byte[] entry(int index) {
    return ("entry " + index).getBytes(StandardCharsets.UTF_8);
  }

  private static LeafHashes leaves() {
    LeafHashes leaves = new LeafHashes();
    for (int i = 0; i < 100; i++) {
      leaves.append(MerkleHash.leaf(entry(i)));
    }
    return leaves;
  }

  private static TlogProof proof(int index, int size) {
    MerkleTree tree = LEAVES.tree(size);
    Note note = new Checkpoint(ORIGIN, size, tree.root()).sign(LOG);
    return TlogProof.of(tree.inclusion(index), note);
  }

  @Test
  void the_proofs_of_transparency_dev_are_taken_and_refused_as_they_say() throws IOException {
    int taken = 0;
    int refused = 0;
    for (JsonNode test : Vectors.cases("derived/tlog-proof-parse.json", "cases")) {
      byte[] file = test.get("proof").asText().getBytes(StandardCharsets.UTF_8);
      Read<TlogProof> read = TlogProof.parse(file);
      boolean expected = test.get("valid").asBoolean();
      assertThat(read.isGood()).as("%s", test.get("desc")).isEqualTo(expected);
      if (expected) {
        assertThat(read.orThrow().bytes()).isEqualTo(file);
        taken++;
      } else {
        refused++;
      }
    }
    assertThat(taken).as("taken").isEqualTo(3);
    assertThat(refused).as("refused").isEqualTo(8);
  }

  @Test
  void a_proof_is_read_as_it_was_written_and_verifies() {
    for (int size = 1; size <= 100; size += 9) {
      for (int index = 0; index < size; index++) {
        TlogProof read = TlogProof.parse(proof(index, size).bytes()).orThrow();

        assertThat(read).isEqualTo(proof(index, size));
        assertThat(read.verify(entry(index), POLICY).orThrow().checkpoint().size()).isEqualTo(size);
      }
    }
  }

  @Test
  void a_proof_has_this_form() {
    TlogProof plain = proof(2, 3);
    TlogProof proof = new TlogProof("eA==", 2, plain.path(), plain.checkpoint());

    assertThat(new String(proof.bytes(), StandardCharsets.UTF_8))
        .startsWith(
            "c2sp.org/tlog-proof@v1\nextra eA==\nindex 2\n"
                + plain.path().getFirst().base64()
                + "\n\nexample.com/log\n3\n");
    assertThat(TlogProof.parse(proof.bytes()).orThrow()).isEqualTo(proof);
  }

  @Test
  void a_proof_of_another_entry_or_at_another_place_is_refused() {
    TlogProof proof = proof(7, 20);
    for (int other = 0; other < 20; other++) {
      assertThat(proof.verify(entry(other), POLICY).isGood()).isEqualTo(other == 7);
      TlogProof elsewhere = new TlogProof("", other, proof.path(), proof.checkpoint());
      assertThat(elsewhere.verify(entry(7), POLICY).isGood()).isEqualTo(other == 7);
    }
  }

  @Test
  void a_proof_under_a_checkpoint_of_another_key_is_refused() {
    TrustPolicy other =
        new TrustPolicy(List.of(Keys.log(ORIGIN, 2).verifier()), Map.of(), new Quorum.None());

    assertThat(proof(7, 20).verify(entry(7), other)).isInstanceOf(Read.Bad.class);
  }

  @Test
  void a_proof_with_any_bit_flipped_is_refused() {
    byte[] file = proof(7, 20).bytes();
    for (int bit = 0; bit < 8 * file.length; bit++) {
      byte[] changed = file.clone();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(TlogProof.parse(changed).then(read -> read.verify(entry(7), POLICY).orThrow()))
          .as("byte %d, bit %d", bit / 8, bit % 8)
          .isInstanceOf(Read.Bad.class);
    }
  }

  @Test
  void a_line_for_extra_data_without_any_is_refused() {
    String file = new String(proof(7, 20).bytes(), StandardCharsets.UTF_8);

    assertThat(
            TlogProof.parse(
                file.replace("index 7", "extra \nindex 7").getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(new Read.Bad<>("a proof without extra data has no line for it"));
    assertThat(
            TlogProof.parse(
                file.replace("index 7", "extra AA==\nindex 7").getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Read.Good.class);
  }

  @Test
  void a_proof_that_is_cut_off_is_refused() {
    byte[] file = proof(7, 20).bytes();
    for (int length = 0; length < file.length; length++) {
      assertThat(
              TlogProof.parse(Arrays.copyOf(file, length))
                  .then(read -> read.verify(entry(7), POLICY).orThrow()))
          .as("%d bytes", length)
          .isInstanceOf(Read.Bad.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "c2sp.org/tlog-proof@v1",
        "c2sp.org/tlog-proof@v2\nindex 0\n\ncheckpoint\n",
        "c2sp.org/tlog-proof@v1\r\nindex 0\n\ncheckpoint\n",
        "c2sp.org/tlog-proof@v1\nindex 00\n\ncheckpoint\n",
        "c2sp.org/tlog-proof@v1\nindex +1\n\ncheckpoint\n",
        "c2sp.org/tlog-proof@v1\nindex  1\n\ncheckpoint\n",
        "c2sp.org/tlog-proof@v1\nindex 9223372036854775808\n\ncheckpoint\n",
        "c2sp.org/tlog-proof@v1\nindex 0\nindex 0\n\ncheckpoint\n",
        "c2sp.org/tlog-proof@v1\nextra eA==\nextra eA==\nindex 0\n\ncheckpoint\n",
        "c2sp.org/tlog-proof@v1\nindex 0\nextra eA==\n\ncheckpoint\n",
        "c2sp.org/tlog-proof@v1\nextra eA\nindex 0\n\ncheckpoint\n",
        "c2sp.org/tlog-proof@v1\nindex 0\n\n",
        "c2sp.org/tlog-proof@v1\nindex 0\ncheckpoint\n"
      })
  void what_is_no_proof_is_refused(String text) {
    assertThat(TlogProof.parse(text.getBytes(StandardCharsets.UTF_8))).isInstanceOf(Read.Bad.class);
  }

  @Test
  void a_proof_longer_than_any_is_refused() {
    assertThatThrownBy(
            () -> new TlogProof("", 0, Collections.nCopies(64, MerkleHash.EMPTY), "checkpoint\n"))
        .isInstanceOf(Malformed.class);
  }
}
