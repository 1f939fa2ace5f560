package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.bundle.SampleEvidence;
import dev.releaseledger.evidence.trust.TrustFile;
import java.util.Optional;
import java.util.Set;

/**
 * A bundle in which something is wrong, and which checks have to notice.
 *
 * @param name what was done
 * @param noticedBy the checks that fail, and no others do
 * @param bundle the bundle
 * @param trust what it is verified with
 * @param held what somebody kept from before
 */
record Mutation(
    String name, Set<Check> noticedBy, byte[] bundle, TrustFile trust, Optional<byte[]> held) {

  static Mutation of(String name, Check noticedBy, SampleEvidence bundle) {
    return of(name, Set.of(noticedBy), bundle);
  }

  static Mutation of(String name, Set<Check> noticedBy, SampleEvidence bundle) {
    return of(name, noticedBy, bundle.bundle());
  }

  static Mutation of(String name, Set<Check> noticedBy, byte[] bundle) {
    return new Mutation(name, noticedBy, bundle, SampleEvidence.trust(), Optional.empty());
  }

  Mutation with(TrustFile other) {
    return new Mutation(name, noticedBy, bundle, other, held);
  }

  Mutation against(byte[] kept) {
    return new Mutation(name, noticedBy, bundle, trust, Optional.of(kept));
  }

  Report verified() {
    return new EvidenceVerifier(trust, held.map(kept -> Held.read(kept, trust).orThrow()))
        .verify(bundle);
  }

  @Override
  public String toString() {
    return name;
  }
}
