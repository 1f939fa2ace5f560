package dev.releaseledger.app.notary;

import dev.releaseledger.app.port.AnchorEntry;
import dev.releaseledger.app.port.AnchorPlace;
import dev.releaseledger.app.port.AnchorPlaces;
import dev.releaseledger.app.settings.LedgerSettings;
import java.security.SecureRandom;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes anchors of time-stamping authorities and witnesses. */
@Component
final class NotaryPlaces implements AnchorPlaces {

  private final Inquiry inquiry;
  private final SecureRandom random = new SecureRandom();

  NotaryPlaces(LedgerSettings settings) {
    this.inquiry = new Inquiry(settings.anchors().timeout());
  }

  @Override
  public Optional<AnchorPlace> of(AnchorEntry entry) {
    return switch (entry) {
      case AnchorEntry.Stamper stamper -> Optional.of(new StampAnchor(stamper, inquiry, random));
      case AnchorEntry.Cosigner cosigner -> Optional.of(new WitnessAnchor(cosigner, inquiry));
      case AnchorEntry.GitBranch branch -> Optional.empty();
    };
  }
}
