package dev.releaseledger.domain.record;

import dev.releaseledger.domain.environment.EnvironmentEvent;

/**
 * An event of an environment as a record tells it.
 *
 * @param position its place in the ledger, where an auditor finds it
 * @param name its ledger name, such as {@code plan-approved}
 * @param sentence what happened, read after the actor's name
 */
public record Entry(long position, String name, EnvironmentEvent event, String sentence) {}
