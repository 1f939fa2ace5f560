package dev.releaseledger.domain.environment;

import dev.releaseledger.domain.environment.EnvironmentEvent.GateWaived;
import dev.releaseledger.domain.environment.EnvironmentEvent.NoteRecorded;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanCommented;
import dev.releaseledger.domain.environment.EnvironmentEvent.TestRecorded;
import dev.releaseledger.domain.environment.EnvironmentEvent.TicketLinked;
import dev.releaseledger.domain.policy.GateSettings.Evidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is on record about a rollout. */
public record Records(
    List<GateWaived> waivers,
    List<TicketLinked> links,
    List<TestRecorded> tests,
    List<NoteRecorded> notes,
    List<PlanCommented> comments) {

  static final Records NONE = new Records(List.of(), List.of(), List.of(), List.of(), List.of());

  public Records {
    waivers = List.copyOf(waivers);
    links = List.copyOf(links);
    tests = List.copyOf(tests);
    notes = List.copyOf(notes);
    comments = List.copyOf(comments);
  }

  Records with(GateWaived waiver) {
    return new Records(more(waivers, waiver), links, tests, notes, comments);
  }

  Records with(TicketLinked link) {
    return new Records(waivers, more(links, link), tests, notes, comments);
  }

  Records with(TestRecorded test) {
    return new Records(waivers, links, more(tests, test), notes, comments);
  }

  Records with(NoteRecorded note) {
    return new Records(waivers, links, tests, more(notes, note), comments);
  }

  Records with(PlanCommented comment) {
    return new Records(waivers, links, tests, notes, more(comments, comment));
  }

  /** Without the waivers of a gate that were given before a moment. */
  Records withoutWaiverOf(String gate, Instant before) {
    List<GateWaived> left =
        waivers.stream()
            .filter(waiver -> !(waiver.gate().equals(gate) && waiver.at().isBefore(before)))
            .toList();
    return left.size() == waivers.size() ? this : new Records(left, links, tests, notes, comments);
  }

  /** Why gates were waived, by their names. */
  SortedMap<String, String> waived() {
    SortedMap<String, String> waived = new TreeMap<>();
    waivers.forEach(waiver -> waived.put(waiver.gate(), waiver.reason()));
    return waived;
  }

  boolean has(NoteKind kind) {
    return notes.stream().anyMatch(note -> note.kind().equals(kind.word()));
  }

  /** The kinds of evidence that are there; of tests of a kind the last one counts. */
  Set<Evidence> evidence() {
    Set<Evidence> there = EnumSet.noneOf(Evidence.class);
    for (Evidence kind : Evidence.values()) {
      boolean found =
          switch (kind) {
            case TICKET -> linked(LinkKind.TICKET);
            case PULL_REQUEST -> linked(LinkKind.PULL_REQUEST);
            case LOCAL_VALIDATION -> passed(TestKind.LOCAL_VALIDATION);
            case ROLLBACK_PLAN -> has(NoteKind.ROLLBACK_PLAN) || has(NoteKind.RECOVERY);
            case VERIFICATION -> has(NoteKind.VERIFICATION) || passed(TestKind.VERIFICATION);
          };
      if (found) {
        there.add(kind);
      }
    }
    return there;
  }

  private boolean linked(LinkKind kind) {
    return links.stream().anyMatch(link -> link.kind().equals(kind.word()));
  }

  private boolean passed(TestKind kind) {
    List<TestRecorded> ofKind =
        tests.stream().filter(test -> test.kind().equals(kind.word())).toList();
    return !ofKind.isEmpty() && ofKind.getLast().passed();
  }

  private static <T> List<T> more(List<T> list, T next) {
    List<T> all = new ArrayList<>(list);
    all.add(next);
    return all;
  }
}
