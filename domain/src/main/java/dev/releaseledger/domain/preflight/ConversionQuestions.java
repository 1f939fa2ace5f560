package dev.releaseledger.domain.preflight;

import dev.releaseledger.domain.plan.TypeChange;
import dev.releaseledger.domain.plan.TypeChanges;
import dev.releaseledger.domain.plan.TypeName;
import dev.releaseledger.domain.schema.Column;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes questions about values that do not fit the new type of their column. */
final class ConversionQuestions {

  private static final Set<String> STRINGS = Set.of("text", "character varying", "character");
  private static final int KNOWS_INVALID_INPUT = 16;

  private ConversionQuestions() {}

  /** What to ask before the type of a column changes; nothing where every value fits. */
  static List<Question> of(Passage passage, Column before, Column after) {
    String declared = passage.settings().conversions().get(after.id().identity());
    TypeChange change =
        new TypeChanges(passage.base(), passage.target()).between(before.type(), after.type());
    if (declared == null && !(change instanceof TypeChange.Narrowing)) {
      return List.of();
    }
    String to = passage.plain(after.type());
    String from = passage.plain(before.type());
    String value = declared == null ? before.name() : "(" + declared + ")";
    String misfit =
        declared != null && isCast(declared, before.name()) && isString(from) && !isString(to)
            ? invalid(passage, before.name(), to)
            : Fit.misfit(value, declared == null ? TypeName.parse(from) : null, TypeName.parse(to));
    return List.of(
        misfit == null
            ? trial(passage, before, after, value, to)
            : ask(passage, before, after, misfit));
  }

  private static Question ask(Passage passage, Column before, Column after, String misfit) {
    String key = passage.keyText(before.table());
    return new Question(
        after.id().label(),
        words(after),
        true,
        "SELECT 1 AS n FROM (SELECT * FROM %s) AS r WHERE %s"
            .formatted(passage.source(before.table()), misfit),
        key == null
            ? null
            : "SELECT %s FROM (SELECT * FROM %s) AS r WHERE %s"
                .formatted(key, passage.source(before.table()), misfit));
  }

  /** Converts every value and counts none: the first one that cannot be converted is an error. */
  private static Question trial(
      Passage passage, Column before, Column after, String value, String to) {
    return new Question(
        after.id().label(),
        words(after),
        true,
        "SELECT count(v) - count(v) AS n FROM (SELECT (%s)::%s AS v FROM %s) AS r"
            .formatted(value, to, passage.source(before.table())),
        null);
  }

  private static String words(Column after) {
    return "rows where %s does not fit %s".formatted(after.name(), after.type());
  }

  private static boolean isCast(String expression, String column) {
    return Pattern.compile("\\(?" + Pattern.quote(column) + "\\)?\\s*::[^():]+(?:\\([\\d,]+\\))?")
        .matcher(expression.strip())
        .matches();
  }

  private static boolean isString(String type) {
    TypeName name = TypeName.parse(type);
    return name.dimensions() == 0 && STRINGS.contains(name.base());
  }

  private static @Nullable String invalid(Passage passage, String column, String type) {
    return passage.settings().serverVersion() < KNOWS_INVALID_INPUT
        ? null
        : "r.%s IS NOT NULL AND NOT pg_input_is_valid(r.%s::text, '%s')"
            .formatted(column, column, type.replace("'", "''"));
  }
}
