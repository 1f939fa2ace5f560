package dev.releaseledger.app.sealing;

import dev.releaseledger.app.sealing.LogTables.Reached;
import dev.releaseledger.app.sealing.LogTables.Unsealed;
import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.log.LogChange;
import dev.releaseledger.evidence.merkle.MerkleHash;
import dev.releaseledger.evidence.merkle.TileEdge;
import dev.releaseledger.evidence.merkle.TileHashes;
import dev.releaseledger.evidence.note.Checkpoint;
import dev.releaseledger.evidence.note.Note;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives every leaf its place in the log and signs what the log has become.
 *
 * <p>Events are committed in the order of their positions, so that what stands behind the last
 * sealed one is all there is to seal. One instance of the service does it at a time. Each step may
 * be the last one: what was sequenced and not signed is signed the next time, with the same words,
 * since the signature has no chance in it.
 */
@Component
public class Sealer {

  private static final int LEAVES_AT_ONCE = 5000;

  private final LogTables tables;
  private final StoredTiles tiles;
  private final LogAuthority authority;
  private final Origin origin;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private @Nullable TileEdge edge;

  Sealer(
      LogTables tables,
      StoredTiles tiles,
      LogAuthority authority,
      Origin origin,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.tables = tables;
    this.tiles = tiles;
    this.authority = authority;
    this.origin = origin;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * Seals what there is, and says how far the log has come.
   *
   * @return the size of the log, or empty where another instance is sealing
   * @throws BrokenLog where what is stored is not what it was
   */
  public synchronized Optional<Long> seal() {
    try {
      while (true) {
        OptionalInt sequenced =
            Objects.requireNonNull(transaction.execute(status -> sequenceAlone()));
        if (sequenced.isEmpty()) {
          return Optional.empty();
        }
        long size = sign();
        if (sequenced.getAsInt() < LEAVES_AT_ONCE) {
          return Optional.of(size);
        }
      }
    } catch (RuntimeException e) {
      // It may have gone on when the transaction did not.
      edge = null;
      throw e;
    }
  }

  /** How many leaves have got their places, or empty where another instance is sealing. */
  private OptionalInt sequenceAlone() {
    return isAlone() ? OptionalInt.of(sequence()) : OptionalInt.empty();
  }

  private boolean isAlone() {
    return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('ledger_sealer', 0))")
        .query(Boolean.class)
        .single();
  }

  private int sequence() {
    Reached reached = tables.reached();
    TileEdge tree = edge(reached.size());
    List<Unsealed> unsealed = unfrozen(tables.behind(reached.position(), LEAVES_AT_ONCE));
    unsealed.forEach(it -> tree.append(checked(it)));
    if (!unsealed.isEmpty()) {
      tables.sequence(reached.size(), unsealed.stream().map(it -> it.event().position()).toList());
      tree.takeNewTiles().stream().filter(StoredTiles::isKept).forEach(tables::keep);
    }
    return unsealed.size();
  }

  /** What can get a place: in a log that is frozen nothing, whoever has recorded it. */
  private List<Unsealed> unfrozen(List<Unsealed> unsealed) {
    if (unsealed.isEmpty()) {
      return unsealed;
    }
    if (authority.history().frozen().isPresent()) {
      throw new BrokenLog(
          "the event at position %d was recorded after the log was frozen"
              .formatted(unsealed.getFirst().event().position()));
    }
    for (int i = 0; i < unsealed.size(); i++) {
      if (unsealed.get(i).event().name().equals(LogChange.Frozen.NAME)) {
        return unsealed.subList(0, i + 1);
      }
    }
    return unsealed;
  }

  /** The right edge of the log; read anew it has to be that of the last checkpoint. */
  private TileEdge edge(long size) {
    TileEdge known = edge;
    if (known != null && known.size() == size) {
      return known;
    }
    tables.latest().ifPresent(last -> requireUnchanged(last, size));
    TileEdge read = TileEdge.of(size, tiles);
    edge = read;
    return read;
  }

  private void requireUnchanged(SignedCheckpoint last, long size) {
    if (last.size() > size) {
      throw new BrokenLog(
          "the log has %d leaves and was signed with %d".formatted(size, last.size()));
    }
    Sha256 root = TileHashes.tree(last.size(), tiles).root();
    if (!root.equals(last.root())) {
      throw new BrokenLog(
          "the root over %d leaves is %s and was signed as %s"
              .formatted(last.size(), root.hex(), last.root().hex()));
    }
  }

  /** The hash of a leaf that is what its event says. */
  private static Sha256 checked(Unsealed unsealed) {
    byte[] leaf = leafOf(unsealed.event());
    if (!Arrays.equals(leaf, unsealed.leaf()) || !MerkleHash.leaf(leaf).equals(unsealed.hash())) {
      throw new BrokenLog(
          "the leaf at position %d is not that of the event"
              .formatted(unsealed.event().position()));
    }
    return unsealed.hash();
  }

  private static byte[] leafOf(StoredEvent event) {
    try {
      return event.leafBytes();
    } catch (Malformed e) {
      throw new BrokenLog(
          "the event at position %d can have no leaf: %s".formatted(event.position(), e.reason()));
    }
  }

  private long sign() {
    TileEdge tree = edge;
    if (tree == null || tree.size() == 0) {
      return 0;
    }
    long size = tree.size();
    Sha256 root = tree.root();
    Optional<SignedCheckpoint> said = tables.at(size);
    if (said.isEmpty()) {
      Note note = new Checkpoint(origin.name(), size, root).sign(authority.signersAt(size));
      tables.keep(size, root, note, clock.instant());
      said = tables.at(size);
    }
    if (said.isEmpty() || !said.get().root().equals(root)) {
      throw new BrokenLog("another root was signed over %d leaves".formatted(size));
    }
    return size;
  }
}
