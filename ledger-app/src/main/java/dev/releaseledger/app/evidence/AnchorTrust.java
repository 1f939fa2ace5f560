package dev.releaseledger.app.evidence;

import dev.releaseledger.evidence.timestamp.TimestampAuthority;
import dev.releaseledger.evidence.trust.AnchorPolicy;
import java.util.List;
import java.util.Optional;

/** Whom an operator has checkpoints kept by, as a verifier has to know it. */
public interface AnchorTrust {

  /** The authorities whose time stamps are believed. */
  List<TimestampAuthority> authorities();

  /** Who has to cosign, in the form of C2SP tlog-policy, where anybody has. */
  Optional<String> witnessPolicy();

  /** In how many of which places a checkpoint has to be held. */
  AnchorPolicy policy();

  /** The size of the first checkpoint with the leaf of this index that enough of them keep. */
  Optional<Long> firstAnchored(long index);
}
