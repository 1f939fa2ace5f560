package dev.releaseledger.app.anchoring;

import java.time.Instant;

/**
 * One checkpoint, given to every place until each has it or the next round begins.
 *
 * @param number counts the rounds
 * @param size of the checkpoint
 */
record Round(long number, long size, Instant begunAt) {}
