package dev.releaseledger.app.evidence;

import dev.releaseledger.app.refusal.SecretRefusal;
import dev.releaseledger.app.refusal.SecretRefusal.SecretInEvidence;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.domain.secret.SecretScan;
import dev.releaseledger.evidence.Malformed;
import dev.releaseledger.evidence.Utf8;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Lets no evidence out that carries a secret. What is no text is not looked at. */
final class SecretGuard {

  private SecretGuard() {}

  static void requireNone(SortedMap<String, byte[]> files) {
    List<String> places =
        files.entrySet().stream()
            .flatMap(file ->
                text(file).stream()
                    .flatMap(
                        text -> SecretRefusal.places(file.getKey(), SecretScan.of(text)).stream()))
            .toList();
    if (!places.isEmpty()) {
      throw new Refused(new SecretInEvidence(places));
    }
  }

  private static Optional<String> text(Map.Entry<String, byte[]> file) {
    try {
      return Optional.of(Utf8.decode(file.getValue()));
    } catch (Malformed e) {
      return Optional.empty();
    }
  }
}
