package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.note.Note;
import dev.releaseledger.evidence.note.Signed;
import dev.releaseledger.evidence.note.TrustPolicy;
import dev.releaseledger.evidence.trust.TrustFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The witnesses of a trust file, and which of them have cosigned. */
final class WitnessKeys {

  private final Optional<TrustPolicy> policy;

  WitnessKeys(TrustFile trust) {
    this.policy = trust.policy();
  }

  /** The cosignatures by known witnesses; a wrong one by a known witness is refused. */
  List<Signed> cosignatures(Note note) {
    return policy.map(demanded -> demanded.cosignatures(note)).orElse(List.of());
  }

  Passed<Boolean> demandQuorum(Note note) {
    TrustPolicy demanded =
        policy.orElseThrow(() -> Stop.notApplicable("the trust file demands no witnesses"));
    Set<String> names = demanded.witnessesAmong(cosignatures(note));
    String counted =
        names.size() + " of " + Amounts.of(demanded.witnesses().size(), "key") + " cosigned";
    if (!demanded.quorum().isMetBy(names)) {
      throw Stop.notMet(counted + ", which is not the quorum");
    }
    return Passed.of(counted);
  }
}
