package dev.releaseledger.app.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.app.document.Yaml;
import dev.releaseledger.domain.risk.rule.Rule;
import dev.releaseledger.domain.standards.StandardCatalog;
import dev.releaseledger.domain.standards.Standards;
import dev.releaseledger.domain.standards.StandardsDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page about standards against what is read. */
class StandardsPageTest {

  private static final Path PAGE = Path.of("..", "docs", "standards.md");
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n(.*?)```");
  private static final Pattern RULE = Pattern.compile("(?m)^\\| \\[([\\w-]+)]\\(rules/\\1\\.md\\)");

  private static Standards read(String yaml) {
    assertThat(Yaml.read(yaml)).isInstanceOf(Yaml.Read.class);
    StandardsDocument document = StandardsDocument.of(((Yaml.Read) Yaml.read(yaml)).value());
    assertThat(document).as(yaml).isInstanceOf(StandardsDocument.Read.class);
    return ((StandardsDocument.Read) document).standards();
  }

  @Test
  void every_example_says_standards() throws IOException {
    List<String> examples =
        EXAMPLE
            .matcher(Files.readString(PAGE))
            .results()
            .map((MatchResult it) -> it.group(1))
            .toList();
    assertThat(examples).hasSize(4);
    assertThat(examples).allSatisfy(example -> assertThat(read(example).asked()).isPositive());
  }

  @Test
  void every_rule_is_on_the_page() throws IOException {
    assertThat(RULE.matcher(Files.readString(PAGE)).results().map(it -> it.group(1)))
        .containsExactlyElementsOf(StandardCatalog.rules().stream().map(Rule::slug).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"data-design", "alembic"})
  void a_preset_is_what_the_page_says(String preset) throws IOException {
    Pattern written =
        Pattern.compile("(?s)`" + preset + "`[^`\n]*(?:`[^`]*`[^`\n]*)*:?.?\n\n```yaml\n(.*?)```");
    String example =
        written
            .matcher(Files.readString(PAGE))
            .results()
            .map(it -> it.group(1))
            .findFirst()
            .orElseThrow();
    assertThat(read("preset: " + preset)).isEqualTo(read(example));
  }
}
