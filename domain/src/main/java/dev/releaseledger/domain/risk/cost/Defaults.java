package dev.releaseledger.domain.risk.cost;

import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Routine;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells defaults that are computed once from those that are computed for every row. */
final class Defaults {

  /** Functions of PostgreSQL that are not volatile and are seen in defaults. */
  private static final Set<String> ONCE =
      Set.of(
          "now",
          "transaction_timestamp",
          "statement_timestamp",
          "timezone",
          "current_setting",
          "current_database",
          "current_schema",
          "pg_backend_pid",
          "txid_current",
          "date_trunc",
          "date_part",
          "extract",
          "make_interval",
          "make_date",
          "to_char",
          "to_json",
          "to_jsonb",
          "jsonb_build_object",
          "jsonb_build_array",
          "json_build_object",
          "json_build_array",
          "array_fill",
          "lower",
          "upper",
          "length",
          "concat",
          "md5",
          "encode",
          "decode",
          "repeat",
          "replace",
          "greatest",
          "least",
          "nullif",
          "abs",
          "round",
          "floor",
          "ceil",
          "row",
          "coalesce");

  private static final Pattern QUOTED = Pattern.compile("'(?:[^']|'')*'");
  private static final Pattern CALL = Pattern.compile("([\\w.\"]+)\\(");
  private static final Pattern TYPE_LENGTH =
      Pattern.compile(
          "(?:character varying|character|varchar|numeric|bit|bit varying|time|timestamp|interval)"
              + "\\(");
  private static final Pattern NOT_VOLATILE = Pattern.compile("(?m)^.*\\b(?:IMMUTABLE|STABLE)\\b");

  private Defaults() {}

  /** Whether each existing row would get a value of its own, as far as the text tells. */
  static boolean perRow(String expression, Schema schema) {
    String bare = QUOTED.matcher(expression).replaceAll("''");
    return CALL.matcher(TYPE_LENGTH.matcher(bare).replaceAll(""))
        .results()
        .map(call -> call.group(1))
        .anyMatch(name -> !ONCE.contains(name.toLowerCase(Locale.ROOT)) && !once(name, schema));
  }

  /** Whether every function of this name is declared not to be volatile. */
  private static boolean once(String name, Schema schema) {
    List<SchemaObject> routines =
        schema.objects().tailMap(new ObjectId(ObjectKind.ROUTINE, name + "(")).entrySet().stream()
            .takeWhile(entry -> entry.getKey().identity().startsWith(name + "("))
            .map(entry -> entry.getValue())
            .toList();
    return !routines.isEmpty()
        && routines.stream()
            .allMatch(it -> it instanceof Routine routine && promisesOneValue(routine));
  }

  private static boolean promisesOneValue(Routine routine) {
    int body = routine.definition().indexOf("\nAS ");
    String head = body < 0 ? routine.definition() : routine.definition().substring(0, body);
    return NOT_VOLATILE.matcher(head).find();
  }
}
