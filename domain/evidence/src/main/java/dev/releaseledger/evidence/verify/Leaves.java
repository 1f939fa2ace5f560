package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.bundle.PeriodFiles;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.json.StrictJson;
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.log.Leaf;
import dev.releaseledger.evidence.merkle.Frontier;
import dev.releaseledger.evidence.merkle.MerkleHash;
import dev.releaseledger.evidence.note.Checkpoint;
import dev.releaseledger.evidence.sigstore.HashedRekord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every leaf between two checkpoints; each is read once, however often it is asked for. */
final class Leaves {

  private final byte[] frontier;
  private final long first;
  private final List<byte[]> leaves;
  private final Map<Long, Optional<Leaf>> read = new HashMap<>();

  /**
   * The leaves from a size on.
   *
   * @param frontier what the tree of the first checkpoint is gone on with from
   * @param first the size of the first checkpoint
   * @param leaves from there on
   */
  private Leaves(byte[] frontier, long first, List<byte[]> leaves) {
    this.frontier = frontier;
    this.first = first;
    this.leaves = leaves;
  }

  /** The size of the first checkpoint. */
  long first() {
    return first;
  }

  /** The leaves that lead from the root of one checkpoint to that of the other. */
  static Passed<Leaves> between(Content content, Checkpoint from, Checkpoint to) {
    Leaves leaves =
        new Leaves(
            content.get(PeriodFiles.FRONTIER),
            from.size(),
            PeriodFiles.leaves(content.get(PeriodFiles.LEAVES)).orThrow());
    Stop.unless(
        leaves.end() == to.size(),
        leaves.leaves.size()
            + " leaves are there, and "
            + (to.size() - from.size())
            + " have to be");
    Stop.unless(
        leaves.rootAt(from.size()).equals(from.root()),
        "the frontier is not that of the first checkpoint");
    Stop.unless(
        leaves.rootAt(to.size()).equals(to.root()),
        "the leaves do not lead to the root of the second checkpoint");
    return new Passed<>(leaves, leaves.leaves.size() + " leaves, all there are");
  }

  private long end() {
    return first + leaves.size();
  }

  /** Whether the root at this size can be computed from them. */
  boolean reaches(long size) {
    return size >= first && size <= end();
  }

  /** The root that the log had at this size. */
  Sha256 rootAt(long size) {
    Frontier tree = PeriodFiles.frontier(frontier, first).orThrow();
    for (int i = 0; i < size - first; i++) {
      tree.append(MerkleHash.leaf(leaves.get(i)));
    }
    return tree.root();
  }

  /** The leaf at an index, where it is one of an event or of a change of the log. */
  Optional<Leaf> at(long index) {
    Stop.unless(index >= first && index < end(), "there is no leaf at " + index);
    return read.computeIfAbsent(index, this::read);
  }

  private Optional<Leaf> read(long index) {
    byte[] bytes = leaves.get((int) (index - first));
    return switch (Leaf.parse(bytes)) {
      case Read.Good<Leaf>(Leaf leaf) -> Optional.of(leaf);
      case Read.Bad<Leaf>(String reason) -> {
        // Whether nothing is missing can only be told where every leaf is understood.
        if (!isStatement(bytes)) {
          throw new Malformed("the leaf at " + index + " is of an unknown form: " + reason);
        }
        yield Optional.empty();
      }
    };
  }

  private static boolean isStatement(byte[] bytes) {
    return StrictJson.readCanonical(bytes) instanceof Read.Good<Json.Obj>(Json.Obj object)
        && object.find("kind") instanceof Json.Str(String kind)
        && kind.equals(HashedRekord.KIND);
  }
}
