package dev.releaseledger.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.policy.Refusal;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemPagesTest {

  private static final Pattern CLIENT =
      Pattern.compile("(?:Problem\\.of|Problems\\.problem|\\bproblem)\\(\\s*\"([a-z-]+)\"");
  private static final Pattern PATH = Pattern.compile("\"/problems/([a-z-]+)\"");

  static Stream<Refusal> refusals() {
    return Refusals.bySlug().values().stream();
  }

  static Stream<String> pages() {
    return Pages.namesIn("docs/problems").stream();
  }

  @Test
  void every_problem_has_a_page_and_every_page_is_a_problem() {
    SortedSet<String> problems = new TreeSet<>(Refusals.bySlug().keySet());
    problems.addAll(named());

    assertThat(Pages.namesIn("docs/problems")).isEqualTo(problems);
  }

  @Test
  void problems_that_are_no_refusals_are_found_in_the_sources() {
    assertThat(named())
        .contains("fault", "forbidden", "unauthenticated", "unknown-path", "invalid-request")
        .contains("service-unreachable", "unreadable-context", "login-refused");
  }

  @Test
  void every_problem_is_in_the_index() {
    Pattern row = Pattern.compile("(?m)^\\| \\[([\\w-]+)]\\(\\1\\.md\\)");

    assertThat(Pages.found(row, Pages.text("docs/problems/README.md")))
        .isEqualTo(Pages.namesIn("docs/problems"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void the_page_of_a_refusal_names_its_category(Refusal refusal) {
    assertThat(Pages.text("docs/problems/" + refusal.slug() + ".md"))
        .contains("Category `" + refusal.category().word() + "`");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void a_page_says_what_happened_why_and_what_to_do(String problem) {
    String page = Pages.text("docs/problems/" + problem + ".md");

    assertThat(page).startsWith("# " + problem + "\n");
    assertThat(Pages.found(Pattern.compile("(?m)^## (.+)$"), page))
        .containsExactlyInAnyOrder("What happened", "Why", "What to do", "Example");
  }

  /** The problems that the service's REST layer and the client state by their names. */
  private static SortedSet<String> named() {
    String sources =
        Pages.filesBelow(List.of("ledger-app/src/main/java", "cli/src/main/java"), ".java").stream()
            .map(Pages::text)
            .collect(Collectors.joining("\n"));
    SortedSet<String> named = Pages.found(CLIENT, sources);
    named.addAll(Pages.found(PATH, sources));
    return named;
  }
}
