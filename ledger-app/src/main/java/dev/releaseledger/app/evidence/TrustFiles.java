package dev.releaseledger.app.evidence;

import dev.releaseledger.app.access.SigningKeys;
import dev.releaseledger.app.sealing.TransparencyLog;
import dev.releaseledger.evidence.log.LogChange;
import dev.releaseledger.evidence.log.LogHistory;
import dev.releaseledger.evidence.trust.AllowedSigner;
import dev.releaseledger.evidence.trust.AnchorPolicy;
import dev.releaseledger.evidence.trust.Period;
import dev.releaseledger.evidence.trust.TrustFile;
import dev.releaseledger.evidence.trust.TrustedLog;
import dev.releaseledger.evidence.trust.TrustedSigner;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Writes down whom a verifier has to believe, to be handed to auditors once and by another way than
 * the evidence itself.
 */
@Component
public class TrustFiles {

  private final TransparencyLog log;
  private final AttestationKey attestation;
  private final SigningKeys signing;
  private final ObjectProvider<AnchorTrust> anchors;
  private final Clock clock;

  TrustFiles(
      TransparencyLog log,
      AttestationKey attestation,
      SigningKeys signing,
      ObjectProvider<AnchorTrust> anchors,
      Clock clock) {
    this.log = log;
    this.attestation = attestation;
    this.signing = signing;
    this.anchors = anchors;
    this.clock = clock;
  }

  /** The trust file as things are now. */
  public TrustFile file() {
    // Nothing was signed with either key before there was anything to sign.
    Instant from = log.begunAt().orElseGet(clock::instant).truncatedTo(ChronoUnit.SECONDS);
    Period always = new Period(from, Optional.empty());
    Optional<AnchorTrust> places = anchors.stream().findFirst();
    return new TrustFile(
        logs(always),
        List.of(new TrustedSigner(attestation.publicKey(), always)),
        places.map(AnchorTrust::authorities).orElse(List.of()),
        places.flatMap(AnchorTrust::witnessPolicy),
        places.map(AnchorTrust::policy).orElse(new AnchorPolicy(0, List.of())),
        signing.all().stream().map(TrustFiles::signer).toList());
  }

  /** Every key that ever signed the log, with the sizes that it signs. */
  private List<TrustedLog> logs(Period always) {
    LogHistory history = log.history();
    Optional<Long> frozenAt = history.frozen().map(LogChange.Frozen::believedSize);
    return log.keys().stream()
        .map(it ->
            new TrustedLog(
                it.key(),
                always,
                Optional.of(it.from()).filter(first -> first > 0),
                it.to(),
                frozenAt))
        .toList();
  }

  private static AllowedSigner signer(SigningKeys.Held key) {
    String[] parts = key.line().split(" ", -1);
    return new AllowedSigner(
        key.actor(),
        parts[0],
        parts[1],
        new Period(
            key.from().truncatedTo(ChronoUnit.SECONDS),
            Optional.ofNullable(key.until())
                .map(until -> until.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1))));
  }
}
