package dev.releaseledger.app.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the timeline on the wire.
 *
 * @param data the event as it is stored
 */
record EntryView(
    long position,
    Instant at,
    String type,
    String severity,
    @Nullable String project,
    @Nullable String environment,
    @Nullable String rollout,
    @Nullable String subject,
    String actor,
    String sentence,
    @Schema(type = "object") @JsonRawValue @Nullable String data) {}
