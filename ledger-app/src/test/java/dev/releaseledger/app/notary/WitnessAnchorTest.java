package dev.releaseledger.app.notary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.app.anchoring.GrowingLog;
import dev.releaseledger.app.anchoring.LocalWitness;
import dev.releaseledger.app.port.AnchorEntry.Cosigner;
import dev.releaseledger.app.port.AnchorOutcome;
import dev.releaseledger.app.port.AnchorOutcome.Contradicted;
import dev.releaseledger.app.port.AnchorOutcome.Failed;
import dev.releaseledger.app.port.AnchorOutcome.Kept;
import dev.releaseledger.app.port.OfferedCheckpoint;
import dev.releaseledger.evidence.note.Note;
import dev.releaseledger.evidence.note.WitnessAnswer;
import dev.releaseledger.evidence.note.WitnessAnswer.Refused;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WitnessAnchorTest {

  private static final String ORIGIN = "ledger.example.org/production";

  private final GrowingLog log = new GrowingLog(ORIGIN, "event ");
  private final GrowingLog fork = new GrowingLog(ORIGIN, "other event ");
  private LocalWitness witness;

  @BeforeEach
  void start() throws IOException {
    witness = new LocalWitness(log.verifier());
  }

  @AfterEach
  void stop() {
    witness.close();
  }

  private WitnessAnchor anchor() {
    return anchor(witness.url());
  }

  private WitnessAnchor anchor(URI url) {
    return new WitnessAnchor(
        new Cosigner("w1", url, witness.verifier()), new Inquiry(Duration.ofSeconds(5)));
  }

  @Test
  void a_cosignature_is_a_receipt_that_verifies_with_the_checkpoint() {
    WitnessAnchor anchor = anchor();
    OfferedCheckpoint offered = log.offered(77);

    AnchorOutcome outcome = anchor.keep(offered);

    String line = receipt(outcome);
    Note both = Note.parse((offered.note().written() + line).getBytes(UTF_8)).orThrow();
    assertThat(both.verify(List.of(witness.verifier())).orThrow()).hasSize(1);
    assertThat(witness.statuses()).containsExactly(200);
  }

  @Test
  void each_checkpoint_goes_on_from_the_one_before() {
    WitnessAnchor anchor = anchor();
    anchor.keep(log.offered(5));
    assertThat(anchor.keep(log.offered(77))).isInstanceOf(Kept.class);
    assertThat(anchor.keep(log.offered(77))).isInstanceOf(Kept.class);

    assertThat(witness.statuses()).containsExactly(200, 200, 200);
  }

  @Test
  void a_service_that_has_restarted_asks_the_witness_what_it_knows() {
    anchor().keep(log.offered(5));

    assertThat(anchor().keep(log.offered(77))).isInstanceOf(Kept.class);
    assertThat(witness.statuses()).containsExactly(200, 409, 200);
  }

  @Test
  void a_witness_that_knows_less_than_was_thought_is_told_again() {
    WitnessAnchor anchor = anchor();
    anchor.keep(log.offered(77));
    witness.forget();

    assertThat(anchor.keep(log.offered(80))).isInstanceOf(Kept.class);
  }

  @Test
  void another_history_contradicts() {
    anchor().keep(log.offered(77));

    assertThat(anchor().keep(fork.offered(90)))
        .isEqualTo(
            new Contradicted("the log does not go on from what the witness has cosigned (422)"));
  }

  @Test
  void a_log_that_has_become_shorter_contradicts() {
    anchor().keep(log.offered(77));

    assertThat(anchor().keep(log.offered(60)))
        .isEqualTo(
            new Contradicted("the witness has cosigned 77 entries of the log, which now says 60"));
  }

  @Test
  void a_cosignature_of_something_else_is_no_receipt() {
    String other = receipt(anchor().keep(log.offered(77)));
    witness.forget();
    spoil(answer -> new Refused(200, other.strip()));

    assertThat(anchor().keep(log.offered(80)))
        .isEqualTo(
            new Failed(
                "the answer is no cosignature of the witness: the signature by"
                    + " witness.example.org/w1 is wrong"));
  }

  @Test
  void an_answer_without_a_cosignature_is_no_receipt() {
    spoil(answer -> new Refused(200, "thank you"));

    assertThat(anchor().keep(log.offered(80))).isInstanceOf(Failed.class);
  }

  @Test
  void a_witness_that_does_not_know_the_log_is_told_apart_from_one_that_does_not_trust_it() {
    assertThat(anchor().keep(new GrowingLog("elsewhere", "event ").offered(5)))
        .isEqualTo(new Failed("the witness does not know the log (404)"));
    spoil(answer -> new Refused(403, "no"));
    assertThat(anchor().keep(log.offered(5)))
        .isEqualTo(new Failed("the witness does not trust the key of the log (403)"));
  }

  @Test
  void a_witness_that_says_another_size_each_time_is_not_asked_for_ever() {
    spoil(answer -> new WitnessAnswer.Conflict(witness.statuses().size() + 1L));

    assertThat(anchor().keep(log.offered(80)))
        .isEqualTo(new Failed("the witness says another size each time"));
    assertThat(witness.statuses()).hasSize(3);
  }

  @Test
  void a_witness_that_is_not_there_fails() {
    assertThat(anchor(URI.create("http://127.0.0.1:1/w")).keep(log.offered(5)))
        .isEqualTo(new Failed("it cannot be asked (ConnectException)"));
  }

  private void spoil(UnaryOperator<WitnessAnswer> how) {
    witness.spoil(how);
  }

  private static String receipt(AnchorOutcome outcome) {
    assertThat(outcome).isInstanceOf(Kept.class);
    return new String(((Kept) outcome).receipt(), UTF_8);
  }
}
