package dev.releaseledger.cli.demo;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A command line as a shell would hand it over: divided at spaces, except within quotes. */
final class ShellWords {
  private static final Pattern WORD = Pattern.compile("'([^']*)'|\\S+");

  private ShellWords() {}

  static String[] of(String line) {
    return WORD.matcher(line).results().map(ShellWords::word).toArray(String[]::new);
  }

  private static String word(MatchResult match) {
    return match.group(1) != null ? match.group(1) : match.group();
  }
}
