package dev.releaseledger.app.governing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.policy.Policy;
import dev.releaseledger.domain.policy.Policy.Marking;
import dev.releaseledger.domain.policy.PolicyDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page about policies against what is read. */
class PolicyPageTest {

  private static final Path PAGE = Path.of("..", "docs", "policies.md");
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n(.*?)```");

  @Test
  void every_setting_is_on_the_page() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(Policy.of(Marking.PRODUCTION).settings().keySet())
        .allSatisfy(path -> assertThat(page).contains("| `%s` |".formatted(path)));
  }

  @Test
  void every_example_is_a_policy() throws IOException {
    List<String> examples =
        EXAMPLE.matcher(Files.readString(PAGE)).results().map(it -> it.group(1)).toList();
    assertThat(examples).hasSize(3);
    assertThat(examples)
        .allSatisfy(example -> assertThat(read(example)).isInstanceOf(PolicyDocument.Read.class));
  }

  @Test
  void a_document_of_many_aliases_or_of_objects_is_none() {
    assertThat(read("marked: !!java.net.URL ['http://x']"))
        .isInstanceOf(PolicyDocument.Mistaken.class);
    assertThat(read("a: &a [1]\nb: [*a, *a]\nmarked: development"))
        .isInstanceOf(PolicyDocument.Mistaken.class);
    assertThat(read("x".repeat(200_000))).isInstanceOf(PolicyDocument.Mistaken.class);
    assertThat(read("")).isInstanceOf(PolicyDocument.Mistaken.class);
  }

  private static PolicyDocument read(String text) {
    return PolicyText.read(text, window -> List.of());
  }
}
