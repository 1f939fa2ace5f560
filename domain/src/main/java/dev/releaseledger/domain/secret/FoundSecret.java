package dev.releaseledger.domain.secret;

/**
 * A secret in a text, by its place; what it is is not repeated.
 *
 * @param line from 1
 */
public record FoundSecret(SecretKind kind, int line) {}
