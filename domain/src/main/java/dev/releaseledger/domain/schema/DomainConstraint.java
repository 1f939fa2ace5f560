package dev.releaseledger.domain.schema;

/** A check on a domain. */
public record DomainConstraint(String name, String definition, boolean validated) {}
