package dev.releaseledger.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.risk.rule.Rule;
import dev.releaseledger.domain.risk.rule.RuleCatalog;
import dev.releaseledger.domain.standards.StandardCatalog;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RulePagesTest {

  private static final SortedMap<String, Rule> RULES = new TreeMap<>();

  static {
    RuleCatalog.all().forEach(rule -> RULES.put(rule.slug(), rule));
    StandardCatalog.rules().forEach(rule -> RULES.put(rule.slug(), rule));
  }

  static Stream<String> rules() {
    return RULES.keySet().stream();
  }

  @Test
  void every_rule_has_a_page_and_every_page_is_a_rule() {
    assertThat(Pages.namesIn("docs/rules")).isEqualTo(RULES.keySet());
  }

  @Test
  void every_rule_is_in_the_index() {
    Pattern row = Pattern.compile("(?m)^\\| \\[([\\w-]+)]\\(\\1\\.md\\)");
    assertThat(Pages.found(row, Pages.text("docs/rules/README.md"))).isEqualTo(RULES.keySet());
  }

  @Test
  void the_index_says_the_risk_of_each_rule_and_whether_it_takes_force() {
    String index = Pages.text("docs/rules/README.md");
    for (Rule rule : RULES.values()) {
      String force = rule.force() == Rule.Force.NEEDED ? "needed" : "";
      assertThat(index)
          .contains(
              "| [%1$s](%1$s.md) | `%2$s` | %3$s |"
                  .formatted(rule.slug(), rule.risk().name().toLowerCase(Locale.ROOT), force));
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_page_says_what_is_noticed_why_it_matters_and_what_to_do(String rule) {
    String page = Pages.text("docs/rules/" + rule + ".md");

    assertThat(page).startsWith("# " + rule + "\n");
    assertThat(Pages.found(Pattern.compile("(?m)^## (.+)$"), page))
        .containsExactlyInAnyOrder("What it notices", "Why it matters", "Instead of", "Use");
  }
}
