package dev.releaseledger.cli.render;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.TreeMap;

/** Writes what each statement of a script would do, at the place in the file where it stands. */
public final class LintPage {

  private LintPage() {}

  /** Writes a lint view. */
  public static void write(JsonNode lint, Page page) {
    Style style = page.style();
    JsonNode statements = lint.path("statements");
    page.line(
        style.bold("Tried on a copy of " + Words.place(lint))
            + " (connection %s, PostgreSQL %s)"
                .formatted(Words.of(lint, "connection"), Words.of(lint, "serverVersion")));
    page.line(Words.count(statements.size(), "statement") + ": " + findings(statements, style));
    for (JsonNode missing : lint.path("missing")) {
      page.line(style.warning("!") + " not on the copy: " + missing.asText());
    }
    for (JsonNode statement : statements) {
      page.gap();
      statement(statement, page);
    }
  }

  private static String findings(JsonNode statements, Style style) {
    TreeMap<String, Integer> risks = new TreeMap<>();
    for (JsonNode statement : statements) {
      statement
          .path("findings")
          .forEach(finding -> risks.merge(Words.of(finding, "risk"), 1, Integer::sum));
    }
    int all = risks.values().stream().mapToInt(Integer::intValue).sum();
    return all == 0
        ? style.good("no findings")
        : Words.count(all, "finding")
            + ", "
            + risks.entrySet().stream()
                .map(entry -> entry.getValue() + " " + style.risk(entry.getKey()))
                .collect(joining(", "));
  }

  private static void statement(JsonNode statement, Page page) {
    Style style = page.style();
    JsonNode measured = statement.path("measured");
    page.line(style.bold(place(statement)) + "  " + firstLine(Words.of(statement, "sql")));
    JsonNode failure = statement.path("failure");
    new Fields()
        .with("left out", Words.of(statement, "leftOut"))
        .with("failed", failed(statement, failure, style))
        .with("hint", Words.of(failure, "hint"))
        .with("lock", sentences(LockTaken.all(measured.path("locks"))))
        .with("under", sentences(LockTaken.all(statement.path("held"))))
        .with("work", StepWords.work(statement))
        .with("took", StepWords.rehearsed(statement))
        .write(page.in());
    statement.path("findings").forEach(finding -> PlanPage.finding(finding, page.in()));
  }

  private static String sentences(List<LockTaken> locks) {
    return locks.stream().map(LockTaken::sentence).collect(joining("\n"));
  }

  private static String place(JsonNode statement) {
    return Words.of(statement, "file") + ":" + Words.of(statement, "line");
  }

  private static String failed(JsonNode statement, JsonNode failure, Style style) {
    if (!failure.isObject()) {
      return "";
    }
    String state = Words.of(failure, "sqlState");
    return style.bad(
            Words.of(statement, "file")
                + ":"
                + Words.of(failure, "line")
                + ": "
                + Words.of(failure, "message"))
        + (state.isEmpty() ? "" : " (SQLSTATE " + state + ")");
  }

  private static String firstLine(String sql) {
    List<String> lines = sql.lines().toList();
    return lines.size() > 1 ? lines.getFirst() + " ..." : sql;
  }
}
