package dev.releaseledger.domain.rehearsal;

/**
 * A lock that a step took on a relation that was there before the plan.
 *
 * @param relation its name, such as {@code public.t}
 * @param mode as PostgreSQL names it, such as {@code ACCESS EXCLUSIVE}
 */
public record TakenLock(String relation, String mode) {}
