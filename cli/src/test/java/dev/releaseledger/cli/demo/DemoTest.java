package dev.releaseledger.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.cli.LedgerCtl;
import dev.releaseledger.cli.session.Surroundings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void fails_and_leaves_everything_to_look_at_when_the_service_does_not_start(@TempDir Path home)
      throws Exception {
    Path jar = Files.createFile(home.resolve("broken.jar"));

    int code = demo(home, Map.of("LEDGER_APP_JAR", jar.toString()));

    assertThat(code).isEqualTo(1);
    assertThat(err.toString())
        .contains("The demo did not go as it is told: the service stopped by itself")
        .contains("broken.jar");
    Path left = folderLeft();
    assertThat(left.resolve("service.log")).content().contains("broken.jar");
    assertThat(left.resolve("shop/schema/10_customers.sql")).exists();
    Theatre.delete(left);
  }

  @Test
  void says_what_it_misses_before_it_makes_anything(@TempDir Path home) {
    assertThat(demo(home, Map.of())).isEqualTo(1);

    assertThat(err.toString()).contains("LEDGER_APP_JAR");
    assertThat(out.toString()).isEmpty();
  }

  private int demo(Path home, Map<String, String> variables) {
    Surroundings surroundings =
        new Surroundings(
            variables,
            home,
            home,
            new PrintWriter(out),
            new PrintWriter(err),
            false,
            false,
            InstantSource.system());
    return LedgerCtl.execute(surroundings, "demo");
  }

  private Path folderLeft() {
    Matcher left = Pattern.compile("is still in (\\S+)\\.\\n").matcher(out.toString());
    assertThat(left.find()).isTrue();
    return Path.of(left.group(1));
  }
}
