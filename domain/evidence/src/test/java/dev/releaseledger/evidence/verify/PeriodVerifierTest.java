package dev.releaseledger.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.evidence.archive.ArchiveLimits;
import dev.releaseledger.evidence.archive.ArchiveReader;
import dev.releaseledger.evidence.archive.ArchiveReading;
import dev.releaseledger.evidence.bundle.BundleKind;
import dev.releaseledger.evidence.bundle.PeriodFiles;
import dev.releaseledger.evidence.bundle.SampleEvidence;
import dev.releaseledger.evidence.bundle.SampleLog;
import dev.releaseledger.evidence.bundle.SamplePeriod;
import dev.releaseledger.evidence.bundle.SampleStory;
import dev.releaseledger.evidence.trust.TrustFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodVerifierTest {

  private static final byte[] WHOLE = new SamplePeriod().bundle();
  private static final TrustFile TRUST = SampleEvidence.trust();

  /** Made once: each is a bundle of its own. */
  private static final List<Mutation> MUTATIONS = PeriodMutations.all().toList();

  static Stream<Mutation> mutations() {
    return MUTATIONS.stream();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 4, 9, 16, 23})
  void a_whole_bundle_is_verified_wherever_it_begins(int from) {
    Report report =
        verify(
            new SamplePeriod(from).bundle(),
            SampleLog.of(SampleStory.all()).checkpoint(SampleEvidence.FIRST).bytes());
    assertThat(report.findings())
        .allSatisfy(finding ->
            assertThat(finding.result()).as(finding.toString()).isEqualTo(Result.PASSED));
    assertThat(report.findings().stream().map(Finding::check).toList())
        .isEqualTo(
            Arrays.stream(Check.values()).filter(it -> it.isFor(BundleKind.PERIOD)).toList());
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void what_is_wrong_is_noticed_by_its_checks_and_by_no_other(Mutation mutation) {
    Report report = mutation.verified();
    Set<Check> failed =
        report.findings().stream()
            .filter(finding -> finding.result() == Result.FAILED)
            .map(Finding::check)
            .collect(Collectors.toSet());
    assertThat(failed).as(report.findings().toString()).isEqualTo(mutation.noticedBy());
  }

  @Test
  void a_checkpoint_held_from_within_the_period_needs_no_proof() {
    byte[] within = SampleLog.of(SampleStory.all()).checkpoint(12).bytes();
    assertThat(verify(WHOLE, within).outcome()).isEqualTo(Outcome.VERIFIED);
  }

  @Test
  void each_check_of_a_period_alone_notices_something() {
    Set<Check> noticed =
        mutations().flatMap(mutation -> mutation.noticedBy().stream()).collect(Collectors.toSet());
    assertThat(noticed)
        .containsAll(
            Arrays.stream(Check.values())
                .filter(check -> !check.isFor(BundleKind.RELEASE))
                .toList());
  }

  @Test
  void there_is_a_row_for_each_release_with_who_did_what() {
    List<String> rows = lines(PeriodFiles.RELEASES);
    assertThat(rows).hasSize(3);
    assertThat(rows.get(1)).contains("rel_2", "act_1", "act_2", "act_3", ",no,");
    assertThat(rows.get(2)).contains("rel_3", ",yes,no");
  }

  @Test
  void exceptions_are_what_an_auditor_asks_about() {
    assertThat(lines(PeriodFiles.EXCEPTIONS).stream().skip(1).map(row -> row.split(",")[3]))
        .containsExactly("self_approval", "drift", "emergency", "emergency_unreviewed");
  }

  private static List<String> lines(String file) {
    if (ArchiveReader.read(WHOLE, ArchiveLimits.standard())
        instanceof ArchiveReading.Opened(var files)) {
      return new String(files.get(file), StandardCharsets.UTF_8).lines().toList();
    }
    throw new AssertionError("the sample is no archive");
  }

  private static Report verify(byte[] bundle, byte[] held) {
    return new EvidenceVerifier(TRUST, Optional.of(Held.read(held, TRUST).orThrow()))
        .verify(bundle);
  }
}
