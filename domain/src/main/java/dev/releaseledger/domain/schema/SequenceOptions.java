package dev.releaseledger.domain.schema;

/** How a sequence counts; the numbers are decimal text, because they do not fit JSON numbers. */
public record SequenceOptions(
    String type,
    String start,
    String increment,
    String minimum,
    String maximum,
    String cache,
    boolean cycle) {}
