package dev.releaseledger.app.port;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the ledger as it is told outside.
 *
 * @param ledger what the ledger is called outside, as a URI
 * @param position where the entry stands, or null when it is only a test
 * @param kind the ledger name of the event, such as {@code plan-approved}
 * @param severity how much it wants to be seen
 * @param actor the name of who did it
 * @param sentence what happened, to be read after the actor's name
 * @param data the event as it is stored, as JSON
 */
public record Notice(
    String ledger,
    @Nullable Long position,
    String kind,
    String severity,
    @Nullable String project,
    @Nullable String environment,
    @Nullable String rollout,
    String actor,
    String sentence,
    Instant at,
    String data) {

  /** All of it in one sentence. */
  public String line() {
    return actor + " " + sentence;
  }

  /** Where it happened: {@code shop/prod}, {@code shop}, or the ledger as a whole. */
  public String place() {
    if (project == null) {
      return "the ledger";
    }
    return environment == null ? project : project + "/" + environment;
  }
}
