package dev.releaseledger.app.port;

import java.time.Instant;

/**
 * A commit that a ref was resolved to.
 *
 * @param sha the full commit id
 */
public record Commit(String sha, Instant committedAt, String subject) {}
