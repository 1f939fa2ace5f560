package dev.releaseledger.evidence.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.evidence.note.Note;
import dev.releaseledger.evidence.timestamp.StampedTime;
import dev.releaseledger.evidence.trust.AnchorPolicy.Kind;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AnchorTest {

  private static final Note CHECKPOINT = SampleLog.of(SampleStory.all()).checkpoint(5);
  private static final String NOON = "2026-06-01T12:00:00Z";

  @Test
  void a_stamp_claims_when_it_was_made() {
    assertThat(SampleEvidence.stamped(CHECKPOINT, NOON).claimedTime().map(StampedTime::at))
        .contains(Instant.parse(NOON));
  }

  @Test
  void a_witness_claims_when_it_has_cosigned() {
    Anchor held =
        new Anchor(
            Kind.WITNESS, "w1", SampleEvidence.cosigned(CHECKPOINT, NOON).bytes(), new byte[0]);

    assertThat(held.claimedTime().map(StampedTime::at)).contains(Instant.parse(NOON));
  }

  @Test
  void a_repository_claims_no_time() {
    Anchor held = new Anchor(Kind.GIT, "audit", CHECKPOINT.bytes(), new byte[0]);

    assertThat(held.claimedTime()).isEmpty();
  }

  @Test
  void what_is_no_receipt_claims_no_time() {
    byte[] none = {1, 2, 3};

    assertThat(new Anchor(Kind.RFC3161, "tsa", CHECKPOINT.bytes(), none).claimedTime()).isEmpty();
    assertThat(new Anchor(Kind.WITNESS, "w1", none, none).claimedTime()).isEmpty();
  }
}
