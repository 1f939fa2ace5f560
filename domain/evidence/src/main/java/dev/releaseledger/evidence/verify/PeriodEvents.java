package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.Verdict;
import dev.releaseledger.evidence.bundle.LoggedEvent;
import dev.releaseledger.evidence.bundle.PeriodBundle;
import dev.releaseledger.evidence.bundle.PeriodFiles;
import dev.releaseledger.evidence.bundle.Population;
import dev.releaseledger.evidence.bundle.StoredEvent;
import dev.releaseledger.evidence.event.Entry;
import dev.releaseledger.evidence.event.EventNames;
import dev.releaseledger.evidence.json.StrictJson;
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.log.Leaf;
import dev.releaseledger.evidence.log.LeafKind;
import dev.releaseledger.evidence.merkle.InclusionProof;
import dev.releaseledger.evidence.merkle.MerkleHash;
import dev.releaseledger.evidence.note.Checkpoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The stored bytes of the events of a period, held to their leaves. */
record PeriodEvents(Content content, Leaves leaves, Checkpoint to) {

  /** The events, of which those that rows rest on are all there. */
  Passed<Population> stored() {
    List<Entry> within = new ArrayList<>();
    Set<Long> carried = new HashSet<>();
    for (StoredEvent event : PeriodFiles.events(content.get(PeriodFiles.EVENTS)).orThrow()) {
      Leaf leaf =
          leaves
              .at(event.index())
              .orElseThrow(() -> Stop.failed("the leaf at " + event.index() + " has no event"));
      within.add(entry(event.index(), leaf, event.payload(), event.metadata()));
      carried.add(event.index());
    }
    for (long index = leaves.first(); index < to.size(); index++) {
      long place = index;
      boolean needed =
          leaves
              .at(index)
              .map(leaf -> leaf.kind() != LeafKind.STATEMENT && PeriodBundle.carries(leaf.type()))
              .orElse(false);
      Stop.unless(!needed || carried.contains(place), "the event at " + place + " is not there");
    }
    SequenceCheck.inOrder(within);
    List<Entry> earlier = earlier();
    return new Passed<>(
        new Population(within, earlier),
        Amounts.of(within.size(), "event") + ", and " + earlier.size() + " from before");
  }

  private List<Entry> earlier() {
    List<Entry> earlier = new ArrayList<>();
    for (LoggedEvent event : PeriodFiles.earlier(content.get(PeriodFiles.EARLIER)).orThrow()) {
      Stop.unless(event.index() < leaves.first(), "the event at " + event.index() + " is within");
      InclusionProof proof = new InclusionProof(event.index(), to.size(), event.path());
      if (proof.verify(MerkleHash.leaf(event.leaf()), to.root())
          instanceof Verdict.Fails(String reason)) {
        throw Stop.failed(reason);
      }
      Leaf leaf = Leaf.parse(event.leaf()).orThrow();
      earlier.add(entry(event.index(), leaf, event.payload(), event.metadata()));
    }
    SequenceCheck.inOrder(earlier);
    return earlier;
  }

  private static Entry entry(long index, Leaf leaf, byte[] payload, byte[] metadata) {
    Stop.unless(
        leaf.kind() != LeafKind.STATEMENT, "the leaf at " + index + " is not that of an event");
    Stop.unless(
        Sha256.of(payload).equals(leaf.payload()) && Sha256.of(metadata).equals(leaf.metadata()),
        "the event at " + index + " is not what was logged");
    return new Entry(index, leaf, StrictJson.readObject(payload).orThrow());
  }

  /** No event of any aggregate is left out, from the proposal of each released rollout on. */
  Passed<Boolean> sequence(Population population) {
    Map<String, Long> next = new HashMap<>();
    Map<String, Long> starts = new HashMap<>();
    for (long index = leaves.first(); index < to.size(); index++) {
      Optional<Leaf> leaf = leaves.at(index);
      if (leaf.isPresent()) {
        String aggregate = aggregate(leaf.get());
        starts.putIfAbsent(aggregate, leaf.get().sequence());
        long expected = next.getOrDefault(aggregate, leaf.get().sequence());
        Stop.unless(
            leaf.get().sequence() == expected, "an event is missing before that at " + index);
        next.put(aggregate, expected + 1);
      }
    }
    for (Entry released : population.within()) {
      if (released.is(EventNames.RELEASE_ADVANCED)) {
        released
            .text("rollout")
            .ifPresent(rollout -> demandFromProposal(rollout, released, population, starts));
      }
    }
    return Passed.of(Amounts.of(next.size(), "stream") + ", none with a gap");
  }

  private static void demandFromProposal(
      String rollout, Entry released, Population population, Map<String, Long> starts) {
    if (isProposedIn(population.within(), rollout, released)) {
      return;
    }
    Stop.unless(
        isProposedIn(population.earlier(), rollout, released),
        "the proposal of the release at " + released.index() + " is not there");
    long expected = -1;
    for (Entry entry : population.earlier()) {
      boolean begins = entry.is(EventNames.PLAN_PROPOSED) && entry.isAbout(rollout);
      if (!entry.isIn(released.leaf()) || (expected < 0 && !begins)) {
        continue;
      }
      Stop.unless(
          expected < 0 || entry.leaf().sequence() == expected,
          "an event is missing before that at " + entry.index());
      expected = entry.leaf().sequence() + 1;
    }
    Stop.unless(
        starts.getOrDefault(aggregate(released.leaf()), -1L) == expected,
        "events between the proposal of the release at "
            + released.index()
            + " and the first checkpoint are missing");
  }

  private static boolean isProposedIn(List<Entry> entries, String rollout, Entry released) {
    return entries.stream()
        .anyMatch(entry ->
            entry.is(EventNames.PLAN_PROPOSED)
                && entry.isAbout(rollout)
                && entry.isIn(released.leaf()));
  }

  private static String aggregate(Leaf leaf) {
    return leaf.aggregate() + "\n" + leaf.aggregateId();
  }
}
