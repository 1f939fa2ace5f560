package dev.releaseledger.domain.standards;

import dev.releaseledger.domain.plan.QualifiedName;
import dev.releaseledger.domain.risk.cost.Definitions;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.ConstraintType;
import dev.releaseledger.domain.schema.Index;
import dev.releaseledger.domain.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the words in objects that their names may be made of. */
final class NamedParts {

  static final String NAME = "{name}";
  static final String TABLE = "{table}";
  static final String COLUMN = "{column}";
  static final String COLUMNS = "{columns}";
  static final String REFERENCED_TABLE = "{referenced_table}";
  static final String REFERENCED_COLUMNS = "{referenced_columns}";

  private static final Pattern PLAIN_COLUMN =
      Pattern.compile("(?:PERIOD )?(\"(?:[^\"]|\"\")+\"|[\\w$]+)(?: .*)?");

  private NamedParts() {}

  /** The name of an object, without its schema, its table and its quotes. */
  static String name(SchemaObject object) {
    return local(object.id().identity());
  }

  /** The last part of a qualified name. */
  static String local(String identity) {
    return QualifiedName.plain(QualifiedName.parse(identity).last());
  }

  /** The words for each placeholder that has some. */
  static Map<String, List<String>> of(SchemaObject object, String table) {
    Map<String, List<String>> words = new HashMap<>();
    words.put(TABLE, List.of(local(table)));
    switch (object) {
      case Index it -> {
        columns(Definitions.columns(it.definition()), words);
        if (isMoreThanColumns(it.definition())) {
          words.computeIfPresent(COLUMNS, (placeholder, columns) -> more(columns));
          words.computeIfPresent(COLUMN, (placeholder, columns) -> more(columns));
        }
      }
      case Constraint it when it.type() != ConstraintType.CHECK -> {
        columns(Definitions.columns(it.definition()), words);
        words.put(REFERENCED_TABLE, List.of(local(Definitions.referencedTable(it.definition()))));
        words.put(REFERENCED_COLUMNS, all(Definitions.referenced(it.definition())));
      }
      default -> {}
    }
    return words;
  }

  /** Of such there may be several on the same columns, and their names have to differ. */
  private static boolean isMoreThanColumns(String definition) {
    return definition.contains(" WHERE ") || !definition.contains(" USING btree (");
  }

  private static List<String> more(List<String> columns) {
    List<String> more = new ArrayList<>(columns);
    more.add(NamePattern.MORE);
    return more;
  }

  private static void columns(List<String> items, Map<String, List<String>> words) {
    List<String> columns = all(items);
    words.put(COLUMNS, columns);
    words.put(COLUMN, columns.subList(0, Math.min(1, columns.size())));
  }

  private static List<String> all(List<String> items) {
    return items.stream().map(NamedParts::column).toList();
  }

  /** The name of a column, or nothing where an expression is indexed: that has no name. */
  private static String column(String item) {
    Matcher matcher = PLAIN_COLUMN.matcher(item);
    return matcher.matches() ? QualifiedName.plain(matcher.group(1)) : NamePattern.FREE;
  }
}
