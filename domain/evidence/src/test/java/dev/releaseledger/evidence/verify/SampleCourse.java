package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.attestation.release.SchemaRelease;
import dev.releaseledger.evidence.bundle.SampleEvidence;
import dev.releaseledger.evidence.bundle.SampleLog;
import dev.releaseledger.evidence.bundle.SampleStory;
import dev.releaseledger.evidence.bundle.Told;
import dev.releaseledger.evidence.event.Entry;
import dev.releaseledger.evidence.log.Leaf;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What happened in the sample, and what is said of it, for checks that are made by themselves. */
final class SampleCourse {

  private SampleCourse() {}

  /** The events of a stream of the sample, as a verifier reads them. */
  static List<Entry> entries(List<Told> story, int first, int last) {
    SampleLog log = SampleLog.of(story);
    List<Entry> entries = new ArrayList<>();
    for (int index = first; index <= last; index++) {
      if (log.event(index).aggregateId().equals(SampleStory.PRODUCTION)) {
        Leaf leaf = Leaf.parse(log.leaf(index)).orThrow();
        entries.add(new Entry(index, leaf, log.event(index).payload()));
      }
    }
    return entries;
  }

  /** The events of the release of the sample. */
  static List<Entry> entries() {
    return entries(SampleStory.all(), SampleEvidence.FIRST, SampleEvidence.LAST);
  }

  /** What is truly said of that release. */
  static SchemaRelease said() {
    List<SchemaRelease> said = new ArrayList<>();
    byte[] bundle =
        new SampleEvidence()
            .said(truly -> {
              said.add(truly);
              return truly;
            })
            .bundle();
    assert bundle.length > 0;
    return said.getFirst();
  }

  /** What a check comes to by itself. */
  static Finding made(Check check, Supplier<? extends Passed<?>> looking) {
    Findings findings = new Findings();
    findings.make(check, () -> new Passed<>(true, looking.get().detail()));
    return findings.all().getFirst();
  }
}
