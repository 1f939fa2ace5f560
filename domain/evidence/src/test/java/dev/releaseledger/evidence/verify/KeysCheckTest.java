package dev.releaseledger.evidence.verify;

import static dev.releaseledger.evidence.verify.RotatingPeriod.NEW;
import static dev.releaseledger.evidence.verify.RotatingPeriod.OLD;
import static dev.releaseledger.evidence.verify.RotatingPeriod.ORIGIN;
import static dev.releaseledger.evidence.verify.RotatingPeriod.always;
import static dev.releaseledger.evidence.verify.RotatingPeriod.sized;
import static dev.releaseledger.evidence.verify.RotatingPeriod.trust;
import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.key.SignerKey;
import dev.releaseledger.evidence.log.KeyExchange;
import dev.releaseledger.evidence.note.Checkpoint;
import dev.releaseledger.evidence.note.Keys;
import dev.releaseledger.evidence.note.Note;
import dev.releaseledger.evidence.trust.TrustFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The keys of a log, its beginning and its end, as the trust file and the log itself tell them. */
class KeysCheckTest {

  /** The rotation is the leaf at 3, so that the first checkpoint with it has four leaves. */
  private static final long FIRST = 4;

  /** The end of the overlap is the leaf at 5. */
  private static final long LAST = 5;

  private static final TrustFile WRITTEN_AFTER =
      trust(sized(OLD, null, LAST), sized(NEW, FIRST, null));
  private static final SignerKey[] BY_OLD = {OLD};

  private static RotatingPeriod rotation() {
    return new RotatingPeriod(2).nothing(3).rotated().nothing(1).retired().nothing(2);
  }

  private static Report verify(byte[] bundle, TrustFile trust) {
    return new EvidenceVerifier(trust, Optional.empty()).verify(bundle);
  }

  private static Map<Check, String> failed(Report report) {
    Map<Check, String> failed = new TreeMap<>();
    report.findings().stream()
        .filter(finding -> finding.result() == Result.FAILED)
        .forEach(finding -> failed.put(finding.check(), finding.detail()));
    return failed;
  }

  @Test
  void a_period_over_a_rotation_is_verified_with_a_trust_file_that_has_both_keys() {
    Report report = verify(rotation().bundle(), WRITTEN_AFTER);

    assertThat(failed(report)).isEmpty();
    assertThat(report.outcome()).isEqualTo(Outcome.VERIFIED);
    assertThat(report.findings())
        .filteredOn(finding -> finding.check() == Check.KEYS)
        .singleElement()
        .satisfies(
            finding -> assertThat(finding.detail()).contains("signs behind 3", "is retired at 5"));
  }

  @Test
  void a_trust_file_from_before_the_rotation_knows_no_key_that_signs_alone_afterwards() {
    Report report = verify(rotation().bundle(), trust(always(OLD)));

    assertThat(failed(report)).containsKeys(Check.SIGNATURE);
  }

  @Test
  void a_trust_file_from_before_the_rotation_is_enough_while_both_keys_sign() {
    RotatingPeriod overlap =
        new RotatingPeriod(2).nothing(3).rotated().nothing(1).signed(BY_OLD, NEW, OLD);

    assertThat(verify(overlap.bundle(), trust(always(OLD))).outcome()).isEqualTo(Outcome.VERIFIED);
  }

  @Test
  void a_checkpoint_by_the_retired_key_alone_is_refused() {
    byte[] bundle = rotation().signed(BY_OLD, OLD).bundle();

    assertThat(failed(verify(bundle, WRITTEN_AFTER)))
        .containsEntry(
            Check.SIGNATURE, "the key of the log does not sign checkpoints of this size");
  }

  @Test
  void the_log_itself_tells_on_a_retired_key_that_the_trust_file_does_not_know_to_be_retired() {
    byte[] bundle = rotation().signed(BY_OLD, OLD).bundle();

    assertThat(failed(verify(bundle, trust(always(OLD), always(NEW)))))
        .containsOnlyKeys(Check.KEYS)
        .containsValue(
            "the checkpoint of size 8 is signed by keys alone that do not sign it, by what the log"
                + " says");
  }

  @Test
  void a_new_key_alone_does_not_sign_what_was_before_it() {
    byte[] bundle = rotation().signed(new SignerKey[] {NEW}, NEW).bundle();

    assertThat(failed(verify(bundle, WRITTEN_AFTER)))
        .containsEntry(
            Check.POPULATION,
            "the checkpoint is signed by a key alone that signed later ones only");
    assertThat(failed(verify(bundle, trust(always(OLD), always(NEW)))))
        .containsOnlyKeys(Check.KEYS);
  }

  @Test
  void a_key_that_the_log_introduces_elsewhere_than_the_trust_file_says_is_noticed() {
    TrustFile other = trust(sized(OLD, null, LAST), sized(NEW, FIRST + 1, null));

    assertThat(failed(verify(rotation().bundle(), other))).containsOnlyKeys(Check.KEYS);
  }

  @Test
  void a_key_that_the_log_retires_elsewhere_than_the_trust_file_says_is_noticed() {
    TrustFile other = trust(sized(OLD, null, LAST + 1), sized(NEW, FIRST, null));

    assertThat(failed(verify(rotation().bundle(), other))).containsOnlyKeys(Check.KEYS);
  }

  @Test
  void a_rotation_that_the_key_before_has_not_signed_is_noticed() {
    SignerKey stranger = Keys.log(ORIGIN, 99);
    Note exchange = KeyExchange.sign(stranger, NEW);
    byte[] bundle = new RotatingPeriod(1).nothing(3).rotated(NEW, exchange).nothing(1).bundle();

    assertThat(failed(verify(bundle, trust(always(OLD), always(NEW)))))
        .containsOnlyKeys(Check.KEYS);
  }

  @Test
  void an_empty_log_is_said_by_any_of_its_keys() {
    byte[] bundle =
        new RotatingPeriod(0)
            .nothing(3)
            .rotated()
            .nothing(1)
            .retired()
            .nothing(2)
            .signed(new SignerKey[] {NEW}, NEW)
            .bundle();

    assertThat(verify(bundle, WRITTEN_AFTER).outcome()).isEqualTo(Outcome.VERIFIED);
  }

  @Test
  void a_log_that_is_frozen_ends_there() {
    byte[] whole = new RotatingPeriod(1).nothing(4).frozen(3).signed(BY_OLD, OLD).bundle();
    byte[] goneOn =
        new RotatingPeriod(1).nothing(4).frozen(3).nothing(1).signed(BY_OLD, OLD).bundle();

    assertThat(verify(whole, trust(always(OLD))).outcome()).isEqualTo(Outcome.VERIFIED);
    assertThat(failed(verify(goneOn, trust(always(OLD)))))
        .containsOnlyKeys(Check.KEYS)
        .containsValue("the log goes on after it was frozen at 4");
  }

  @Test
  void a_log_that_was_frozen_as_another_is_noticed() {
    Sha256 other = Sha256.of("another".getBytes(StandardCharsets.UTF_8));
    byte[] bundle = new RotatingPeriod(1).nothing(4).frozen(3, other).signed(BY_OLD, OLD).bundle();

    assertThat(failed(verify(bundle, trust(always(OLD))))).containsOnlyKeys(Check.KEYS);
  }

  @Test
  void the_end_of_one_log_can_be_held_against_the_next() {
    Sha256 root = Sha256.of("root".getBytes(StandardCharsets.UTF_8));
    SignerKey before = Keys.log("ledger.example.org/before", 3);
    Checkpoint end = new Checkpoint(before.name(), 17, root);
    byte[] bundle = new RotatingPeriod(0).continued(end).nothing(3).signed(BY_OLD, OLD).bundle();
    TrustFile trust = trust(always(OLD), always(before));

    assertThat(against(bundle, trust, end.sign(before)).outcome()).isEqualTo(Outcome.VERIFIED);
    assertThat(
            failed(
                against(
                    bundle,
                    trust,
                    new Checkpoint(before.name(), 17, Sha256.of(new byte[1])).sign(before))))
        .containsOnlyKeys(Check.AGAINST);
    assertThat(
            against(bundle, trust, new Checkpoint(before.name(), 16, root).sign(before)).outcome())
        .isEqualTo(Outcome.POLICY_NOT_MET);
  }

  @Test
  void a_log_begins_once() {
    Checkpoint end = new Checkpoint("ledger.example.org/before", 17, Sha256.of(new byte[1]));
    byte[] bundle = new RotatingPeriod(1).nothing(2).continued(end).signed(BY_OLD, OLD).bundle();

    assertThat(failed(verify(bundle, trust(always(OLD))))).containsOnlyKeys(Check.KEYS);
  }

  private static Report against(byte[] bundle, TrustFile trust, Note kept) {
    Held held = Held.read(kept.bytes(), trust).orThrow();
    return new EvidenceVerifier(trust, Optional.of(held)).verify(bundle);
  }

  @Test
  void a_trust_file_keeps_the_sizes_of_keys() {
    assertThat(TrustFile.read(WRITTEN_AFTER.bytes()).orThrow()).isEqualTo(WRITTEN_AFTER);
    assertThat(
            List.of(WRITTEN_AFTER.logs().getFirst().signs(5), WRITTEN_AFTER.logs().get(1).signs(3)))
        .containsExactly(true, false);
  }
}
