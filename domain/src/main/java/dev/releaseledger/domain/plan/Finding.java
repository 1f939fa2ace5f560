package dev.releaseledger.domain.plan;

/**
 * Something noticed about a plan.
 *
 * @param rule the slug of the rule that noticed it, which is also the name of its page
 * @param object the object in words, such as {@code column public.t.c}
 * @param message what is the case
 * @param remedy what to do about it
 */
public record Finding(String rule, String object, Risk risk, String message, String remedy) {}
