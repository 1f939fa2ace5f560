package dev.releaseledger.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.evidence.bundle.BundleKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page for auditors names every check, in their order and in their words, and no other. */
class VerifyingPageTest {

  @Test
  void the_page_names_every_check_as_reports_do() throws IOException {
    String page = Files.readString(Path.of("../../docs/evidence/verifying.md"));
    String section = page.substring(page.indexOf("## The checks"));
    List<String> rows =
        section
            .substring(0, section.indexOf("\nWhat is behind"))
            .lines()
            .filter(line -> line.startsWith("| `"))
            .toList();
    assertThat(rows).isEqualTo(Arrays.stream(Check.values()).map(VerifyingPageTest::row).toList());
  }

  @Test
  void the_page_names_every_outcome_and_result() throws IOException {
    String page = Files.readString(Path.of("../../docs/evidence/verifying.md"));
    assertThat(page)
        .contains(Arrays.stream(Outcome.values()).map(it -> "`" + it.word() + "`").toList());
    assertThat(page)
        .contains(Arrays.stream(Result.values()).map(it -> "`" + it.word() + "`").toList());
  }

  private static String row(Check check) {
    boolean release = check.isFor(BundleKind.RELEASE);
    boolean period = check.isFor(BundleKind.PERIOD);
    String of = release && period ? "both" : release ? "release" : "period";
    return "| `" + check.id() + "` | " + check.sentence() + " | " + of + " |";
  }
}
