package dev.releaseledger.app.evidence;

import dev.releaseledger.app.sealing.TransparencyLog.Entry;
import dev.releaseledger.domain.environment.EnvironmentEvent;
import dev.releaseledger.evidence.key.Sha256;
import java.nio.charset.StandardCharsets;

/** Something that happened in an environment, as the domain knows it and as it is logged. */
public record Happened(Entry entry, EnvironmentEvent event) {

  /** The digest of the bytes that are stored of it. */
  Sha256 digest() {
    return Sha256.of(entry.event().payload().getBytes(StandardCharsets.UTF_8));
  }
}
