package dev.releaseledger.domain.schema;

/** Which rows of a partitioned table a partition holds, as the server writes it. */
public record PartitionBound(String parent, String bound) {}
