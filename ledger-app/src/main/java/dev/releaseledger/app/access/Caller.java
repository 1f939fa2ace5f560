package dev.releaseledger.app.access;

/**
 * Who is calling.
 *
 * @param actor the actor id that events carry
 * @param name the actor's name, for people
 */
public record Caller(String actor, String name, Role role) {}
