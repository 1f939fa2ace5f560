package dev.releaseledger.app.sealing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What was looked at in the running ledger, and what was found amiss. */
public final class LiveReport {

  private static final int SHOWN = 20;

  /** What a ledger has to be that nobody has changed. */
  public enum Check {
    /** The stored bytes of every event are those that its leaf was made of. */
    ROW("row", "stored events are what their leaves say"),
    /** Every event has a leaf and, up to the last sealed one, a place; and the other way round. */
    BIJECTION("bijection", "events, leaves and places belong together, none missing and none more"),
    /** The leaves stand in the order in which the events were recorded. */
    ORDER("order", "places are in the order of positions, and each stream is without gaps"),
    /** The tree over the events is what the log has signed, at every size. */
    ROOT("root", "every checkpoint has the root over the events, signed with the key of the log"),
    /** The tiles are those of the tree. */
    TILES("tiles", "stored tiles are those of the tree"),
    /** Checkpoints that somebody else has kept are of this log. */
    HELD("held", "checkpoints kept elsewhere are of this log"),
    /** No event claims another time than the anchors around it allow. */
    TIME("time", "events claim a time between the anchors around them"),
    /** Plans, schemas and reports have the digests that they are kept under. */
    ARTIFACTS("artifacts", "artifacts have the digest they are kept under"),
    /** What people wrote is what the events committed to. */
    TEXTS("texts", "texts beside events are those that the events committed to");

    private final String word;
    private final String asks;

    Check(String word, String asks) {
      this.word = word;
      this.asks = asks;
    }

    /** Its name in reports. */
    public String word() {
      return word;
    }

    /** What holds when it passes. */
    public String asks() {
      return asks;
    }
  }

  /**
   * How a check came out.
   *
   * @param looked how many things were looked at
   * @param failures how many of them were amiss
   * @param examples the first of those
   */
  public record Outcome(Check check, long looked, long failures, List<String> examples) {
    public Outcome {
      examples = List.copyOf(examples);
    }
  }

  private static final class Tally {
    private long looked;
    private long failures;
    private final List<String> examples = new ArrayList<>();
  }

  private final Map<Check, Tally> tallies = new EnumMap<>(Check.class);
  private long size;

  LiveReport() {
    for (Check check : Check.values()) {
      tallies.put(check, new Tally());
    }
  }

  void looked(Check check) {
    tally(check).looked++;
  }

  void fails(Check check, String what, Object... values) {
    Tally tally = tally(check);
    tally.failures++;
    if (tally.examples.size() < SHOWN) {
      tally.examples.add(what.formatted(values));
    }
  }

  void size(long sealed) {
    this.size = sealed;
  }

  private Tally tally(Check check) {
    return Objects.requireNonNull(tallies.get(check));
  }

  /** How many leaves have their place. */
  public long size() {
    return size;
  }

  /** Whether nothing was found. */
  public boolean passed() {
    return tallies.values().stream().allMatch(it -> it.failures == 0);
  }

  /** Every check, in order. */
  public List<Outcome> outcomes() {
    return tallies.entrySet().stream()
        .map(it ->
            new Outcome(
                it.getKey(), it.getValue().looked, it.getValue().failures, it.getValue().examples))
        .toList();
  }
}
