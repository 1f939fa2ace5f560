package dev.releaseledger.app.sealing;

import dev.releaseledger.evidence.key.Sha256;
import dev.releaseledger.evidence.note.Note;
import java.time.Instant;

/**
 * What the log has said of itself.
 *
 * @param size how many leaves it had
 * @param root the hash over all of them
 * @param note the signed words
 * @param at when they were signed, by the clock of the service
 */
public record SignedCheckpoint(long size, Sha256 root, Note note, Instant at) {}
