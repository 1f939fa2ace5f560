package dev.releaseledger.domain.drawing;

/**
 * A foreign key in a picture.
 *
 * @param child the table that refers
 * @param column its first column in the key
 * @param parent the table that is referred to
 * @param referenced its first column in the key
 * @param optional whether a row may refer to none
 * @param single whether at most one row refers to the same
 */
public record Relation(
    String name,
    String child,
    String column,
    String parent,
    String referenced,
    boolean optional,
    boolean single) {}
