package dev.releaseledger.app.anchoring;

import dev.releaseledger.app.evidence.AnchorTrust;
import dev.releaseledger.app.port.AnchorEntry;
import dev.releaseledger.app.port.AnchorEntry.Cosigner;
import dev.releaseledger.app.port.AnchorEntry.Stamper;
import dev.releaseledger.app.sealing.TransparencyLog;
import dev.releaseledger.evidence.timestamp.TimestampAuthority;
import dev.releaseledger.evidence.trust.AnchorPolicy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells auditors who keeps checkpoints of the log, by what the operator has named. */
@Component
class TrustedPlaces implements AnchorTrust {

  private final Anchors anchors;
  private final TransparencyLog log;
  private final AnchoredLog anchored;

  TrustedPlaces(Anchors anchors, TransparencyLog log, AnchoredLog anchored) {
    this.anchors = anchors;
    this.log = log;
    this.anchored = anchored;
  }

  @Override
  public Optional<Long> firstAnchored(long index) {
    return anchored.firstCovering(index);
  }

  @Override
  public List<TimestampAuthority> authorities() {
    return named(Stamper.class).map(Stamper::authority).toList();
  }

  @Override
  public Optional<String> witnessPolicy() {
    List<Cosigner> witnesses = named(Cosigner.class).toList();
    if (witnesses.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder policy = new StringBuilder();
    log.keys().forEach(it -> policy.append("log ").append(it.key().text()).append('\n'));
    int number = 1;
    for (Cosigner witness : witnesses) {
      policy.append("witness w").append(number++).append(' ').append(witness.key().text());
      policy.append('\n');
    }
    // How many places are enough is for all of them, and not for witnesses alone.
    return Optional.of(policy.append("quorum none\n").toString());
  }

  @Override
  public AnchorPolicy policy() {
    List<AnchorPolicy.Kind> kinds =
        anchors.all().keySet().stream().map(AnchorEntry::kind).distinct().sorted().toList();
    return new AnchorPolicy(Math.min(anchors.required(), kinds.size()), kinds);
  }

  private <E extends AnchorEntry> Stream<E> named(Class<E> kind) {
    return anchors.all().keySet().stream().filter(kind::isInstance).map(kind::cast);
  }
}
