package dev.releaseledger.evidence.bundle;

import dev.releaseledger.evidence.Utf8;
import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values (RFC 4180), which a spreadsheet takes for text and not for formulas. */
final class Csv {

  /** What makes a formula of a cell at its beginning; some spreadsheets take wide forms as well. */
  private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  private Csv() {}

  static byte[] of(List<String> header, List<List<String>> rows) {
    StringBuilder text = new StringBuilder(line(header));
    rows.forEach(row -> text.append(line(row)));
    return Utf8.encode(text.toString());
  }

  private static String line(List<String> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n";
  }

  private static String cell(String value) {
    String text = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
