package dev.releaseledger.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.evidence.bundle.SampleEvidence;
import dev.releaseledger.evidence.key.SignerKey;
import dev.releaseledger.evidence.merkle.MerkleHash;
import dev.releaseledger.evidence.note.Checkpoint;
import dev.releaseledger.evidence.note.Keys;
import dev.releaseledger.evidence.note.Note;
import dev.releaseledger.evidence.trust.Period;
import dev.releaseledger.evidence.trust.TrustFile;
import dev.releaseledger.evidence.trust.TrustedLog;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which checkpoints a verifier believes, by whose key they are signed and when. */
class LogKeysTest {

  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2026-07-01T00:00:00Z");
  private static final Instant WITHIN = Instant.parse("2026-06-01T00:00:00Z");
  private static final String ORIGIN = "example.com/log";
  private static final SignerKey OLD = Keys.log(ORIGIN, 1);
  private static final SignerKey NEW = Keys.log(ORIGIN, 2);
  private static final SignerKey ELSEWHERE = Keys.log("example.com/other", 3);

  private static final List<TrustedLog> ROTATED =
      List.of(
          log(OLD, new Period(FROM, Optional.of(UNTIL)), Optional.of(10L)),
          log(NEW, new Period(UNTIL, Optional.empty()), Optional.empty()));

  @Test
  void a_checkpoint_of_a_log_that_nobody_trusts_is_refused() {
    assertThat(believed(ELSEWHERE, 5, Optional.of(WITHIN)).detail())
        .isEqualTo("the log example.com/other is not trusted");
  }

  @Test
  void a_key_is_believed_in_its_period_only() {
    assertThat(believed(OLD, 5, Optional.of(WITHIN)).result()).isEqualTo(Result.PASSED);
    assertThat(believed(NEW, 5, Optional.of(UNTIL)).result()).isEqualTo(Result.PASSED);
    assertThat(believed(OLD, 5, Optional.of(UNTIL)).result()).isEqualTo(Result.FAILED);
    assertThat(believed(NEW, 5, Optional.of(WITHIN)).result()).isEqualTo(Result.FAILED);
  }

  @Test
  void without_a_time_only_a_key_that_is_believed_for_good_is_believed() {
    assertThat(believed(NEW, 5, Optional.empty()).result()).isEqualTo(Result.PASSED);
    assertThat(believed(OLD, 5, Optional.empty()).detail())
        .startsWith("the key of the log is not believed at that time");
  }

  @Test
  void beyond_the_size_at_which_it_was_frozen_a_key_has_signed_nothing() {
    assertThat(believed(OLD, 10, Optional.of(WITHIN)).result()).isEqualTo(Result.PASSED);
    assertThat(believed(OLD, 11, Optional.of(WITHIN)).detail())
        .isEqualTo("the checkpoint is larger than the log was when it was frozen");
  }

  @Test
  void the_other_key_of_a_log_does_not_vouch_for_what_it_has_not_signed() {
    assertThat(believed(OLD, 11, Optional.of(UNTIL)).result()).isEqualTo(Result.FAILED);
  }

  private static Finding believed(SignerKey signer, long size, Optional<Instant> time) {
    Note note = new Checkpoint(signer.name(), size, MerkleHash.EMPTY).sign(signer);
    TrustFile like = SampleEvidence.trust();
    TrustFile trust =
        new TrustFile(
            ROTATED,
            like.attestationKeys(),
            like.timestampAuthorities(),
            Optional.empty(),
            like.anchors(),
            List.of());
    return SampleCourse.made(
        Check.CHECKPOINT,
        () -> new Passed<>(new LogKeys(trust).signed(note).believedAt(time), "believed"));
  }

  private static TrustedLog log(SignerKey key, Period period, Optional<Long> frozenAt) {
    return new TrustedLog(key.verifier(), period, frozenAt);
  }
}
