package dev.releaseledger.evidence;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What reading a foreign text comes to: the value, or the reason why it is none.
 *
 * @param <T> what the text stands for
 */
public sealed interface Read<T> {

  /**
   * The text is well formed.
   *
   * @param value what it stands for
   * @param <T> its type
   */
  record Good<T>(T value) implements Read<T> {}

  /**
   * The text is refused.
   *
   * @param reason why
   * @param <T> what it should have stood for
   */
  record Bad<T>(String reason) implements Read<T> {}

  /** Runs a parser that says no with {@link Malformed}. */
  static <T> Read<T> of(Supplier<T> parser) {
    try {
      return new Good<>(parser.get());
    } catch (Malformed malformed) {
      return new Bad<>(malformed.reason());
    }
  }

  /** The value, for a parser that reads a part of a larger text. */
  default T orThrow() {
    return switch (this) {
      case Good<T>(T value) -> value;
      case Bad<T>(String reason) -> throw new Malformed(reason);
    };
  }

  /** Reads on from the value; the next step may throw {@link Malformed}. */
  default <U> Read<U> then(Function<T, U> next) {
    return of(() -> next.apply(orThrow()));
  }

  /** Whether the text is well formed. */
  default boolean isGood() {
    return this instanceof Good<T>;
  }
}
