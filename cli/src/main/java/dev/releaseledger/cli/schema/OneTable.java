package dev.releaseledger.cli.schema;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.releaseledger.cli.api.LedgerProblem;
import dev.releaseledger.cli.api.Problem;
import java.util.regex.Pattern;

/** Narrows a schema to the statements whose subject is one table. */
final class OneTable {
  private final String table;
  private final Pattern subject;

  OneTable(String table) {
    this.table = table;
    String name = name(table);
    this.subject =
        Pattern.compile(
            "(?is)(\\s|--[^\\n]*\\n)*("
                + "CREATE\\s+(UNLOGGED\\s+)?TABLE\\s+"
                + name
                + "|ALTER\\s+TABLE\\s+(ONLY\\s+)?"
                + name
                + "|COMMENT\\s+ON\\s+(TABLE\\s+|COLUMN\\s+)"
                + name
                + "|(CREATE|COMMENT\\s+ON)\\s[^;(]*?\\sON\\s+(ONLY\\s+)?"
                + name
                + ").*");
  }

  JsonNode of(JsonNode schema) {
    ObjectNode narrowed = schema.deepCopy();
    boolean found = false;
    for (JsonNode connection : narrowed.path("connections")) {
      String sql =
          SqlStatements.of(connection.path("sql").asText()).stream()
              .filter(statement -> subject.matcher(statement).matches())
              .collect(joining("\n"));
      ((ObjectNode) connection).put("sql", sql);
      keepTable((ArrayNode) connection.withArray("objects"));
      found |= !sql.isEmpty();
    }
    if (!found) {
      throw new LedgerProblem(
          Problem.of(
              "no-such-table",
              "not_found",
              "There is no table " + table,
              "No connection of the environment has a table of that name in this schema.",
              "See all there is with `ledgerctl schema show`."));
    }
    return narrowed;
  }

  private void keepTable(ArrayNode objects) {
    for (int i = objects.size() - 1; i >= 0; i--) {
      String object = objects.get(i).path("name").asText();
      if (!object.equals(table) && !object.endsWith("." + table)) {
        JsonNode unused = objects.remove(i);
      }
    }
  }

  /** A name without a schema stands for the table of that name in any schema. */
  private static String name(String table) {
    String schema = table.contains(".") ? "" : "(\"?[^\\s\".(]+\"?\\.)?";
    String parts =
        Pattern.compile("\\.")
            .splitAsStream(table)
            .map(part -> "\"?" + Pattern.quote(part) + "\"?")
            .collect(joining("\\."));
    return schema + parts + "(?![\\w\"$])";
  }
}
