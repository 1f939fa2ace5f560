package dev.releaseledger.app.evidence.report.given;

import dev.releaseledger.domain.environment.ReleaseCause;
import dev.releaseledger.domain.record.ChangeRecord;
import org.jspecify.annotations.Nullable;

/**
 * The release pointer of an environment moved.
 *
 * @param release where to
 * @param ref the commit that declares the schema, or null where there is none
 * @param previous where from, or null for the first
 * @param reason the reason that was given, or null
 */
public record ReleaseMove(
    String release,
    ReleaseCause cause,
    @Nullable String ref,
    @Nullable String previous,
    @Nullable String reason,
    ChangeRecord.Recorded recorded) {}
