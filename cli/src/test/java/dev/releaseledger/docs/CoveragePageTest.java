package dev.releaseledger.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.schema.ObjectKind;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page about coverage promises what the model knows and what golden cases try. */
class CoveragePageTest {

  private static final String PAGE = Pages.text("docs/coverage.md");
  private static final Pattern CASE = Pattern.compile("`([a-z0-9_]+)`");
  private static final String GOLDEN = "ledger-app/src/test/resources/golden/";

  record Row(String kinds, String cases) {}

  static List<Row> rows() {
    return Pages.section(PAGE, "Covered")
        .lines()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| kind |"))
        .map(line -> line.split("\\|", -1))
        .map(cells -> new Row(cells[1].strip(), cells[3].strip()))
        .toList();
  }

  @Test
  void every_kind_has_a_row_and_every_row_is_of_a_kind() {
    assertThat(rows().stream().flatMap(row -> Arrays.stream(row.kinds().split(", "))))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(ObjectKind.values())
                .flatMap(CoveragePageTest::words)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void what_is_not_covered_is_said_to_block() {
    assertThat(Pages.section(PAGE, "Found and named, and blocks"))
        .contains("Base types and shell types");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void every_row_names_golden_cases_that_exist(Row row) {
    var cases = Pages.found(CASE, row.cases());
    assertThat(cases).isNotEmpty();
    assertThat(cases).allSatisfy(it -> assertThat(Pages.at(GOLDEN + it)).isDirectory());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void the_cases_of_a_row_make_what_it_is_about(Row row) {
    String made =
        Pages.found(CASE, row.cases()).stream()
            .flatMap(it -> Stream.of(GOLDEN + it + "/before.sql", GOLDEN + it + "/after.sql"))
            .map(Pages::text)
            .collect(Collectors.joining());
    Arrays.stream(ObjectKind.values())
        .filter(kind -> kind.keywords() != null)
        .filter(kind -> words(kind).anyMatch(List.of(row.kinds().split(", "))::contains))
        .forEach(kind -> assertThat(made).contains("CREATE " + kind.keywords()));
  }

  /** The words for a kind; a new kind does not compile before it has some. */
  private static Stream<String> words(ObjectKind kind) {
    return switch (kind) {
      case BASE_TYPE, SHELL_TYPE -> Stream.empty();
      case ENUM -> Stream.of("enum type");
      case ROUTINE -> Stream.of("function", "procedure");
      case PRIVILEGES, DEFAULT_PRIVILEGES -> Stream.of("privileges", "default privileges");
      case REPLICA_IDENTITY, CLUSTERING, TYPING, INHERITANCE, ATTACHMENT -> Stream.of("table");
      case INDEX_ATTACHMENT -> Stream.of("index");
      case COLUMN_DEFAULT -> Stream.of("column");
      case OWNERSHIP -> Stream.of("sequence");
      case PUBLICATION_TABLE, PUBLICATION_SCHEMA -> Stream.of("publication");
      case SCHEMA, EXTENSION, COLLATION, RANGE, DOMAIN, COMPOSITE, SEQUENCE -> label(kind);
      case AGGREGATE, LANGUAGE, OPERATOR, ACCESS_METHOD, OPERATOR_FAMILY -> label(kind);
      case OPERATOR_CLASS, CAST, TRANSFORM, CONVERSION, TEXT_SEARCH_PARSER -> label(kind);
      case TEXT_SEARCH_TEMPLATE, TEXT_SEARCH_DICTIONARY, TEXT_SEARCH_CONFIGURATION -> label(kind);
      case FOREIGN_DATA_WRAPPER, SERVER, USER_MAPPING, TABLE, COLUMN, VIEW -> label(kind);
      case MATERIALIZED_VIEW, CONSTRAINT, INDEX, TRIGGER, RULE, POLICY -> label(kind);
      case STATISTICS, PUBLICATION, EVENT_TRIGGER -> label(kind);
    };
  }

  private static Stream<String> label(ObjectKind kind) {
    return Stream.of(kind.label());
  }
}
