package dev.releaseledger.cli.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.releaseledger.cli.api.LedgerProblem;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.key.SignerKey;
import dev.releaseledger.evidence.note.Checkpoint;
import dev.releaseledger.evidence.note.Note;
import dev.releaseledger.evidence.note.Signing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessFolderTest {

  private static final String NAME = "witness.example.org/w1";

  private final GrowingLog log = new GrowingLog("ledger.example.org", 1, "event ");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path path;

  @SuppressWarnings("NullAway.Init")
  private WitnessFolder folder;

  @BeforeEach
  void aWitnessThatHasCosigned() throws IOException {
    folder = new WitnessFolder(path.resolve("w"));
    folder.make(NAME);
    folder.drawKeyIfNew(NAME);
    SignerKey key = folder.readKey();
    Checkpoint checkpoint = log.checkpoint(77);
    Note note =
        log.signed(77)
            .with(List.of(Signing.cosign(key, checkpoint.text(), Instant.ofEpochSecond(9))));
    folder.writeState(WitnessState.none(key.verifier()).with(checkpoint, note));
  }

  @Test
  void what_was_kept_is_read_again() {
    WitnessState state = folder.stateOf(folder.readKey());

    assertThat(state.cosigned()).containsOnlyKeys("ledger.example.org");
    assertThat(state.cosigned().values())
        .extracting(Note::text)
        .containsExactly(log.checkpoint(77).text());
  }

  @Test
  void no_byte_of_the_state_can_change() throws IOException {
    byte[] state = Files.readAllBytes(file("witness.state"));
    for (int at = 0; at < state.length; at++) {
      byte[] damaged = state.clone();
      damaged[at] ^= 1;
      assertThat(WitnessState.parse(damaged)).as("byte %d", at).isInstanceOf(Read.Bad.class);
    }
  }

  @Test
  void a_state_that_is_cut_off_anywhere_is_refused() throws IOException {
    byte[] state = Files.readAllBytes(file("witness.state"));
    for (int length = 0; length < state.length; length++) {
      byte[] cut = Arrays.copyOf(state, length);
      assertThat(WitnessState.parse(cut)).as("%d bytes", length).isInstanceOf(Read.Bad.class);
    }
  }

  @Test
  void a_checkpoint_that_the_witness_has_not_cosigned_is_no_state() {
    WitnessState foreign =
        WitnessState.none(folder.readKey().verifier()).with(log.checkpoint(5), log.signed(5));

    assertThat(WitnessState.parse(foreign.bytes()))
        .isEqualTo(new Read.Bad<>("no known key has signed the note"));
  }

  @Test
  void a_damaged_state_ends_the_start() throws IOException {
    Files.writeString(file("witness.state"), "{}");

    assertUnusable(() -> folder.stateOf(folder.readKey()), "is damaged");
  }

  @Test
  void a_key_without_its_state_does_not_start_anew() throws IOException {
    Files.delete(file("witness.state"));

    folder.drawKeyIfNew(NAME);

    assertUnusable(() -> folder.stateOf(folder.readKey()), "nobody knows");
  }

  @Test
  void a_state_without_its_key_does_not_get_another() throws IOException {
    Files.delete(file("witness.key"));

    assertUnusable(() -> folder.drawKeyIfNew(NAME), "witness.key is not there");
    assertUnusable(() -> folder.readKey(), "witness.key is not there");
  }

  @Test
  void a_first_start_that_was_interrupted_is_made_good() throws IOException {
    WitnessFolder fresh = new WitnessFolder(path.resolve("fresh"));
    fresh.make(NAME);
    fresh.drawKeyIfNew(NAME);
    SignerKey first = fresh.readKey();
    Files.delete(path.resolve("fresh/witness.key"));

    fresh.drawKeyIfNew(NAME);

    assertThat(fresh.readKey().verifier()).isNotEqualTo(first.verifier());
    assertThat(fresh.stateOf(fresh.readKey()).cosigned()).isEmpty();
  }

  @Test
  void the_state_of_another_witness_is_refused() throws IOException {
    WitnessFolder other = new WitnessFolder(path.resolve("other"));
    other.make("other");
    other.drawKeyIfNew("other");
    Files.copy(
        path.resolve("other/witness.state"),
        file("witness.state"),
        StandardCopyOption.REPLACE_EXISTING);

    assertUnusable(() -> folder.stateOf(folder.readKey()), "is the state of other+");
  }

  @Test
  void a_key_that_others_can_read_is_refused() throws IOException {
    Files.setPosixFilePermissions(
        file("witness.key"), PosixFilePermissions.fromString("rw-r-----"));

    assertUnusable(() -> folder.readKey(), "may read or write");
  }

  @Test
  void a_damaged_key_is_refused() throws IOException {
    Files.writeString(
        file("witness.key"), Files.readString(file("witness.key")).replace(NAME, "x"));

    assertUnusable(() -> folder.readKey(), "witness.key is damaged");
  }

  @Test
  void without_a_name_no_witness_is_made() {
    WitnessFolder nowhere = new WitnessFolder(path.resolve("nowhere"));

    assertUnusable(() -> nowhere.make(null), "There is no witness in");
    assertThat(path.resolve("nowhere")).doesNotExist();
  }

  @Test
  void a_name_that_cannot_stand_in_a_signature_is_refused() {
    WitnessFolder fresh = new WitnessFolder(path.resolve("fresh"));
    fresh.make("a b");

    assertUnusable(() -> fresh.drawKeyIfNew("a b"), "A witness cannot be called \"a b\"");
  }

  @Test
  void no_more_than_a_hundred_refused_requests_are_kept() throws IOException {
    RefusedRequests refused = new RefusedRequests(folder.refusedRequests());
    for (int i = 0; i < 100; i++) {
      assertThat(refused.keep(("request " + i).getBytes(UTF_8))).isTrue();
    }

    assertThat(refused.keep("one more".getBytes(UTF_8))).isFalse();
    assertThat(refused.keep("request 7".getBytes(UTF_8))).isTrue();
    try (var kept = Files.list(folder.refusedRequests())) {
      assertThat(kept).hasSize(100);
    }
  }

  private Path file(String name) {
    return path.resolve("w").resolve(name);
  }

  private static void assertUnusable(ThrowingCallable action, String detail) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(
            LedgerProblem.class,
            problem -> {
              assertThat(problem.problem().slug()).isEqualTo("unusable-witness");
              assertThat(problem.problem().detail()).contains(detail);
            });
  }
}
