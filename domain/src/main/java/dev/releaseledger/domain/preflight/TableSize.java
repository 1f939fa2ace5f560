package dev.releaseledger.domain.preflight;

/**
 * How large a table is.
 *
 * @param estimatedRows exact for a small table, else as the server's planner estimates
 * @param bytes with its indexes, its large values, and its partitions or children
 */
public record TableSize(String table, long estimatedRows, long bytes) {}
