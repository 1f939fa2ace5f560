package dev.releaseledger.evidence.note;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.Vectors;
import dev.releaseledger.evidence.key.Ed25519Key;
import dev.releaseledger.evidence.key.KeyType;
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.key.SignerKey;
import dev.releaseledger.evidence.key.VerifierKey;
import dev.releaseledger.evidence.merkle.LeafHashes;
import dev.releaseledger.evidence.merkle.MerkleHash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WitnessTest {

  private static final String ORIGIN = "example.com/log";
  private static final SignerKey LOG = Keys.log(ORIGIN, 1);
  private static final SignerKey KEY = Keys.witness("example.com/witness", 2);
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private final Map<String, Checkpoint> kept = new HashMap<>();
  private final Witness witness = new Witness(KEY, Map.of(ORIGIN, List.of(LOG.verifier())));
  private final LeafHashes leaves = leaves("leaf ", 20);

  private static LeafHashes leaves(String prefix, int size) {
    LeafHashes leaves = new LeafHashes();
    for (int i = 0; i < size; i++) {
      leaves.append(MerkleHash.leaf((prefix + i).getBytes(StandardCharsets.UTF_8)));
    }
    return leaves;
  }

  private WitnessAnswer ask(Witness asked, byte[] body) {
    WitnessAnswer answer = asked.answer(body, kept::get, NOW);
    if (answer instanceof WitnessAnswer.Cosigned cosigned) {
      kept.put(cosigned.checkpoint().origin(), cosigned.checkpoint());
    }
    return answer;
  }

  @Test
  void the_requests_to_litewitness_are_answered_as_there() throws IOException {
    JsonNode file = Vectors.json("derived/tlog-witness-add-checkpoint.json");
    List<Request> requests = requests(file);
    String origin =
        Checkpoint.parse(parsed(requests.getFirst()).note().orThrow().text()).orThrow().origin();
    VerifierKey log =
        new VerifierKey(
            origin, KeyType.ED25519, Ed25519Key.of(Vectors.hex(file, "logPublicKeyHex")));
    Witness asked = new Witness(KEY, Map.of(origin, List.of(log)));
    int run = 0;
    for (Request request : requests) {
      WitnessAnswer answer = ask(asked, request.body().getBytes(StandardCharsets.UTF_8));
      // C2SP now says 404 for a log that is not known, where litewitness says 403.
      boolean unknown = request.contains().equals("unknown log");
      assertThat(answer.status())
          .as("request %d: %s", run, answer.body())
          .isEqualTo(unknown ? 404 : request.status());
      assertThat(answer.body()).contains(request.contains());
      run++;
    }
    assertThat(run).as("requests").isEqualTo(8);
  }

  private static AddCheckpoint parsed(Request request) {
    return AddCheckpoint.parse(request.body().getBytes(StandardCharsets.UTF_8)).orThrow();
  }

  private record Request(String body, int status, String contains) {}

  /** One body of the file has the answer and the next request in it; they are taken apart. */
  private static List<Request> requests(JsonNode file) {
    List<Request> requests = new ArrayList<>();
    for (JsonNode request : file.get("requests")) {
      String body = request.get("body").asText();
      String contains = request.get("bodyContains").asText().replace("example.com/witness", "");
      int status = request.get("status").asInt();
      int joint = body.indexOf("```\nHTTP 409\n");
      if (joint >= 0) {
        requests.add(new Request(body.substring(0, joint), 409, "3\n"));
        body = body.substring(body.lastIndexOf("```\n") + 4);
      }
      requests.add(new Request(body, status, contains));
    }
    return requests;
  }

  private byte[] request(int from, int to) {
    return request(from, to, LOG, leaves);
  }

  private static byte[] request(int from, int to, SignerKey key, LeafHashes leaves) {
    List<Sha256> proof = from == 0 ? List.of() : leaves.tree(to).consistencyFrom(from).path();
    Checkpoint checkpoint = new Checkpoint(ORIGIN, to, leaves.tree(to).root());
    return AddCheckpoint.of(from, proof, checkpoint.sign(key)).bytes();
  }

  @Test
  void a_log_that_grows_is_cosigned_at_each_step() {
    int last = 0;
    for (int size : new int[] {1, 2, 2, 7, 8, 20}) {
      WitnessAnswer answer = ask(witness, request(last, size));

      assertThat(answer.status()).isEqualTo(200);
      Note note = ((WitnessAnswer.Cosigned) answer).note();
      List<Signed> signed = note.verify(List.of(LOG.verifier(), KEY.verifier())).orThrow();
      assertThat(signed).hasSize(2);
      assertThat(signed.getLast().at()).contains(NOW);
      assertThat(answer.body()).startsWith("\u2014 example.com/witness ").endsWith("=\n");
      last = size;
    }
    assertThat(kept.get(ORIGIN)).extracting(Checkpoint::size).isEqualTo(20L);
  }

  @Test
  void another_old_size_is_a_conflict_that_names_the_known_one() {
    ask(witness, request(0, 7));

    for (int old : new int[] {0, 1, 6, 8}) {
      WitnessAnswer answer = ask(witness, request(old, 20));
      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.body()).isEqualTo("7\n");
      assertThat(answer.contentType()).isEqualTo("text/x.tlog.size");
    }
    assertThat(kept.get(ORIGIN)).extracting(Checkpoint::size).isEqualTo(7L);
  }

  @Test
  void a_log_that_is_not_known_is_not_found() {
    Witness other = new Witness(KEY, Map.of("example.com/other", List.of(LOG.verifier())));

    assertThat(ask(other, request(0, 7)).status()).isEqualTo(404);
  }

  @Test
  void a_checkpoint_that_the_log_has_not_signed_is_forbidden() {
    assertThat(ask(witness, request(0, 7, Keys.log(ORIGIN, 9), leaves)).status()).isEqualTo(403);
    assertThat(kept).isEmpty();
  }

  @Test
  void a_fork_is_not_cosigned() {
    ask(witness, request(0, 7));
    LeafHashes fork = leaves("other ", 20);

    assertThat(ask(witness, request(7, 20, LOG, fork)).status()).isEqualTo(422);
    assertThat(ask(witness, request(7, 7, LOG, fork)).status()).isEqualTo(422);
    assertThat(kept.get(ORIGIN)).extracting(Checkpoint::root).isEqualTo(leaves.tree(7).root());
  }

  @Test
  void a_log_that_shrinks_is_not_cosigned() {
    ask(witness, request(0, 20));
    Note shorter = new Checkpoint(ORIGIN, 7, leaves.tree(7).root()).sign(LOG);

    assertThat(ask(witness, AddCheckpoint.of(20, List.of(), shorter).bytes()).status())
        .isEqualTo(400);
    assertThat(ask(witness, AddCheckpoint.of(7, List.of(), shorter).bytes()).status())
        .isEqualTo(409);
  }

  @Test
  void a_proof_where_none_belongs_is_not_processed() {
    Note note = new Checkpoint(ORIGIN, 7, leaves.tree(7).root()).sign(LOG);
    byte[] first = AddCheckpoint.of(0, List.of(MerkleHash.EMPTY), note).bytes();

    assertThat(ask(witness, first).status()).isEqualTo(422);
    ask(witness, request(0, 7));
    byte[] same = AddCheckpoint.of(7, List.of(MerkleHash.EMPTY), note).bytes();
    assertThat(ask(witness, same).status()).isEqualTo(422);
  }

  @Test
  void an_empty_log_has_the_root_of_the_empty_tree() {
    Note right = new Checkpoint(ORIGIN, 0, MerkleHash.EMPTY).sign(LOG);
    Note wrong = new Checkpoint(ORIGIN, 0, Sha256.of(new byte[] {1})).sign(LOG);

    assertThat(ask(witness, AddCheckpoint.of(0, List.of(), wrong).bytes()).status()).isEqualTo(422);
    assertThat(ask(witness, AddCheckpoint.of(0, List.of(), right).bytes()).status()).isEqualTo(200);
    assertThat(ask(witness, request(0, 7)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "old 0\n",
        "old -1\n\nnote\n\n\u2014 a AAAAAAE=\n",
        "old 00\n\nnote\n\n\u2014 a AAAAAAE=\n",
        "old\n\nnote\n\n\u2014 a AAAAAAE=\n",
        "new 0\n\nnote\n\n\u2014 a AAAAAAE=\n",
        "old 1\nAAAA\n\nnote\n\n\u2014 a AAAAAAE=\n",
        "old 0\n\nno checkpoint\n\n\u2014 a AAAAAAE=\n"
      })
  void what_is_no_request_is_a_bad_one(String body) {
    assertThat(ask(witness, body.getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(400);
  }

  @Test
  void a_checkpoint_without_signature_lines_is_forbidden() {
    String text = new Checkpoint(ORIGIN, 7, leaves.tree(7).root()).text();
    for (String note : List.of("", text, text + "\n", text + "\n\u2014 example.com/log AAAA\n")) {
      byte[] body = ("old 0\n\n" + note).getBytes(StandardCharsets.UTF_8);
      assertThat(ask(witness, body).status()).as(note).isEqualTo(403);
    }
  }

  @Test
  void a_proof_longer_than_any_is_a_bad_request() {
    String body =
        "old 1\n" + (MerkleHash.EMPTY.base64() + "\n").repeat(64) + "\nnote\n\n\u2014 a AAAAAAE=\n";

    assertThat(AddCheckpoint.parse(body.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Read.Bad.class);
  }

  @Test
  void a_request_with_any_byte_changed_is_not_cosigned() {
    ask(witness, request(0, 7));
    byte[] body = request(7, 20);
    for (int i = 0; i < body.length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] changed = body.clone();
        changed[i] ^= (byte) (1 << bit);
        assertThat(ask(witness, changed).status()).as("byte %d, bit %d", i, bit).isNotEqualTo(200);
      }
    }
    assertThat(ask(witness, body).status()).isEqualTo(200);
  }
}
