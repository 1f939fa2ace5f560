package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.key.VerifierKey;
import dev.releaseledger.evidence.note.Note;
import dev.releaseledger.evidence.note.Signed;
import dev.releaseledger.evidence.note.TrustPolicy;
import dev.releaseledger.evidence.trust.TrustFile;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The witnesses of a trust file, and which of them have cosigned. */
final class WitnessKeys {

  private final Optional<TrustPolicy> policy;

  WitnessKeys(TrustFile trust) {
    this.policy = trust.policy();
  }

  /** The cosignatures by known witnesses; a wrong one by a known witness is refused. */
  List<Signed> cosignatures(Note note) {
    Collection<VerifierKey> keys = policy.map(TrustPolicy::witnesses).orElse(Map.of()).values();
    boolean any = note.signatures().stream().anyMatch(line -> keys.stream().anyMatch(line::names));
    return any ? note.verify(keys).orThrow() : List.of();
  }

  Passed<Boolean> demandQuorum(Note note) {
    TrustPolicy demanded =
        policy.orElseThrow(() -> Stop.notApplicable("the trust file demands no witnesses"));
    List<VerifierKey> keys = cosignatures(note).stream().map(Signed::key).toList();
    Set<String> names =
        demanded.witnesses().entrySet().stream()
            .filter(witness -> keys.contains(witness.getValue()))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    String counted = names.size() + " of " + demanded.witnesses().size() + " witnesses cosigned";
    if (!demanded.quorum().isMetBy(names)) {
      throw Stop.notMet(counted + ", which is not the quorum");
    }
    return Passed.of(counted);
  }
}
