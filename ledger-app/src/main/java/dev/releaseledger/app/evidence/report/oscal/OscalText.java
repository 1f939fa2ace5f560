package dev.releaseledger.app.evidence.report.oscal;

import dev.releaseledger.app.evidence.report.page.VisibleText;
import dev.releaseledger.evidence.json.Json;
import java.util.regex.Pattern;

/** Text as the data types of OSCAL want it: one line, and nothing in it is markup. */
final class OscalText {

  private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>&#~^{}$\"|!]");

  private OscalText() {}

  /** A value of the type {@code string}. */
  static Json.Str value(String text) {
    String line = VisibleText.line(text);
    return new Json.Str(line.isEmpty() ? "none" : line);
  }

  /** A value of the types {@code markup-line} and {@code markup-multiline}. */
  static Json.Str markup(String text) {
    return new Json.Str(SPECIAL.matcher(value(text).value()).replaceAll("\\\\$0"));
  }
}
