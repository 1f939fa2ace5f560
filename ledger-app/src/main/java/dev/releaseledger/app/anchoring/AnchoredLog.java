package dev.releaseledger.app.anchoring;

import dev.releaseledger.app.anchoring.AnchorTables.LastKept;
import dev.releaseledger.app.sealing.KeptElsewhere;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Answers how far the log is anchored: kept by as many places as the operator demands. */
@Component
public class AnchoredLog implements KeptElsewhere {

  private final Anchors anchors;
  private final AnchorTables tables;

  AnchoredLog(Anchors anchors, AnchorTables tables) {
    this.anchors = anchors;
    this.tables = tables;
  }

  /** The size of an anchored checkpoint that covers the leaf of this index, where there is one. */
  public Optional<Long> covering(long index) {
    return largest(index).map(LastKept::size);
  }

  @Override
  public Optional<Long> size() {
    return largest(0).map(LastKept::size);
  }

  /** The size of the first anchored checkpoint that covers the leaf of this index. */
  Optional<Long> firstCovering(long index) {
    return anchors.areThere()
        ? tables.firstAnchored(index, places(), anchors.required()).map(LastKept::size)
        : Optional.empty();
  }

  /** The largest anchored checkpoint that covers more than so many leaves. */
  Optional<LastKept> largest(long beyond) {
    if (!anchors.areThere()) {
      return Optional.empty();
    }
    return tables.anchored(beyond, places(), anchors.required());
  }

  private List<String> places() {
    return anchors.all().keySet().stream()
        .map(entry -> Anchors.kindOf(entry) + " " + entry.name())
        .toList();
  }
}
