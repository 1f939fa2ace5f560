package dev.releaseledger.evidence.fuzz;

import dev.releaseledger.evidence.Quotable;
import dev.releaseledger.evidence.Read;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** What parsers promise of every input. */
public final class Promise {

  private static final int LONGEST_WORDS = 1000;

  private Promise() {}

  /** The value, where the input is taken; where it is not, the reason can be shown anywhere. */
  public static <T> Optional<T> answered(Read<T> read) {
    return switch (read) {
      case Read.Good<T>(T value) -> Optional.of(value);
      case Read.Bad<T>(String reason) -> {
        showable(reason);
        yield Optional.empty();
      }
    };
  }

  /** Words with a stranger's text in them bring no commands to a terminal, and are not long. */
  public static void showable(String words) {
    hold(!words.isBlank(), "a refusal without words");
    hold(words.length() <= LONGEST_WORDS, "a refusal of " + words.length() + " characters");
    hold(words.codePoints().allMatch(Promise::isShown), "a refusal with a control character");
  }

  private static boolean isShown(int point) {
    String character = Character.toString(point);
    return Quotable.of(character).equals(character);
  }

  /** The format has one spelling: what is read is written as it was. */
  public static <T> void oneSpelling(byte[] input, Read<T> read, Function<T, byte[]> written) {
    answered(read)
        .ifPresent(value ->
            hold(Arrays.equals(input, written.apply(value)), "read, and written otherwise"));
  }

  /** The format has several spellings: what is written is read, and written the same again. */
  public static <T> void settles(
      byte[] input, Function<byte[], Read<T>> reading, Function<T, byte[]> written) {
    answered(reading.apply(input))
        .ifPresent(value -> {
          byte[] once = written.apply(value);
          T again =
              answered(reading.apply(once))
                  .orElseThrow(() -> new AssertionError("written, and not read"));
          hold(Arrays.equals(once, written.apply(again)), "written twice, and not alike");
        });
  }

  /** Goes on where the promise is kept. */
  public static void hold(boolean kept, String otherwise) {
    if (!kept) {
      throw new AssertionError(otherwise);
    }
  }
}
