package dev.releaseledger.domain.standards;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.plan.Severity;
import dev.releaseledger.domain.standards.Standard.GrammaticalNumber;
import dev.releaseledger.domain.standards.Standard.Letters;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StandardsDocumentTest {

  static Standards read(@Nullable Object document) {
    StandardsDocument read = StandardsDocument.of(document);
    assertThat(read).isInstanceOf(StandardsDocument.Read.class);
    return ((StandardsDocument.Read) read).standards();
  }

  private static List<String> mistakes(Object document) {
    StandardsDocument read = StandardsDocument.of(document);
    assertThat(read).isInstanceOf(StandardsDocument.Mistaken.class);
    return ((StandardsDocument.Mistaken) read).mistakes();
  }

  @Test
  void an_empty_document_asks_for_nothing() {
    assertThat(read(null)).isEqualTo(Standards.NONE);
    assertThat(read(Map.of("preset", "none")).asked()).isZero();
  }

  @Test
  void a_preset_asks_for_what_it_is_known_for() {
    Standards standards = read(Map.of("preset", "data-design"));
    assertThat(standards.asked()).isEqualTo(StandardCatalog.all().size());
    assertThat(standards.of("missing-primary-key").severity()).isEqualTo(Severity.ERROR);
    assertThat(standards.of("table-name").number()).isEqualTo(GrammaticalNumber.PLURAL);
    assertThat(read(Map.of("preset", "alembic")).of("primary-key-name").patterns())
        .containsExactly("pk_{table}");
  }

  @Test
  void every_rule_of_a_preset_is_in_the_catalog_and_knows_its_patterns() {
    for (Preset preset : Preset.values()) {
      Standards standards = preset.standards();
      assertThat(StandardCatalog.all().stream().map(StandardRule::slug))
          .containsAll(standards.rules().keySet());
      for (StandardRule rule : StandardCatalog.all()) {
        List<String> known = rule instanceof NameRule names ? names.placeholders() : List.of();
        assertThat(standards.of(rule.slug()).patterns())
            .allSatisfy(it -> assertThat(NamePattern.unknown(it, known)).isEmpty());
      }
    }
  }

  @Test
  void what_is_said_holds_and_the_rest_is_as_the_preset_has_it() {
    Standards standards =
        read(
            Map.of(
                "preset",
                "data-design",
                "exempt",
                List.of("audit_*"),
                "rules",
                Map.of(
                    "index-name",
                    Map.of("severity", "error"),
                    "foreign-key-name",
                    Map.of("pattern", List.of("{table}_{columns}_fkey"), "exempt", List.of("t")),
                    "column-name",
                    Map.of("number", "any", "case", "any"),
                    "json-column",
                    "error")));
    assertThat(standards.exempt()).containsExactly("audit_*");
    assertThat(standards.of("index-name"))
        .isEqualTo(Standard.named(Severity.ERROR, "idx_{table}_{columns}"));
    assertThat(standards.of("foreign-key-name").patterns())
        .containsExactly("{table}_{columns}_fkey");
    assertThat(standards.of("foreign-key-name").exempt()).containsExactly("t");
    assertThat(standards.of("column-name").number()).isEqualTo(GrammaticalNumber.ANY);
    assertThat(standards.of("column-name").letters()).isEqualTo(Letters.ANY);
    assertThat(standards.of("json-column")).isEqualTo(Standard.of(Severity.ERROR));
    assertThat(standards.of("check-name")).isEqualTo(Standard.named(Severity.WARNING));
  }

  @Test
  void one_pattern_may_stand_for_a_list() {
    assertThat(read(Map.of("rules", Map.of("index-name", Map.of("pattern", "i_{name}")))))
        .extracting(it -> it.of("index-name"))
        .isEqualTo(Standard.named(Severity.WARNING, "i_{name}"));
  }

  @Test
  void off_is_understood_also_where_yaml_takes_it_for_false() {
    Object document =
        Map.of("preset", "data-design", "rules", Map.of("json-column", false, "table-name", "off"));
    assertThat(read(document).asked()).isEqualTo(StandardCatalog.all().size() - 2);
  }

  @Test
  void every_mistake_is_told_at_once() {
    assertThat(
            mistakes(
                Map.of(
                    "preset",
                    "house",
                    "exempt",
                    "audit_log",
                    "rule",
                    1,
                    "rules",
                    Map.of(
                        "table-name",
                        Map.of("severity", "fatal", "number", "dual", "pattern", "t_{columns}"),
                        "json-column",
                        Map.of("pattern", "j"),
                        "index-name",
                        Map.of("number", "plural", "case", "kebab", "pattern", 3),
                        "check-name",
                        "loud",
                        "table-nme",
                        "error"))))
        .containsExactlyInAnyOrder(
            "preset must be one of: alembic, data-design, none",
            "exempt must be a list of texts",
            "rule is not a setting; there are: exempt, preset, rules",
            "rules.table-name.severity must be one of: error, info, off, warning",
            "rules.table-name.number must be one of: any, plural, singular",
            "rules.table-name.pattern has no {columns}; there are: {name}",
            "rules.json-column.pattern is not a setting; there are: exempt, severity",
            "rules.index-name.number is not a setting; there are: case, exempt, pattern, severity",
            "rules.index-name.case must be one of: any, snake_case",
            "rules.index-name.pattern must be a list of texts",
            "rules.check-name must be one of: error, info, off, warning",
            "rules.table-nme is not a setting; there are: check-name, column-name,"
                + " foreign-key-cascade-not-stated, foreign-key-name, foreign-key-without-index,"
                + " index-name, json-column, missing-primary-key, primary-key-name, table-name,"
                + " timestamp-without-time-zone, unique-name");
    assertThat(mistakes("strict")).containsExactly("it must be a group of settings");
    assertThat(mistakes(Map.of("rules", List.of("table-name"))))
        .containsExactly("rules must be a group of settings");
  }
}
