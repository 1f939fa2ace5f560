package dev.releaseledger.domain.risk.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.plan.Finding;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule notices what it is for, and keeps silent about what is like it. */
class EveryRuleTest {

  static List<Example> examples() {
    return Stream.of(
            AddingExamples.all(),
            ChangingExamples.all(),
            DroppingExamples.all(),
            KindExamples.all(),
            NoteExamples.all())
        .flatMap(List::stream)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void speaks_when_there_is_something_to_say(Example example) {
    List<Finding> findings = example.findings();
    if (!example.isNoticed()) {
      assertThat(findings).isEmpty();
      return;
    }
    assertThat(findings).hasSize(1);
    Finding finding = findings.getFirst();
    assertThat(finding.message()).contains(example.says()).doesNotContain("  ");
    assertThat(finding.message()).startsWith(finding.object());
    assertThat(finding.remedy()).endsWith(".");
  }

  @Test
  void each_rule_about_steps_has_an_example_of_both() {
    List<String> slugs = RuleCatalog.stepRules().stream().map(Rule::slug).toList();
    assertThat(slugs).isSorted().doesNotHaveDuplicates();
    assertThat(examples().stream().filter(Example::isNoticed).map(Example::rule))
        .containsAll(slugs);
    assertThat(examples().stream().filter(it -> !it.isNoticed()).map(Example::rule))
        .containsAll(slugs);
  }
}
