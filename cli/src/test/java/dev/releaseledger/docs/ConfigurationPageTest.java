package dev.releaseledger.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.app.settings.LedgerSettings;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {

  private static final String PAGE = Pages.text("docs/configuration.md");
  private static final Pattern VARIABLE = Pattern.compile("\\b(LEDGER_[A-Z]+(?:_[A-Z]+)*)\\b");

  @Test
  void every_variable_of_the_program_is_described_and_every_one_described_exists() {
    assertThat(Pages.found(VARIABLE, PAGE)).isEqualTo(Pages.found(VARIABLE, program()));
  }

  @Test
  void every_variable_of_the_tests_is_described_for_contributors() {
    SortedSet<String> tests =
        Pages.found(
            VARIABLE,
            text(
                Pages.filesBelow(
                    List.of(
                        "domain/src/test",
                        "domain/evidence/src/test",
                        "projections/src/test",
                        "ledger-app/src/test"),
                    ".java")));
    tests.removeAll(Pages.found(VARIABLE, program()));

    assertThat(Pages.found(VARIABLE, Pages.text("CONTRIBUTING.md"))).isEqualTo(tests);
  }

  @Test
  void every_property_is_described_and_every_one_described_exists() {
    SortedSet<String> properties = new TreeSet<>();
    collect("ledger", LedgerSettings.class, properties);

    assertThat(Pages.found(Pattern.compile("\\| `(ledger\\.[a-z.-]+)` \\|"), PAGE))
        .isEqualTo(properties);
  }

  private static void collect(String prefix, Class<?> type, SortedSet<String> into) {
    for (RecordComponent component : type.getRecordComponents()) {
      String name = prefix + "." + kebab(component.getName());
      if (component.getType().isRecord()) {
        collect(name, component.getType(), into);
      } else {
        into.add(name);
      }
    }
  }

  private static String kebab(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  private static String program() {
    List<Path> files = new ArrayList<>();
    files.add(Pages.at("ledgerctl"));
    List<String> folders =
        List.of("domain/src/main", "projections/src/main", "ledger-app/src/main", "cli/src/main");
    files.addAll(Pages.filesBelow(folders, ".java"));
    files.addAll(Pages.filesBelow(folders, ".yaml"));
    return text(files);
  }

  private static String text(List<Path> files) {
    return files.stream().map(Pages::text).collect(Collectors.joining("\n"));
  }
}
