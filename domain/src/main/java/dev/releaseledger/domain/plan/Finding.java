package dev.releaseledger.domain.plan;

import org.jspecify.annotations.Nullable;

/**
 * Something noticed about a plan.
 *
 * @param rule the slug of the rule that noticed it, which is also the name of its page
 * @param object the object in words, such as {@code column public.t.c}
 * @param message what is the case
 * @param remedy what to do about it
 * @param severity how much the project minds, or null where its standards have no say
 */
public record Finding(
    String rule,
    String object,
    Risk risk,
    String message,
    String remedy,
    @Nullable Severity severity) {

  /** Something that is noticed whatever the project's standards say. */
  public Finding(String rule, String object, Risk risk, String message, String remedy) {
    this(rule, object, risk, message, remedy, null);
  }

  /** The same, where the project minds so much. */
  public Finding minded(Severity much) {
    return new Finding(rule, object, risk, message, remedy, much);
  }

  /** Whether it says the same as another one, however much the project minds. */
  public boolean repeats(Finding other) {
    return rule.equals(other.rule) && object.equals(other.object);
  }
}
