package dev.releaseledger.app.port;

import dev.releaseledger.evidence.bundle.RevealedText;
import dev.releaseledger.evidence.key.Sha256;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/** The texts that stored events hold salted digests of. */
public interface KeptTexts {

  /** The digest that stands for one member of a stored event, or nothing where the text does. */
  Optional<Sha256> commitment(String payload, String member);

  /** What is still known of the texts of these stored events, by digest. */
  SortedMap<String, RevealedText> revealed(Collection<String> payloads);

  /**
   * The digests, as events have them, of the texts that are kept of one event, and of those of
   * other events about the same rollout that repeat them.
   */
  SortedSet<String> ofEvent(long position);

  /** The same of all events that an actor has recorded. */
  SortedSet<String> writtenBy(String actor);

  /** The position of the event by which a text or a name was erased last, or 0. */
  long lastErasure();

  /** When the youngest of these texts was recorded. */
  Instant lastRecorded(Collection<String> digests);
}
