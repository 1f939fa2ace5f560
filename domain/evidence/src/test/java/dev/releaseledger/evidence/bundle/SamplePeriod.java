package dev.releaseledger.evidence.bundle;

import dev.releaseledger.evidence.attestation.Statement;
import dev.releaseledger.evidence.attestation.Subject;
import dev.releaseledger.evidence.key.Ed25519Secret;
import dev.releaseledger.evidence.merkle.ConsistencyProof;
import dev.releaseledger.evidence.merkle.Frontier;
import dev.releaseledger.evidence.note.Note;
import dev.releaseledger.evidence.sigstore.LogId;
import dev.releaseledger.evidence.sigstore.LoggedEntry;
import dev.releaseledger.evidence.sigstore.SampleBundle;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** A bundle of a period for tests, made the way that the service makes one. */
public final class SamplePeriod {

  /** The size of the log at the first checkpoint: a rollout has been proposed and approved. */
  public static final int FROM = 9;

  /** The size at the second. */
  public static final int TO = 24;

  private final int from;
  private UnaryOperator<List<Told>> story = UnaryOperator.identity();
  private UnaryOperator<PeriodEvidence> evidence = UnaryOperator.identity();
  private Consumer<SortedMap<String, byte[]>> beforeSigning = _ -> {};
  private Consumer<SortedMap<String, byte[]>> edit = _ -> {};

  /** From the first checkpoint that is usual. */
  public SamplePeriod() {
    this(FROM);
  }

  /** From another one. */
  public SamplePeriod(int from) {
    this.from = from;
  }

  /** Other things happened. */
  public SamplePeriod story(UnaryOperator<List<Told>> change) {
    story = change;
    return this;
  }

  /** Other things are put into the bundle before it is signed. */
  public SamplePeriod evidence(UnaryOperator<PeriodEvidence> change) {
    evidence = change;
    return this;
  }

  /** Somebody with the keys edits the files before the manifest is made. */
  public SamplePeriod editedBeforeSigning(Consumer<SortedMap<String, byte[]>> change) {
    beforeSigning = change;
    return this;
  }

  /** Somebody without keys edits the files afterwards. */
  public SamplePeriod edited(Consumer<SortedMap<String, byte[]>> change) {
    edit = change;
    return this;
  }

  /** The bundle. */
  public byte[] bundle() {
    SampleLog log = SampleLog.of(story.apply(SampleStory.all()));
    Ed25519Secret secret = SampleBundle.ATTESTING;
    SignedDraft draft = PeriodBundle.draft(evidence.apply(laidOut(log)), secret);
    draft = signedAnew(draft, secret);
    int index = (int) log.append(draft.leaf());
    int size = index + 1;
    LoggedEntry entry =
        new LoggedEntry(
            LogId.of(SampleBundle.LOG.verifier()),
            draft.leaf(),
            log.hashes().tree(size).inclusion(index),
            log.checkpoint(size));
    Optional<ConsistencyProof> continuation = Optional.of(log.consistency(TO, size));
    List<byte[]> stamps = List.of(SampleEvidence.stamp(draft.signature(), "2026-06-01T13:00:00Z"));
    return SampleEvidence.edited(draft.complete(entry, stamps, continuation), edit);
  }

  private SignedDraft signedAnew(SignedDraft draft, Ed25519Secret secret) {
    SortedMap<String, byte[]> edited = draft.files();
    Manifest manifest =
        Manifest.read(Objects.requireNonNull(edited.remove(Manifest.NAME))).orThrow();
    beforeSigning.accept(edited);
    BundleFiles files = new BundleFiles();
    for (ManifestEntry entry : manifest.files()) {
      files.put(entry.name(), entry.standing(), Objects.requireNonNull(edited.get(entry.name())));
    }
    edited.forEach((name, content) -> {
      if (manifest.files().stream().noneMatch(entry -> entry.name().equals(name))) {
        files.put(name, Standing.AUTHORITATIVE, content);
      }
    });
    files.putManifest(BundleKind.PERIOD);
    Statement said = draft.statement();
    List<Subject> subjects =
        said.subjects().stream().map(subject -> files.subject(subject.name())).toList();
    return new SignedDraft(
        BundleKind.PERIOD,
        files.contents(),
        new Statement(subjects, said.predicateType(), said.predicate()),
        secret);
  }

  private PeriodEvidence laidOut(SampleLog log) {
    Note to = SampleEvidence.cosigned(log.checkpoint(TO), "2026-06-01T12:05:00Z");
    return new PeriodEvidence(
        log.checkpoint(from),
        Frontier.of(from, log.hashes()).roots(),
        to,
        IntStream.range(from, TO).mapToObj(log::leaf).toList(),
        LongStream.range(from, TO)
            .filter(index -> PeriodBundle.carries(log.event(index).name()))
            .mapToObj(index ->
                new StoredEvent(index, log.event(index).stored(), log.event(index).metadata()))
            .toList(),
        LongStream.range(Math.min(from, SampleEvidence.FIRST), from)
            .filter(index -> log.event(index).aggregateId().equals(SampleStory.PRODUCTION))
            .mapToObj(index -> log.logged(index, TO))
            .toList(),
        List.of(SampleEvidence.stamped(to, "2026-06-01T12:05:00Z")),
        List.of(log.consistency(SampleEvidence.FIRST, TO)),
        Optional.of(new Sample("2026-q2", 1)),
        List.of(new View(View.HTML, "<p>report".getBytes(StandardCharsets.UTF_8))),
        SampleEvidence.trust().bytes());
  }
}
