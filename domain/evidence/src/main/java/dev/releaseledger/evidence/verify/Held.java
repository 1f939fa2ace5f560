package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.archive.ArchiveLimits;
import dev.releaseledger.evidence.archive.ArchiveReader;
import dev.releaseledger.evidence.archive.ArchiveReading;
import dev.releaseledger.evidence.bundle.Places;
import dev.releaseledger.evidence.merkle.ConsistencyProof;
import dev.releaseledger.evidence.note.Checkpoint;
import dev.releaseledger.evidence.note.Note;
import dev.releaseledger.evidence.trust.TrustFile;
import java.util.Optional;
import java.util.TreeMap;

/** What somebody kept from before: a checkpoint, by itself or in a bundle. */
public final class Held {

  private final Checkpoint checkpoint;
  private final Content content;

  private Held(Checkpoint checkpoint, Content content) {
    this.checkpoint = checkpoint;
    this.content = content;
  }

  /** What these bytes are: a signed checkpoint or a bundle; a trusted log has to have signed it. */
  public static Read<Held> read(byte[] bytes, TrustFile trust) {
    return Read.of(() -> {
      try {
        return held(bytes, new LogKeys(trust));
      } catch (Stop stop) {
        throw new Malformed(stop.finding(Check.AGAINST).detail());
      }
    });
  }

  private static Held held(byte[] bytes, LogKeys keys) {
    Content content =
        switch (ArchiveReader.read(bytes, ArchiveLimits.standard())) {
          case ArchiveReading.Opened(var files) -> new Content(files);
          case ArchiveReading.Refused _ -> new Content(new TreeMap<>());
        };
    byte[] note = content.find(Places.CHECKPOINT).orElse(bytes);
    // Whoever kept it knows when that was, so that no time is asked for.
    return new Held(keys.signed(Note.parse(note).orThrow()).checkpoint(), content);
  }

  /** What the log said then. */
  public Checkpoint checkpoint() {
    return checkpoint;
  }

  /** The proof that it goes on from a smaller tree, where what was kept has one. */
  Optional<ConsistencyProof> proofFrom(long size) {
    return content.consistency(size, checkpoint.size());
  }
}
