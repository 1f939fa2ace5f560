package dev.releaseledger.app.port;

import dev.releaseledger.evidence.key.VerifierKey;
import dev.releaseledger.evidence.timestamp.TimestampAuthority;
import dev.releaseledger.evidence.trust.AnchorPolicy;
import java.net.URI;

/** A place that the operator has named. */
public sealed interface AnchorEntry {

  /** How the operator calls it; no two places are called the same. */
  String name();

  /** What kind of anchor it is. */
  AnchorPolicy.Kind kind();

  /**
   * A branch of a git repository that others own.
   *
   * @param location of the repository: a URL or a path
   * @param branch the short name of the branch
   */
  record GitBranch(String name, String location, String branch) implements AnchorEntry {
    @Override
    public AnchorPolicy.Kind kind() {
      return AnchorPolicy.Kind.GIT;
    }
  }

  /**
   * An authority that stamps the time (RFC 3161).
   *
   * @param url where it is asked
   * @param authority whose stamps are believed
   */
  record Stamper(String name, URI url, TimestampAuthority authority) implements AnchorEntry {
    @Override
    public AnchorPolicy.Kind kind() {
      return AnchorPolicy.Kind.RFC3161;
    }
  }

  /**
   * A witness (C2SP tlog-witness).
   *
   * @param url its submission prefix
   * @param key whose cosignatures are believed
   */
  record Cosigner(String name, URI url, VerifierKey key) implements AnchorEntry {
    @Override
    public AnchorPolicy.Kind kind() {
      return AnchorPolicy.Kind.WITNESS;
    }
  }
}
