package dev.releaseledger.domain.readiness;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A route that was or has to be tried: from where, to where, and how. */
public record MatrixCase(String source, String sink, String strategy)
    implements Comparable<MatrixCase> {

  private static final Pattern FORM = Pattern.compile("([^:\\s]+):([^:\\s]+):([^:\\s]+)");

  /** Reads {@code source:sink:strategy}; nothing where it is not that. */
  public static Optional<MatrixCase> of(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    return matcher.matches()
        ? Optional.of(new MatrixCase(matcher.group(1), matcher.group(2), matcher.group(3)))
        : Optional.empty();
  }

  /** The case of three members of an artifact; nothing where one is no such name. */
  static Optional<MatrixCase> of(
      @Nullable Object source, @Nullable Object sink, @Nullable Object strategy) {
    return source instanceof String from
            && sink instanceof String to
            && strategy instanceof String how
        ? of(from.strip() + ":" + to.strip() + ":" + how.strip())
        : Optional.empty();
  }

  @Override
  public int compareTo(MatrixCase other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return source + ":" + sink + ":" + strategy;
  }
}
