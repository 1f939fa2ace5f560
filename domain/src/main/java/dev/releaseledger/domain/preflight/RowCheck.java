package dev.releaseledger.domain.preflight;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a target answered to a question about its rows.
 *
 * @param step the step of the plan that it is about, or 0 for none in particular
 * @param object the object in words, such as {@code column public.t.c}
 * @param question which rows were counted, such as {@code rows where c is NULL}
 * @param fails whether one such row makes the step fail
 * @param rows how many there are
 * @param atLeast whether counting ended before the last one
 * @param about whether it is an estimate
 * @param sampleKeys the keys of some of them, where they may be shown
 * @param unfinished why there is no answer, or null
 */
public record RowCheck(
    int step,
    String object,
    String question,
    boolean fails,
    long rows,
    boolean atLeast,
    boolean about,
    List<String> sampleKeys,
    @Nullable String unfinished) {

  public RowCheck {
    sampleKeys = List.copyOf(sampleKeys);
  }

  /** The same answer without keys. */
  public RowCheck withoutKeys() {
    return new RowCheck(step, object, question, fails, rows, atLeast, about, List.of(), unfinished);
  }

  /** Whether there are rows that the plan would fail on. */
  public boolean violated() {
    return fails && rows > 0;
  }

  /** The answer as a sentence without a value from any row. */
  public String sentence() {
    String precision = about ? "about " : atLeast ? "at least " : "";
    return String.format(Locale.ROOT, "%s: %s%,d %s", object, precision, rows, counted());
  }

  private String counted() {
    return rows == 1 ? question.replaceFirst("^rows", "row") : question;
  }
}
