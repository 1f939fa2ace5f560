package dev.releaseledger.evidence.verify;

import static dev.releaseledger.evidence.bundle.SampleEvidence.SIZE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.evidence.bundle.Anchor;
import dev.releaseledger.evidence.bundle.BundleKind;
import dev.releaseledger.evidence.bundle.ReleaseEvidence;
import dev.releaseledger.evidence.bundle.SampleEvidence;
import dev.releaseledger.evidence.bundle.SampleLog;
import dev.releaseledger.evidence.bundle.SampleStory;
import dev.releaseledger.evidence.key.SignerKey;
import dev.releaseledger.evidence.note.Keys;
import dev.releaseledger.evidence.note.Note;
import dev.releaseledger.evidence.sigstore.SampleBundle;
import dev.releaseledger.evidence.trust.AnchorPolicy;
import dev.releaseledger.evidence.trust.Period;
import dev.releaseledger.evidence.trust.TrustFile;
import dev.releaseledger.evidence.trust.TrustedLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReleaseVerifierTest {

  private static final byte[] WHOLE = new SampleEvidence().bundle();
  private static final TrustFile TRUST = SampleEvidence.trust();

  /** Made once: each is a bundle of its own. */
  private static final List<Mutation> MUTATIONS = ReleaseMutations.all().toList();

  static Stream<Mutation> mutations() {
    return MUTATIONS.stream();
  }

  @Test
  void a_whole_bundle_is_verified_and_every_check_is_made() {
    Report report = verify(WHOLE, TRUST, SampleLog.of(SampleStory.all()).checkpoint(SIZE).bytes());
    assertThat(report.findings())
        .allSatisfy(finding ->
            assertThat(finding.result()).as(finding.toString()).isEqualTo(Result.PASSED));
    assertThat(report.outcome()).isEqualTo(Outcome.VERIFIED);
    assertThat(report.about()).contains("release rel_2 of shop/production");
    assertThat(report.findings().stream().map(Finding::check).toList())
        .isEqualTo(
            Arrays.stream(Check.values()).filter(it -> it.isFor(BundleKind.RELEASE)).toList());
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void what_is_wrong_is_noticed_by_its_checks_and_by_no_other(Mutation mutation) {
    Report report = mutation.verified();
    assertThat(checks(report, Result.FAILED))
        .as(report.findings().toString())
        .isEqualTo(mutation.noticedBy());
    assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(report.about()).isEmpty();
  }

  @Test
  void each_check_notices_something_alone() {
    Set<Check> alone =
        mutations()
            .filter(mutation -> mutation.noticedBy().size() == 1)
            .flatMap(mutation -> mutation.noticedBy().stream())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Check.class)));
    // These two say that fewer vouch for it than are demanded; nothing is wrong with the bundle.
    alone.addAll(Set.of(Check.WITNESSES, Check.ANCHOR_POLICY));
    assertThat(alone)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Check.values()).filter(it -> it.isFor(BundleKind.RELEASE)).toList());
  }

  @Test
  void without_its_witness_it_is_verified_but_the_policy_is_not_met() {
    Report report = anchored(List.of());
    assertThat(report.outcome()).isEqualTo(Outcome.POLICY_NOT_MET);
    assertThat(checks(report, Result.NOT_MET))
        .isEqualTo(Set.of(Check.WITNESSES, Check.ANCHOR_POLICY));
  }

  @Test
  void a_place_counts_once_somebody_looked_there() {
    TrustFile all = trusting(TRUST.logs(), new AnchorPolicy(3, TRUST.anchors().of()));
    Report without = verify(WHOLE, all);
    assertThat(checks(without, Result.NOT_MET)).isEqualTo(Set.of(Check.ANCHOR_POLICY));
    byte[] fromTheRepository = SampleLog.of(SampleStory.all()).checkpoint(SIZE).bytes();
    assertThat(verify(WHOLE, all, fromTheRepository).outcome()).isEqualTo(Outcome.VERIFIED);
  }

  @Test
  void what_is_held_is_one_place_and_not_two() {
    AnchorPolicy two =
        new AnchorPolicy(2, List.of(AnchorPolicy.Kind.GIT, AnchorPolicy.Kind.EXPORT));
    byte[] fromTheRepository = SampleLog.of(SampleStory.all()).checkpoint(SIZE).bytes();
    Report report = verify(WHOLE, trusting(TRUST.logs(), two), fromTheRepository);
    assertThat(checks(report, Result.NOT_MET)).isEqualTo(Set.of(Check.ANCHOR_POLICY));
  }

  @Test
  void a_witness_may_have_cosigned_an_anchored_checkpoint_that_has_every_event() {
    assertThat(witnessed(15).outcome()).isEqualTo(Outcome.VERIFIED);
    assertThat(checks(witnessed(14), Result.NOT_MET))
        .isEqualTo(Set.of(Check.WITNESSES, Check.ANCHOR_POLICY));
  }

  /** The witness has cosigned a checkpoint of another size than the one in the bundle. */
  private static Report witnessed(int size) {
    Note checkpoint = SampleLog.of(SampleStory.all()).checkpoint(size);
    return anchored(
        List.of(
            new Anchor(
                AnchorPolicy.Kind.WITNESS,
                "w1",
                SampleEvidence.cosigned(checkpoint, "2026-06-01T11:00:00Z").bytes(),
                new byte[0])));
  }

  /** The checkpoint has a time stamp and no witness; these anchors are there besides. */
  private static Report anchored(List<Anchor> others) {
    SampleLog log = SampleLog.of(SampleStory.all());
    List<Anchor> anchors = new ArrayList<>(others);
    anchors.add(SampleEvidence.stamped(log.checkpoint(SIZE), "2026-06-01T11:15:00Z"));
    byte[] bundle =
        new SampleEvidence()
            .evidence(evidence ->
                new ReleaseEvidence(
                    evidence.said(),
                    evidence.artifacts(),
                    evidence.events(),
                    log.checkpoint(SIZE),
                    anchors,
                    List.of(log.consistency(14, SIZE), log.consistency(15, SIZE)),
                    evidence.disclosures(),
                    evidence.views(),
                    evidence.trust()))
            .bundle();
    return verify(bundle, TRUST);
  }

  @Test
  void keys_of_approvers_that_nobody_trusts_are_said_and_are_no_fault_unless_demanded() {
    Report without = verify(WHOLE, SampleEvidence.trust(List.of(), false));
    assertThat(without.outcome()).isEqualTo(Outcome.VERIFIED);
    assertThat(detail(without, Check.SIGNED_APPROVALS))
        .isEqualTo("1 of 1 approvals are signed, 0 with keys of the trust file");
    Report demanded = verify(WHOLE, SampleEvidence.trust(List.of(), true));
    assertThat(demanded.outcome()).isEqualTo(Outcome.POLICY_NOT_MET);
    assertThat(checks(demanded, Result.NOT_MET)).isEqualTo(Set.of(Check.SIGNED_APPROVALS));
    assertThat(verify(WHOLE, SampleEvidence.trust(TRUST.allowedSigners(), true)).outcome())
        .isEqualTo(Outcome.VERIFIED);
  }

  @Test
  void an_older_bundle_can_be_what_is_held() {
    assertThat(verify(WHOLE, TRUST, WHOLE).outcome()).isEqualTo(Outcome.VERIFIED);
  }

  @Test
  void a_held_checkpoint_without_a_proof_is_said_and_not_passed_over() {
    byte[] between = SampleLog.of(SampleStory.all()).checkpoint(5).bytes();
    Report report = verify(WHOLE, TRUST, between);
    assertThat(report.outcome()).isEqualTo(Outcome.POLICY_NOT_MET);
    assertThat(checks(report, Result.NOT_MET)).isEqualTo(Set.of(Check.AGAINST));
  }

  @Test
  void a_checkpoint_by_nobody_known_cannot_be_held() {
    byte[] stranger = ReleaseMutations.fork(5).bytes();
    stranger[stranger.length - 10] ^= 1;
    assertThat(Held.read(stranger, TRUST).isGood()).isFalse();
  }

  @Test
  void a_log_that_was_frozen_before_is_not_believed() {
    TrustedLog log =
        new TrustedLog(
            SampleBundle.LOG.verifier(), TRUST.logs().getFirst().period(), Optional.of(10L));
    Report report = verify(WHOLE, trusting(List.of(log), TRUST.anchors()));
    assertThat(checks(report, Result.FAILED)).isEqualTo(Set.of(Check.SIGNATURE));
  }

  @Test
  void a_key_of_the_log_that_is_believed_for_a_time_needs_somebody_to_say_when() {
    Period morning =
        new Period(
            Instant.parse("2026-01-01T00:00:00Z"),
            Optional.of(Instant.parse("2026-06-01T14:00:00Z")));
    TrustedLog log = new TrustedLog(SampleBundle.LOG.verifier(), morning, Optional.empty());
    assertThat(verify(WHOLE, trusting(List.of(log), TRUST.anchors())).outcome())
        .isEqualTo(Outcome.VERIFIED);
  }

  @Test
  void statements_may_be_in_a_log_of_their_own_that_is_trusted() {
    SignerKey other = Keys.log("ledger.example.org/statements", 5);
    byte[] bundle = new SampleEvidence().loggedBy(other).bundle();
    assertThat(checks(verify(bundle, TRUST), Result.FAILED)).isEqualTo(Set.of(Check.SIGNATURE));
    TrustedLog log = TRUST.logs().getFirst();
    TrustedLog own = new TrustedLog(other.verifier(), log.period(), Optional.empty());
    Report report = verify(bundle, trusting(List.of(log, own), TRUST.anchors()));
    assertThat(report.outcome()).isEqualTo(Outcome.VERIFIED);
    assertThat(checks(report, Result.NOT_APPLICABLE))
        .isEqualTo(Set.of(Check.CONTINUATION, Check.AGAINST));
  }

  @Test
  void the_report_says_what_was_looked_at() {
    String json = new String(verify(WHOLE, TRUST).bytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(json)
        .contains("\"outcome\":\"verified\"", "\"check\":\"inclusion\"", "\"kind\":\"release\"");
  }

  private static TrustFile trusting(List<TrustedLog> logs, AnchorPolicy anchors) {
    return new TrustFile(
        logs,
        TRUST.attestationKeys(),
        TRUST.timestampAuthorities(),
        TRUST.witnessPolicy(),
        anchors,
        TRUST.allowedSigners());
  }

  private static Report verify(byte[] bundle, TrustFile trust) {
    return new EvidenceVerifier(trust, Optional.empty()).verify(bundle);
  }

  private static Report verify(byte[] bundle, TrustFile trust, byte[] held) {
    return new EvidenceVerifier(trust, Optional.of(Held.read(held, trust).orThrow()))
        .verify(bundle);
  }

  private static String detail(Report report, Check check) {
    return report.findings().stream()
        .filter(finding -> finding.check() == check)
        .findFirst()
        .orElseThrow()
        .detail();
  }

  private static Set<Check> checks(Report report, Result result) {
    return report.findings().stream()
        .filter(finding -> finding.result() == result)
        .map(Finding::check)
        .collect(Collectors.toSet());
  }
}
