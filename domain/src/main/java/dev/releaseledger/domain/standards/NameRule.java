package dev.releaseledger.domain.standards;

import static dev.releaseledger.domain.standards.NamedParts.COLUMN;
import static dev.releaseledger.domain.standards.NamedParts.COLUMNS;
import static dev.releaseledger.domain.standards.NamedParts.NAME;
import static dev.releaseledger.domain.standards.NamedParts.REFERENCED_COLUMNS;
import static dev.releaseledger.domain.standards.NamedParts.REFERENCED_TABLE;
import static dev.releaseledger.domain.standards.NamedParts.TABLE;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Severity;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.ConstraintType;
import dev.releaseledger.domain.schema.Index;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Table;
import dev.releaseledger.domain.standards.Standard.GrammaticalNumber;
import dev.releaseledger.domain.standards.Standard.Letters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** Objects of one kind are not named as the project names them. */
final class NameRule extends StandardRule {

  private static final String SNAKE_CASE = "[a-z_][a-z0-9_]*";

  /** Others may be called after many, or by a verb, and still be one: downloads, tags, expires. */
  private static final String TEXT = "(text|character|uuid|([\\w\"]+\\.)?citext).*(?<!\\[])";

  private final Predicate<SchemaObject> about;
  private final boolean counts;
  private final List<String> placeholders;

  private NameRule(
      String slug, Predicate<SchemaObject> about, boolean counts, String... placeholders) {
    super(slug);
    this.about = about;
    this.counts = counts;
    this.placeholders = List.of(placeholders);
  }

  static NameRule ofTables() {
    return new NameRule("table-name", Table.class::isInstance, true, NAME);
  }

  static NameRule ofColumns() {
    return new NameRule("column-name", Column.class::isInstance, true, NAME, TABLE);
  }

  static NameRule ofIndexes() {
    return new NameRule("index-name", Index.class::isInstance, false, NAME, TABLE, COLUMN, COLUMNS);
  }

  static NameRule ofPrimaryKeys() {
    return ofConstraints("primary-key-name", ConstraintType.PRIMARY_KEY, COLUMN, COLUMNS);
  }

  static NameRule ofUniques() {
    return ofConstraints("unique-name", ConstraintType.UNIQUE, COLUMN, COLUMNS);
  }

  static NameRule ofForeignKeys() {
    return ofConstraints(
        "foreign-key-name",
        ConstraintType.FOREIGN_KEY,
        COLUMN,
        COLUMNS,
        REFERENCED_TABLE,
        REFERENCED_COLUMNS);
  }

  static NameRule ofChecks() {
    return ofConstraints("check-name", ConstraintType.CHECK);
  }

  private static NameRule ofConstraints(String slug, ConstraintType type, String... more) {
    List<String> placeholders = new ArrayList<>(List.of(NAME, TABLE));
    placeholders.addAll(List.of(more));
    return new NameRule(
        slug,
        it -> it instanceof Constraint constraint && constraint.type() == type,
        false,
        placeholders.toArray(String[]::new));
  }

  /** Whether its names can be asked to say one or many. */
  boolean counts() {
    return counts;
  }

  /** What its patterns may have in braces. */
  List<String> placeholders() {
    return placeholders;
  }

  @Override
  Standard usual() {
    return Standard.named(Severity.WARNING);
  }

  @Override
  List<Finding> judge(SchemaObject object, Standard standard, Context context) {
    if (!about.test(object)) {
      return List.of();
    }
    String name = NamedParts.name(object);
    List<String> faults = new ArrayList<>();
    List<String> remedies = new ArrayList<>();
    Map<String, List<String>> words = NamedParts.of(object, Scope.table(object));
    if (standard.letters() == Letters.SNAKE_CASE && !isSnakeCase(name, object, words)) {
      faults.add("is not in snake_case");
      remedies.add("Use small letters, digits and underscores.");
    }
    if (counts(object) && !EnglishNumber.fits(name, standard.number())) {
      String number = standard.number().name().toLowerCase(Locale.ROOT);
      faults.add("is not in the %s".formatted(number));
      remedies.add(
          standard.number() == GrammaticalNumber.PLURAL
              ? "Name it after what its rows are, together."
              : "Name it after the one value that a row has there.");
    }
    List<NamePattern> patterns = standard.patterns().stream().map(NamePattern::new).toList();
    if (!patterns.isEmpty() && patterns.stream().noneMatch(it -> it.fits(name, words))) {
      faults.add("is not named as " + String.join(" or ", standard.patterns()));
      remedies.add(
          "Name it %s."
              .formatted(
                  String.join(
                      " or ",
                      patterns.stream().map(it -> it.expected(words)).distinct().toList())));
    }
    return faults.isEmpty()
        ? List.of()
        : notice(object, String.join(", and ", faults), String.join(" ", remedies));
  }

  /** What others have in capital letters is said of them, and not of what is named after them. */
  private static boolean isSnakeCase(
      String name, SchemaObject object, Map<String, List<String>> words) {
    String own = name;
    if (object instanceof Constraint || object instanceof Index) {
      for (String word : words.values().stream().flatMap(List::stream).toList()) {
        own = own.replace(word, word.toLowerCase(Locale.ROOT));
      }
    }
    return own.matches(SNAKE_CASE);
  }

  private static boolean counts(SchemaObject object) {
    return object instanceof Table || object instanceof Column it && it.type().matches(TEXT);
  }
}
