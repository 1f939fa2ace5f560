package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.bundle.LoggedEvent;
import dev.releaseledger.evidence.bundle.PeriodEvidence;
import dev.releaseledger.evidence.bundle.PeriodFiles;
import dev.releaseledger.evidence.bundle.SampleEvidence;
import dev.releaseledger.evidence.bundle.SamplePeriod;
import dev.releaseledger.evidence.bundle.StoredEvent;
import dev.releaseledger.evidence.note.Keys;
import dev.releaseledger.evidence.trust.TrustFile;
import dev.releaseledger.evidence.trust.TrustedLog;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What can be wrong with the bundle of a period, as data. */
final class PeriodMutations {

  private static final int RELEASED = 14;

  private PeriodMutations() {}

  static Stream<Mutation> all() {
    return Stream.of(
        mutation(
            "a leaf is left out",
            Set.of(Check.POPULATION),
            sample()
                .evidence(evidence ->
                    laidOut(
                        evidence,
                        evidence.leaves().subList(0, evidence.leaves().size() - 1),
                        evidence.events().subList(0, evidence.events().size() - 1),
                        evidence.earlier()))),
        mutation(
            "a leaf is another",
            Set.of(Check.POPULATION),
            sample()
                .evidence(evidence -> {
                  List<byte[]> leaves = new ArrayList<>(evidence.leaves());
                  leaves.set(1, leaves.get(0));
                  return laidOut(
                      evidence,
                      leaves,
                      evidence.events().stream().filter(event -> event.index() != 10).toList(),
                      evidence.earlier());
                })),
        mutation(
            "the first checkpoint is of a fork",
            Set.of(Check.POPULATION),
            sample()
                .evidence(evidence ->
                    new PeriodEvidence(
                        ReleaseMutations.fork(SamplePeriod.FROM),
                        evidence.frontier(),
                        evidence.to(),
                        evidence.leaves(),
                        evidence.events(),
                        evidence.earlier(),
                        evidence.anchors(),
                        evidence.consistency(),
                        evidence.sample(),
                        evidence.views(),
                        evidence.trust()))),
        mutation(
            "a release is left out of the events",
            Set.of(Check.CONTENT),
            sample().evidence(events(list -> list.removeIf(event -> event.index() == RELEASED)))),
        mutation(
            "an event is another than was logged",
            Set.of(Check.CONTENT),
            sample()
                .evidence(
                    events(list -> {
                      StoredEvent last = list.removeLast();
                      byte[] other =
                          new String(last.payload(), StandardCharsets.UTF_8)
                              .replace("rel_3", "rel_4")
                              .getBytes(StandardCharsets.UTF_8);
                      list.add(new StoredEvent(last.index(), other, last.metadata()));
                    }))),
        mutation(
            "the approval that a row rests on is left out",
            Set.of(Check.SEQUENCE),
            sample().evidence(earlier(list -> list.removeIf(event -> event.index() == 7)))),
        mutation(
            "the proposal that a row rests on is left out",
            Set.of(Check.SEQUENCE),
            sample().evidence(earlier(list -> list.removeFirst()))),
        mutation(
                "the trust file has a key of which the log does not say that it signs",
                Set.of(Check.KEYS),
                sample())
            .with(withKeyFrom(12)),
        mutation(
            "a row is left out",
            Set.of(Check.RELEASES),
            sample().editedBeforeSigning(lines(PeriodFiles.RELEASES, List::removeLast))),
        mutation(
            "a row says something else",
            Set.of(Check.RELEASES),
            sample()
                .editedBeforeSigning(
                    lines(
                        PeriodFiles.RELEASES,
                        list -> list.set(1, list.get(1).replace("act_2", "act_4"))))),
        mutation(
            "an exception is left out",
            Set.of(Check.EXCEPTIONS),
            sample().editedBeforeSigning(lines(PeriodFiles.EXCEPTIONS, List::removeLast))),
        mutation(
            "an exception is left out for machines",
            Set.of(Check.EXCEPTIONS),
            sample()
                .editedBeforeSigning(files ->
                    files.put(PeriodFiles.EXCEPTIONS_JSON, "[]".getBytes(StandardCharsets.UTF_8)))),
        mutation(
            "another release is drawn",
            Set.of(Check.SAMPLE),
            sample()
                .editedBeforeSigning(
                    lines(
                        PeriodFiles.SAMPLE,
                        list -> list.set(1, list.get(1).replace("rel_", "rel_1"))))),
        mutation(
            "a sample lies about that nobody asked for",
            Set.of(Check.SAMPLE),
            sample()
                .evidence(PeriodMutations::withoutSample)
                .editedBeforeSigning(files ->
                    files.put(PeriodFiles.SAMPLE, "seed\r\n".getBytes(StandardCharsets.UTF_8)))),
        mutation(
            "an event says another time than that at which it was recorded",
            Set.of(Check.TIMES),
            sample()
                .story(
                    ReleaseMutations.changed(15, told -> told.with("at", "2026-06-01T14:00:00Z")))),
        mutation(
            "an event is dated forward",
            Set.of(Check.TIMES),
            sample()
                .story(
                    ReleaseMutations.changed(
                        15, told -> told.recordedAt(Instant.parse("2026-06-01T14:00:00Z"))))),
        mutation("a checkpoint within was held that is of a fork", Set.of(Check.AGAINST), sample())
            .against(ReleaseMutations.fork(12).bytes()));
  }

  private static Mutation mutation(String name, Set<Check> noticedBy, SamplePeriod bundle) {
    return Mutation.of(name, noticedBy, bundle.bundle());
  }

  private static TrustFile withKeyFrom(long size) {
    TrustFile usual = SampleEvidence.trust();
    TrustedLog own = usual.logs().getFirst();
    TrustedLog added =
        new TrustedLog(
            Keys.log(own.key().name(), 77).verifier(),
            own.period(),
            Optional.of(size),
            Optional.empty(),
            Optional.empty());
    return new TrustFile(
        List.of(own, added),
        usual.attestationKeys(),
        usual.timestampAuthorities(),
        usual.witnessPolicy(),
        usual.anchors(),
        usual.allowedSigners());
  }

  private static SamplePeriod sample() {
    return new SamplePeriod();
  }

  private static PeriodEvidence withoutSample(PeriodEvidence from) {
    return new PeriodEvidence(
        from.from(),
        from.frontier(),
        from.to(),
        from.leaves(),
        from.events(),
        from.earlier(),
        from.anchors(),
        from.consistency(),
        Optional.empty(),
        from.views(),
        from.trust());
  }

  private static PeriodEvidence laidOut(
      PeriodEvidence from,
      List<byte[]> leaves,
      List<StoredEvent> events,
      List<LoggedEvent> earlier) {
    return new PeriodEvidence(
        from.from(),
        from.frontier(),
        from.to(),
        leaves,
        events,
        earlier,
        from.anchors(),
        from.consistency(),
        from.sample(),
        from.views(),
        from.trust());
  }

  private static UnaryOperator<PeriodEvidence> events(Consumer<List<StoredEvent>> change) {
    return evidence -> {
      List<StoredEvent> list = new ArrayList<>(evidence.events());
      change.accept(list);
      return laidOut(evidence, evidence.leaves(), list, evidence.earlier());
    };
  }

  private static UnaryOperator<PeriodEvidence> earlier(Consumer<List<LoggedEvent>> change) {
    return evidence -> {
      List<LoggedEvent> list = new ArrayList<>(evidence.earlier());
      change.accept(list);
      return laidOut(evidence, evidence.leaves(), evidence.events(), list);
    };
  }

  private static Consumer<SortedMap<String, byte[]>> lines(
      String file, Consumer<List<String>> change) {
    return files -> {
      String text = new String(files.get(file), StandardCharsets.UTF_8);
      List<String> lines = new ArrayList<>(text.lines().toList());
      change.accept(lines);
      files.put(file, (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8));
    };
  }
}
