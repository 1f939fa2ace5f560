package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.bundle.PeriodBundle;
import dev.releaseledger.evidence.bundle.PeriodEvidence;
import dev.releaseledger.evidence.bundle.SampleLog;
import dev.releaseledger.evidence.bundle.SignedDraft;
import dev.releaseledger.evidence.bundle.StoredEvent;
import dev.releaseledger.evidence.bundle.Told;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.key.SignerKey;
import dev.releaseledger.evidence.log.KeyExchange;
import dev.releaseledger.evidence.merkle.Frontier;
import dev.releaseledger.evidence.merkle.InclusionProof;
import dev.releaseledger.evidence.note.Checkpoint;
import dev.releaseledger.evidence.note.Keys;
import dev.releaseledger.evidence.note.Note;
import dev.releaseledger.evidence.sigstore.LoggedEntry;
import dev.releaseledger.evidence.sigstore.SampleBundle;
import dev.releaseledger.evidence.trust.AnchorPolicy;
import dev.releaseledger.evidence.trust.Period;
import dev.releaseledger.evidence.trust.TrustFile;
import dev.releaseledger.evidence.trust.TrustedLog;
import dev.releaseledger.evidence.trust.TrustedSigner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** The bundle of a period in which things happen to the log itself. */
final class RotatingPeriod {

  static final String ORIGIN = "ledger.example.org/rotating";
  static final SignerKey OLD = Keys.log(ORIGIN, 21);
  static final SignerKey NEW = Keys.log(ORIGIN, 22);
  private static final String TAIL = ",\"actor\":\"act_0\",\"at\":\"2026-06-01T10:00:00Z\"}";

  private final List<Told> told = new ArrayList<>();
  private final int from;
  private SignerKey[] first = {OLD};
  private SignerKey[] last = {NEW};

  /** From a size on. */
  RotatingPeriod(int from) {
    this.from = from;
  }

  RotatingPeriod nothing(int times) {
    IntStream.range(0, times).forEach(_ -> tell("thing", "thing-happened", "{\"n\":1" + TAIL));
    return this;
  }

  RotatingPeriod rotated() {
    return rotated(NEW, KeyExchange.sign(OLD, NEW));
  }

  RotatingPeriod rotated(SignerKey key, Note exchange) {
    String event =
        "{\"key\":\"%s\",\"previous\":\"%s\",\"origin\":\"%s\",\"size\":1%s"
            .formatted(key.verifier(), OLD.verifier(), ORIGIN, TAIL);
    told.add(
        Told.of("log", "log-key-rotated", event).with("note", new Json.Str(exchange.written())));
    return this;
  }

  RotatingPeriod retired() {
    return tell(
        "log",
        "log-key-retired",
        "{\"retired\":\"%s\",\"key\":\"%s\",\"origin\":\"%s\",\"size\":1%s"
            .formatted(OLD.verifier(), NEW.verifier(), ORIGIN, TAIL));
  }

  /** Frozen as what it was at a size. */
  RotatingPeriod frozen(int size) {
    return frozen(size, root(size));
  }

  RotatingPeriod frozen(int size, Sha256 root) {
    return tell(
        "log",
        "log-frozen",
        "{\"origin\":\"%s\",\"size\":%d,\"root\":\"%s\",\"anchored\":true,\"compromised\":false%s"
            .formatted(ORIGIN, size, root.base64(), TAIL));
  }

  RotatingPeriod continued(Checkpoint predecessor) {
    return tell(
        "log",
        "log-continued",
        "{\"origin\":\"%s\",\"size\":%d,\"root\":\"%s\"%s"
            .formatted(
                predecessor.origin(), predecessor.size(), predecessor.root().base64(), TAIL));
  }

  private RotatingPeriod tell(String stream, String name, String json) {
    told.add(Told.of(stream, name, json));
    return this;
  }

  /** Who signs the checkpoint at the beginning, and at the end. */
  RotatingPeriod signed(SignerKey[] atFirst, SignerKey... atLast) {
    first = atFirst;
    last = atLast;
    return this;
  }

  Sha256 root(int size) {
    return SampleLog.of(told).hashes().tree(size).root();
  }

  /** The checkpoint of everything. */
  Checkpoint end() {
    return new Checkpoint(ORIGIN, told.size(), root(told.size()));
  }

  /** The bundle; its statement is logged by the last key that signs. */
  byte[] bundle() {
    SampleLog log = SampleLog.of(told);
    int to = told.size();
    PeriodEvidence evidence =
        new PeriodEvidence(
            said(log, from, first),
            Frontier.of(from, log.hashes()).roots(),
            said(log, to, last),
            IntStream.range(from, to).mapToObj(log::leaf).toList(),
            LongStream.range(from, to)
                .filter(index -> PeriodBundle.carries(log.event(index).name()))
                .mapToObj(index ->
                    new StoredEvent(index, log.event(index).stored(), log.event(index).metadata()))
                .toList(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            trust(always(OLD)).bytes());
    SignedDraft draft = PeriodBundle.draft(evidence, SampleBundle.ATTESTING);
    int index = (int) log.append(draft.leaf());
    SignerKey logging = Arrays.asList(last).getLast();
    LoggedEntry entry =
        LoggedEntry.of(
            logging.verifier(),
            draft.leaf(),
            new InclusionProof(index, index + 1L, log.path(index, index + 1)),
            said(log, index + 1, new SignerKey[] {logging}));
    return draft.complete(entry, List.of(), Optional.of(log.consistency(to, index + 1)));
  }

  private static Note said(SampleLog log, int size, SignerKey[] keys) {
    return new Checkpoint(ORIGIN, size, log.hashes().tree(size).root()).sign(keys);
  }

  static TrustedLog always(SignerKey key) {
    return sized(key, null, null);
  }

  static TrustedLog sized(SignerKey key, @Nullable Long firstSize, @Nullable Long lastSize) {
    return new TrustedLog(
        key.verifier(),
        new Period(Instant.parse("2026-01-01T00:00:00Z"), Optional.empty()),
        Optional.ofNullable(firstSize),
        Optional.ofNullable(lastSize),
        Optional.empty());
  }

  static TrustFile trust(TrustedLog... logs) {
    return new TrustFile(
        List.of(logs),
        List.of(
            new TrustedSigner(
                SampleBundle.ATTESTING.publicKey(),
                new Period(Instant.parse("2026-01-01T00:00:00Z"), Optional.empty()))),
        List.of(),
        Optional.empty(),
        new AnchorPolicy(0, List.of()),
        List.of());
  }
}
