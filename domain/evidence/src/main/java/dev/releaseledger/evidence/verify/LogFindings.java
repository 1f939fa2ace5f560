package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.bundle.Places;
import dev.releaseledger.evidence.log.LogHistory;
import dev.releaseledger.evidence.note.Checkpoint;
import dev.releaseledger.evidence.note.Note;
import dev.releaseledger.evidence.sigstore.BundleVerifier;
import dev.releaseledger.evidence.trust.TrustFile;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Makes the checks about the log that both kinds of bundle have. */
final class LogFindings {

  private final Content content;
  private final TrustFile trust;
  private final Optional<Held> held;
  private final Findings findings;
  private final LogChecks checks;
  private Optional<List<Stamped>> anchors = Optional.empty();

  LogFindings(Content content, TrustFile trust, Optional<Held> held, Findings findings) {
    this.content = content;
    this.trust = trust;
    this.held = held;
    this.findings = findings;
    this.checks = new LogChecks(content, trust);
  }

  /** From the time stamps to the places in which the checkpoint is held. */
  Known<Checkpoint> checkpoint(
      Known<BundleVerifier.Proven> proven,
      Supplier<LogChecks.Named> named,
      LongSupplier lastIndex) {
    Known<List<Stamped>> stamped =
        findings.make(Check.TIMESTAMPS, () -> new TimestampCheck(trust).of(content.anchors()));
    List<Stamped> known = stamped.value().orElse(List.of());
    Known<Checkpoint> checkpoint =
        findings.make(
            Check.CHECKPOINT, () -> checks.checkpoint(named.get(), known, proven.get().stamps()));
    findings.make(
        Check.CONTINUATION, () -> checks.continuation(checkpoint.get(), proven.get().checkpoint()));
    Known<List<Stamped>> genuine =
        findings.make(
            Check.ANCHORS,
            () -> checks.anchors(stamped.get(), proven.get().stamps(), checkpoint.get()));
    anchors = genuine.value();
    findings.make(
        Check.WITNESSES,
        () -> new WitnessKeys(trust).demandQuorum(whole(note(checkpoint), lastIndex.getAsLong())));
    findings.make(
        Check.ANCHOR_POLICY,
        () ->
            new AnchorPolicyCheck(trust, anchors.orElse(List.of()), held.map(Held::checkpoint))
                .of(note(checkpoint), lastIndex.getAsLong()));
    return checkpoint;
  }

  /** The checkpoint and those anchored ones that have every event as well. */
  private List<Note> whole(Note checkpoint, long lastIndex) {
    return Stream.concat(
            Stream.of(checkpoint),
            anchors.orElse(List.of()).stream()
                .filter(one -> one.claimed().size() > lastIndex)
                .map(one -> Note.parse(one.anchor().checkpoint()).orThrow()))
        .toList();
  }

  private Note note(Known<Checkpoint> checkpoint) {
    checkpoint.get();
    return Note.parse(content.get(Places.CHECKPOINT)).orThrow();
  }

  /** When events were recorded. */
  void times(Known<BundleVerifier.Proven> proven, Supplier<List<TimesCheck.Claim>> claims) {
    findings.make(
        Check.TIMES,
        () -> new TimesCheck(anchors.orElse(List.of()), proven.get().stamps()).of(claims.get()));
  }

  /** What somebody held. */
  void against(
      Known<Checkpoint> checkpoint, Optional<Leaves> population, Optional<LogHistory> history) {
    findings.make(
        Check.AGAINST,
        () -> new AgainstCheck(content, held, population, history).of(checkpoint.get()));
  }
}
