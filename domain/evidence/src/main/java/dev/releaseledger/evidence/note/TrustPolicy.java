package dev.releaseledger.evidence.note;

import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.key.VerifierKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whose checkpoints are believed, and which witnesses have to have cosigned them (C2SP
 * tlog-policy).
 *
 * @param logs the keys of logs; the name of each is the origin of its log
 * @param witnesses the keys of witnesses, by the name that the policy gives them
 * @param quorum which of the witnesses are enough
 */
public record TrustPolicy(
    List<VerifierKey> logs, Map<String, VerifierKey> witnesses, Quorum quorum) {

  /** Keeps copies. */
  public TrustPolicy {
    logs = List.copyOf(logs);
    witnesses = Map.copyOf(witnesses);
  }

  /** The policy of this file. */
  public static Read<TrustPolicy> parse(byte[] file) {
    return Read.of(() -> new PolicyFile(file).parsed());
  }

  /** The checkpoint of a note that the policy believes. */
  public Read<Trusted> verify(Note note) {
    return Checkpoint.parse(note.text()).then(checkpoint -> trusted(note, checkpoint));
  }

  private Trusted trusted(Note note, Checkpoint checkpoint) {
    List<VerifierKey> ofLog =
        logs.stream().filter(key -> key.name().equals(checkpoint.origin())).toList();
    if (ofLog.isEmpty()) {
      throw new Malformed("the policy names no log " + checkpoint.origin());
    }
    List<Signed> signed = new ArrayList<>(note.verify(ofLog).orThrow());
    signed.addAll(cosignatures(note));
    Set<String> cosigned = witnessesAmong(signed);
    if (!quorum.isMetBy(cosigned)) {
      throw new Malformed(
          "the quorum of the policy is not met by "
              + cosigned.size()
              + " of "
              + witnesses.size()
              + " witnesses");
    }
    return new Trusted(checkpoint, signed);
  }

  /** What witnesses that the policy names have said of a note; a wrong signature is refused. */
  public List<Signed> cosignatures(Note note) {
    boolean any =
        note.signatures().stream()
            .anyMatch(line -> witnesses.values().stream().anyMatch(line::names));
    return any ? note.verify(witnesses.values()).orThrow() : List.of();
  }

  /** The names that the policy gives to those witnesses who are among signers. */
  public Set<String> witnessesAmong(Collection<Signed> signed) {
    Set<VerifierKey> keys = signed.stream().map(Signed::key).collect(Collectors.toSet());
    return witnesses.entrySet().stream()
        .filter(witness -> keys.contains(witness.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /**
   * A checkpoint that a policy believes.
   *
   * @param checkpoint what the log says
   * @param signed by whom, logs first
   */
  public record Trusted(Checkpoint checkpoint, List<Signed> signed) {

    /** Keeps a copy. */
    public Trusted {
      signed = List.copyOf(signed);
    }
  }
}
