package dev.releaseledger.app.postgres;

import dev.releaseledger.app.postgres.BoundedReading.Answer;
import dev.releaseledger.app.settings.LedgerSettings;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.plan.Step;
import dev.releaseledger.domain.preflight.Preflight;
import dev.releaseledger.domain.preflight.Question;
import dev.releaseledger.domain.preflight.RowCheck;
import dev.releaseledger.domain.preflight.TableSize;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** Puts the questions of a plan to its target, and looks how large the tables are. */
final class RowReading {

  private static final int SAMPLES = 5;

  private final BoundedReading reading;
  private final LedgerSettings.Preflight settings;
  private final Map<String, Integer> steps = new HashMap<>();

  private RowReading(BoundedReading reading, LedgerSettings.Preflight settings, SchemaPlan plan) {
    this.reading = reading;
    this.settings = settings;
    // The last step about an object is the one that makes it what it is to be.
    plan.steps().forEach(step -> steps.put(step.object(), step.number()));
    plan.steps().stream()
        .filter(Step::destructive)
        .forEach(step -> steps.put(step.object(), step.number()));
  }

  static Preflight read(
      BoundedReading reading,
      LedgerSettings.Preflight settings,
      SchemaPlan plan,
      SortedSet<String> tables,
      List<Question> questions)
      throws SQLException {
    RowReading rows = new RowReading(reading, settings, plan);
    List<TableSize> sizes = new ArrayList<>();
    for (String table : tables) {
      if (TableSizes.of(reading, table, settings.countLimit()) instanceof TableSize size) {
        sizes.add(size);
      }
    }
    List<RowCheck> checks = new ArrayList<>();
    for (Question question : questions) {
      checks.add(rows.ask(question, sizes));
    }
    return new Preflight(sizes, checks);
  }

  private record Count(long rows, long read) {}

  private RowCheck ask(Question question, List<TableSize> sizes) throws SQLException {
    int step = steps.getOrDefault(question.object(), 0);
    Answer<Count> answer = reading.ask(question.count(settings.countLimit()), RowReading::count);
    return switch (answer) {
      case Answer.Given<Count>(Count count) -> {
        boolean atLeast = count.read() >= settings.countLimit();
        yield atLeast && !question.fails()
            ? estimated(question, step, count, sizes)
            : question.found(step, count.rows(), atLeast, samples(question, count));
      }
      case Answer.Missing<Count> missing when missing.sqlState().startsWith("22") ->
          // The server stops at the first value that a conversion or a check cannot take.
          question.found(step, 1, true, List.of());
      case Answer.Missing<Count> missing -> question.unfinished(step, reason(missing));
    };
  }

  private RowCheck estimated(Question question, int step, Count count, List<TableSize> sizes) {
    return sizes.stream()
        .filter(size -> question.object().equals("table " + size.table()))
        .filter(size -> size.estimatedRows() > count.rows())
        .findFirst()
        .map(size -> question.estimated(step, size.estimatedRows()))
        .orElseGet(() -> question.found(step, count.rows(), true, List.of()));
  }

  private List<String> samples(Question question, Count count) throws SQLException {
    if (!settings.sampleKeys()
        || !question.fails()
        || question.keys() == null
        || count.rows() == 0) {
      return List.of();
    }
    return reading.ask(question.keys() + " LIMIT " + SAMPLES, RowReading::texts)
            instanceof Answer.Given<List<String>>(List<String> keys)
        ? keys
        : List.of();
  }

  private String reason(Answer.Missing<?> missing) {
    return switch (missing.sqlState()) {
      case "57014" -> "not finished in time (" + settings.checkTimeout().toMillis() + " ms)";
      case "55P03" -> "the table is locked by somebody else";
      case "42501" -> "the role of the service may not read it";
      case "42704", "42883", "42P01", "42703", "3F000" ->
          "it needs something that the plan has yet to make: " + missing.reason();
      default -> missing.reason();
    };
  }

  private static Count count(ResultSet rows) throws SQLException {
    rows.next();
    return new Count(rows.getLong(1), rows.getLong(2));
  }

  private static List<String> texts(ResultSet rows) throws SQLException {
    List<String> texts = new ArrayList<>();
    while (rows.next()) {
      texts.add(rows.getString(1));
    }
    return texts;
  }
}
