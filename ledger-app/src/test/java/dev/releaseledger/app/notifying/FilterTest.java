package dev.releaseledger.app.notifying;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.access.Scope;
import dev.releaseledger.projections.timeline.Occurrence;
import dev.releaseledger.projections.timeline.Severity;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which entries a subscription gets: those of its place, its kinds and its severity. */
class FilterTest {

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // where it is | which kinds and severity | what happens where | told
        "-,    -,    '',             info,    shop, prod, true",
        "-,    -,    '',             info,    shop, -,    true",
        "-,    -,    '',             info,    -,    -,    true",
        "shop, -,    '',             info,    shop, prod, true",
        "shop, -,    '',             info,    shop, -,    true",
        "shop, -,    '',             info,    bank, prod, false",
        "shop, -,    '',             info,    bank, -,    false",
        "shop, -,    '',             info,    -,    -,    false",
        "shop, prod, '',             info,    shop, prod, true",
        "shop, prod, '',             info,    shop, dev,  false",
        "shop, prod, '',             info,    shop, -,    false",
        "shop, prod, '',             info,    bank, prod, false",
        "shop, prod, '',             info,    -,    -,    false",
        "-,    -,    apply-failed,   info,    shop, prod, true",
        "-,    -,    plan-approved,  info,    shop, prod, false",
        "-,    -,    plan-approved apply-failed, info, shop, prod, true",
        "-,    -,    '',             warning, shop, prod, true",
        "-,    -,    '',             critical, shop, prod, false",
        "-,    -,    apply-failed,   critical, shop, prod, false"
      })
  void an_entry_is_told_or_not(
      String project,
      String environment,
      String kinds,
      String severity,
      String inProject,
      String inEnvironment,
      boolean expected) {
    List<String> wanted = kinds.isEmpty() ? List.of() : Arrays.asList(kinds.split(" "));
    Filter filter =
        new Filter(
            new Scope(project, environment),
            wanted,
            Severity.valueOf(severity.toUpperCase(Locale.ROOT)));
    Occurrence warning =
        new Occurrence(
            Severity.WARNING, inProject, inEnvironment, null, null, "act_1", Instant.EPOCH);

    assertThat(filter.takes("apply-failed", warning)).isEqualTo(expected);
  }
}
