package dev.releaseledger.sources;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The format gate of the build; {@code -Dformat=write} repairs what it finds. */
class SourceFormatTest {

  @Test
  void every_source_file_is_formatted() throws IOException, FormatterException {
    SourceFormat sources = new SourceFormat(Path.of("..").toRealPath());
    if (System.getProperty("ledger.format", "check").equals("write")) {
      for (Path file : sources.unformatted()) {
        SourceFormat.rewrite(file);
        System.out.println("Formatted " + file);
      }
    }

    assertThat(sources.unformatted())
        .as("unformatted; ./mvnw -Dformat=write -pl domain test -Dtest=SourceFormatTest fixes it")
        .isEmpty();
  }

  @Test
  void the_gate_looks_at_main_and_test_sources_of_every_module() throws IOException {
    Path project = Path.of("..").toRealPath();

    assertThat(new SourceFormat(project).files().stream().map(project::relativize))
        .extracting(SourceFormatTest::sourceSet)
        .contains("domain/main", "domain/test", "domain/evidence/main", "projections/main")
        .contains("projections/test", "ledger-app/main", "cli/main");
  }

  private static String sourceSet(Path file) {
    String path = file.toString().replace('\\', '/');
    return path.substring(0, path.indexOf("/java/")).replace("src/", "");
  }

  @Test
  void an_unused_import_is_removed() throws FormatterException {
    assertThat(
            SourceFormat.formatted(
                "import java.util.List;\nimport java.util.Map;\n\nclass A {\n  Map<?, ?> m;\n}\n"))
        .isEqualTo("import java.util.Map;\n\nclass A {\n  Map<?, ?> m;\n}\n");
  }

  @Test
  void a_badly_laid_out_file_and_one_that_is_not_java_are_both_named(@TempDir Path project)
      throws IOException {
    Path sources = Files.createDirectories(project.resolve("module/src/main/java"));
    Files.writeString(sources.resolve("Good.java"), "class Good {}\n");
    Path bad = Files.writeString(sources.resolve("Bad.java"), "class  Bad { }\n");
    Path broken = Files.writeString(sources.resolve("Broken.java"), "class {\n");

    assertThat(new SourceFormat(project).unformatted()).containsExactly(bad, broken);
  }
}
