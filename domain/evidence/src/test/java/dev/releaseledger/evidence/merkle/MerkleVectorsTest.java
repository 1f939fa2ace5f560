package dev.releaseledger.evidence.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Vectors;
import dev.releaseledger.evidence.key.Sha256;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The probes of transparency-dev/merkle. */
class MerkleVectorsTest {

  private static final String FOLDER = "transparency-dev-merkle/testdata/";

  @Test
  void inclusion_proofs_are_taken_and_refused_as_the_probes_say() throws IOException {
    int[] run = new int[2];
    for (JsonNode probe : Vectors.files(FOLDER + "inclusion")) {
      boolean verified =
          verified(() ->
              new InclusionProof(whole(probe, "leafIdx"), whole(probe, "treeSize"), hashes(probe))
                  .verify(digest(probe, "leafHash"), digest(probe, "root"))
                  .passed());
      expect(probe, verified, run);
    }
    assertThat(run).as("taken and refused").containsExactly(6, 92);
  }

  @Test
  void consistency_proofs_are_taken_and_refused_as_the_probes_say() throws IOException {
    int[] run = new int[2];
    for (JsonNode probe : Vectors.files(FOLDER + "consistency")) {
      boolean verified =
          verified(() ->
              new ConsistencyProof(whole(probe, "size1"), whole(probe, "size2"), hashes(probe))
                  .verify(hash(probe, "root1"), hash(probe, "root2"))
                  .passed());
      expect(probe, verified, run);
    }
    assertThat(run).as("taken and refused").containsExactly(6, 92);
  }

  private static void expect(JsonNode probe, boolean verified, int[] run) {
    boolean refused = probe.get("wantErr").asBoolean();
    assertThat(verified).as("%s", probe).isEqualTo(!refused);
    run[refused ? 1 : 0]++;
  }

  private static boolean verified(Supplier<Boolean> check) {
    try {
      return check.get();
    } catch (Malformed malformed) {
      return false;
    }
  }

  private static long whole(JsonNode probe, String member) {
    return probe.get(member).bigIntegerValue().longValue();
  }

  private static Sha256 digest(JsonNode probe, String member) {
    return Sha256.parseBase64(probe.get(member).asText());
  }

  /** Some probes of sizes have a text instead of a root; its digest is as good. */
  private static Sha256 hash(JsonNode probe, String member) {
    byte[] bytes = Base64.getDecoder().decode(probe.get(member).asText());
    return bytes.length == Sha256.LENGTH ? Sha256.wrap(bytes) : Sha256.of(bytes);
  }

  private static List<Sha256> hashes(JsonNode probe) {
    List<Sha256> hashes = new ArrayList<>();
    probe.get("proof").forEach(hash -> hashes.add(Sha256.parseBase64(hash.asText())));
    return hashes;
  }

  @Test
  void the_hashes_and_roots_are_those_of_rfc_6962() throws IOException {
    JsonNode file = Vectors.json("derived/rfc6962-hashes.json");
    int hashes = 0;
    for (JsonNode hash : file.get("hashes")) {
      assertThat(hashOf(hash).hex()).as("%s", hash).isEqualTo(hash.get("want").asText());
      hashes++;
    }
    Frontier frontier = new Frontier();
    int roots = 0;
    for (JsonNode root : file.get("rootHexBySize")) {
      if (roots > 0) {
        byte[] leaf = HexFormat.of().parseHex(file.get("leafInputsHex").get(roots - 1).asText());
        frontier.append(MerkleHash.leaf(leaf));
      }
      assertThat(frontier.root().hex()).as("size %d", roots).isEqualTo(root.asText());
      roots++;
    }
    assertThat(hashes).as("hashes").isEqualTo(4);
    assertThat(roots).as("roots").isEqualTo(9);
  }

  private static Sha256 hashOf(JsonNode hash) {
    if (hash.has("leafHex")) {
      return MerkleHash.leaf(Vectors.hex(hash, "leafHex"));
    }
    if (hash.has("leftHex")) {
      byte[] left = Vectors.hex(hash, "leftHex");
      byte[] right = Vectors.hex(hash, "rightHex");
      // The vector joins texts that are no digests, which a node here cannot have.
      byte[] both = new byte[left.length + right.length];
      System.arraycopy(left, 0, both, 0, left.length);
      System.arraycopy(right, 0, both, left.length, right.length);
      return Sha256.of((byte) 1, both);
    }
    return MerkleHash.EMPTY;
  }
}
