package dev.releaseledger.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.app.access.Role;
import dev.releaseledger.app.port.EventLog;
import dev.releaseledger.app.rest.ServiceInTest.Answer;
import dev.releaseledger.app.sealing.TransparencyLog;
import dev.releaseledger.evidence.bundle.Continuation;
import dev.releaseledger.evidence.log.EntryBundle;
import dev.releaseledger.evidence.log.TlogProof;
import dev.releaseledger.evidence.merkle.Frontier;
import dev.releaseledger.evidence.merkle.MerkleHash;
import dev.releaseledger.evidence.merkle.TileId;
import dev.releaseledger.evidence.note.Checkpoint;
import dev.releaseledger.evidence.note.Note;
import dev.releaseledger.evidence.note.TrustPolicy;
import dev.releaseledger.evidence.trust.TrustFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The log as others read it. */
class LogApiTest {

  private final ServiceInTest service = ServiceInTest.running();
  private long position;

  @BeforeEach
  void recordSomething() {
    int status =
        service
            .call(
                Role.ADMIN,
                "POST",
                "/api/v1/tokens",
                "{\"actorName\":\"monitor\",\"role\":\"auditor\"}")
            .status();
    assertThat(status).isLessThan(300);
    position = service.the(EventLog.class).last();
  }

  private Answer get(String path) {
    Answer answer = service.call(Role.AUDITOR, "GET", "/api/v1/log" + path, "");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer;
  }

  private Checkpoint checkpoint(String query) {
    Note note =
        Note.parse(get("/checkpoint" + query).text().getBytes(StandardCharsets.UTF_8)).orThrow();
    return Checkpoint.parse(note.text()).orThrow();
  }

  private TrustPolicy policy() {
    String key = get("/key").json().path("key").asText();
    return TrustPolicy.parse(("log " + key + "\nquorum none\n").getBytes(StandardCharsets.UTF_8))
        .orThrow();
  }

  @Test
  void a_checkpoint_is_told_exactly_as_it_is_signed() {
    long size = checkpoint("").size();

    Answer answer = get("/checkpoint?size=" + size);

    assertThat(answer.contentType()).isEqualTo("text/plain;charset=UTF-8");
    assertThat(answer.text())
        .isEqualTo(service.the(TransparencyLog.class).at(size).orElseThrow().note().written());
  }

  @Test
  void what_was_just_recorded_is_proven_without_asking_twice() {
    byte[] file = get("/proof?position=" + position).text().getBytes(StandardCharsets.UTF_8);

    byte[] leaf = service.the(TransparencyLog.class).at(List.of(position)).getFirst().leaf();
    assertThat(TlogProof.parse(file).then(proof -> proof.verify(leaf, policy()).orThrow()).isGood())
        .isTrue();
    assertThat(checkpoint("?position=" + position).size()).isPositive();
  }

  @Test
  void the_log_is_shown_to_go_on_from_an_earlier_size() {
    Checkpoint earlier = checkpoint("?position=" + position);
    recordSomething();
    Checkpoint later = checkpoint("?position=" + position);

    byte[] file =
        get("/consistency?from=%d&to=%d".formatted(earlier.size(), later.size()))
            .text()
            .getBytes(StandardCharsets.UTF_8);

    assertThat(Continuation.read(file).orThrow().verify(earlier.root(), later.root()).passed())
        .isTrue();
  }

  @Test
  void the_root_is_that_of_the_entries_that_the_tiles_have() {
    Checkpoint checkpoint = checkpoint("?position=" + position);
    Frontier tree = new Frontier();

    for (long tile = 0; tile * TileId.FULL < checkpoint.size(); tile++) {
      TileId id = new TileId(0, tile, TileId.widthAt(checkpoint.size(), 0, tile));
      byte[] entries = service.bytes(Role.AUDITOR, "/api/v1/log/" + id.entriesPath());
      byte[] hashes = service.bytes(Role.AUDITOR, "/api/v1/log/" + id.path());
      assertThat(hashes).hasSize(32 * id.width());
      EntryBundle.parse(entries, id.width())
          .orThrow()
          .forEach(leaf -> tree.append(MerkleHash.leaf(leaf)));
    }

    assertThat(tree.root()).isEqualTo(checkpoint.root());
  }

  @Test
  void what_the_log_does_not_have_is_refused() {
    assertThat(problem("/checkpoint?size=999999999")).isEqualTo("/problems/unknown-checkpoint");
    assertThat(problem("/tile/0/999")).isEqualTo("/problems/unknown-tile");
    assertThat(problem("/tile/entries/0")).isEqualTo("/problems/unknown-tile");
    assertThat(problem("/consistency?from=0")).isEqualTo("/problems/invalid-value");
    assertThat(problem("/proof?position=%d&size=1".formatted(position)))
        .isIn("/problems/unknown-checkpoint", "/problems/invalid-value");
  }

  private String problem(String path) {
    return service.call(Role.AUDITOR, "GET", "/api/v1/log" + path, "").json().path("type").asText();
  }

  @Test
  void the_trust_file_names_the_keys_of_the_log_and_of_statements() {
    TrustFile trust = TrustFile.read(service.bytes(Role.AUDITOR, "/api/v1/log/trust")).orThrow();

    assertThat(trust.logs().getFirst().key().text())
        .isEqualTo(get("/key").json().path("key").asText());
    assertThat(trust.attestationKeys()).hasSize(1);
  }
}
