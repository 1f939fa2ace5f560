package dev.releaseledger.app.evidence.report.given;

import dev.releaseledger.evidence.trust.AnchorPolicy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint that is held in a place which the ledger does not own.
 *
 * @param kind what kind of place
 * @param place which one
 * @param size of the log at that checkpoint
 * @param at when it was held there, or null where the place says no time that can be trusted
 */
public record HeldCheckpoint(
    AnchorPolicy.Kind kind, String place, long size, @Nullable Instant at) {}
