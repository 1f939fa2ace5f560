package dev.releaseledger.app.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.evidence.bundle.LoggedEvent;
import dev.releaseledger.evidence.bundle.PeriodEvidence;
import dev.releaseledger.evidence.bundle.PeriodFiles;
import dev.releaseledger.evidence.bundle.StoredEvent;
import dev.releaseledger.evidence.key.Ed25519Secret;
import dev.releaseledger.evidence.key.KeyType;
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.key.SignerKey;
import dev.releaseledger.evidence.note.Checkpoint;
import dev.releaseledger.evidence.note.Note;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is in Base64 in the files of a period is searched as what it is. */
class PeriodSecretsTest {

  private static final byte[] SECRET =
      "{\"reference\":\"jdbc:postgresql://app:hunter2@db.example/shop\"}".getBytes(UTF_8);
  private static final byte[] NONE = "{}".getBytes(UTF_8);
  private static final Note NOTE =
      new Checkpoint("log", 0, Sha256.of(new byte[0]))
          .sign(new SignerKey("log", KeyType.ED25519, Ed25519Secret.of(new byte[32])));

  @Test
  void a_secret_in_an_event_within_is_found_with_its_line() {
    refused(List.of(stored(NONE), stored(SECRET)), List.of(), PeriodFiles.EVENTS + ":2");
  }

  @Test
  void a_secret_in_an_event_from_before_is_found() {
    refused(
        List.of(stored(NONE)),
        List.of(new LoggedEvent(1, NONE, SECRET, NONE, List.of())),
        PeriodFiles.EARLIER + ":1");
  }

  @Test
  void events_without_one_are_let_out() {
    SecretGuard.requireNone(files(List.of(stored(NONE)), List.of()));
  }

  private static void refused(List<StoredEvent> events, List<LoggedEvent> earlier, String place) {
    SortedMap<String, byte[]> files = files(events, earlier);
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> SecretGuard.requireNone(files))
        .satisfies(refused ->
            assertThat(refused.refusal().toString()).contains(place).doesNotContain("hunter2"));
  }

  private static StoredEvent stored(byte[] payload) {
    return new StoredEvent(1, payload, NONE);
  }

  private static SortedMap<String, byte[]> files(
      List<StoredEvent> events, List<LoggedEvent> earlier) {
    return PeriodExporting.readable(
        new TreeMap<>(),
        new PeriodEvidence(
            NOTE,
            List.of(),
            NOTE,
            List.of(),
            events,
            earlier,
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            NONE));
  }
}
