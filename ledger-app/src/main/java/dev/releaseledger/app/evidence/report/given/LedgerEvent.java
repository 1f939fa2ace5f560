package dev.releaseledger.app.evidence.report.given;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that is in the evidence.
 *
 * @param position its place in the ledger
 * @param sequence its number among the events of the environment
 * @param leafIndex the index of its leaf in the log
 * @param at when it happened, as it claims itself
 * @param name its ledger name, such as {@code plan-approved}
 * @param actorRef the random reference of who did it
 * @param actorName the name of who did it, or null where it is not revealed or was erased
 * @param sentence what happened, read after the name
 */
public record LedgerEvent(
    long position,
    long sequence,
    long leafIndex,
    Instant at,
    String name,
    String actorRef,
    @Nullable String actorName,
    String sentence) {}
