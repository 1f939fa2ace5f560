package dev.releaseledger.evidence.bundle;

import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.merkle.ConsistencyProof;
import dev.releaseledger.evidence.merkle.LeafHashes;
import dev.releaseledger.evidence.merkle.MerkleHash;
import dev.releaseledger.evidence.note.Checkpoint;
import dev.releaseledger.evidence.note.Note;
import dev.releaseledger.evidence.sigstore.SampleBundle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A log of events that are told, and whatever else is put into it. */
public final class SampleLog {

  private final LeafHashes hashes = new LeafHashes();
  private final List<byte[]> leaves = new ArrayList<>();
  private final List<Told> events = new ArrayList<>();
  private final Map<String, Long> sequences = new HashMap<>();

  /** The log of these events; positions in the store have gaps, as they do. */
  public static SampleLog of(List<Told> events) {
    SampleLog log = new SampleLog();
    for (Told event : events) {
      long sequence = log.sequences.merge(event.aggregateId(), 1L, Long::sum) - 1;
      log.append(event.leaf(10 + 3L * log.leaves.size(), sequence));
      log.events.add(event);
    }
    return log;
  }

  /** Adds a leaf. */
  public long append(byte[] leaf) {
    hashes.append(MerkleHash.leaf(leaf));
    leaves.add(leaf);
    return leaves.size() - 1L;
  }

  /** How many leaves it has. */
  public int size() {
    return leaves.size();
  }

  /** A leaf. */
  public byte[] leaf(long index) {
    return leaves.get((int) index).clone();
  }

  /** The event of a leaf. */
  public Told event(long index) {
    return events.get((int) index);
  }

  /** What the log says of itself at a size. */
  public Note checkpoint(int size) {
    return new Checkpoint(SampleBundle.LOG.name(), size, hashes.tree(size).root())
        .sign(SampleBundle.LOG);
  }

  /** The proof from one size to another. */
  public ConsistencyProof consistency(long from, int to) {
    return hashes.tree(to).consistencyFrom(from);
  }

  /** The proof that a leaf is in the tree of this size. */
  public List<Sha256> path(long index, int size) {
    return hashes.tree(size).inclusion(index).path();
  }

  /** The hashes of the whole tree. */
  public LeafHashes hashes() {
    return hashes;
  }

  /** The event of a leaf, as a bundle has it. */
  public LoggedEvent logged(long index, int size) {
    Told event = event(index);
    return new LoggedEvent(index, leaf(index), event.stored(), event.metadata(), path(index, size));
  }
}
