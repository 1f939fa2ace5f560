package dev.releaseledger.app.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.app.sealing.LiveReport.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page about the checks of the running ledger, held to them. */
class LivePageTest {

  @ParameterizedTest
  @EnumSource
  void every_check_is_on_the_page_in_its_own_words(Check check) throws IOException {
    assertThat(Files.readString(Path.of("../docs/evidence/live.md")))
        .contains("| `%s` | %s |\n".formatted(check.word(), check.asks()));
  }
}
