package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.note.Note;
import dev.releaseledger.evidence.note.Signed;
import dev.releaseledger.evidence.note.TrustPolicy;
import dev.releaseledger.evidence.trust.TrustFile;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /**
   * Whether enough of them have cosigned one of these checkpoints.
   *
   * @param notes of checkpoints that have every event; a witness may have signed any of them
   */
  Passed<Boolean> demandQuorum(List<Note> notes) {
    TrustPolicy demanded =
        policy.orElseThrow(() -> Stop.notApplicable("the trust file demands no witnesses"));
    // Each witness gives its word on a copy of its own.
    Map<String, Set<String>> byCheckpoint = new LinkedHashMap<>();
    for (Note note : notes) {
      byCheckpoint
          .computeIfAbsent(note.text(), _ -> new HashSet<>())
          .addAll(demanded.witnessesAmong(cosignatures(note)));
    }
    int most = byCheckpoint.values().stream().mapToInt(Set::size).max().orElse(0);
    String counted = most + " of " + Amounts.of(demanded.witnesses().size(), "key") + " cosigned";
    if (byCheckpoint.values().stream().noneMatch(demanded.quorum()::isMetBy)) {
      throw Stop.notMet(counted + ", which is not the quorum");
    }
    return Passed.of(counted);
  }
}
