package dev.releaseledger.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.access.AccessEvent;
import dev.releaseledger.domain.environment.EnvironmentEvent;
import dev.releaseledger.domain.project.ProjectEvent;
import dev.releaseledger.projections.EventName;
import dev.releaseledger.projections.timeline.Actions;
import dev.releaseledger.projections.timeline.Severities;
import dev.releaseledger.projections.timeline.Severity;
import dev.releaseledger.projections.timeline.Subjects;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an entry says besides its sentence, event by event. */
class EntriesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          release-advanced.json  | rel_01KFB32WG0AAAAAAAAAAAAAAAB
          token-issued.json      | tok_01KFB32WG0AAAAAAAAAAAAAAAG
          token-revoked.json     | tok_01KFB32WG0AAAAAAAAAAAAAAAG
          member-added.json      | dba
          role-revoked.bare.json | dba
          statement-applied.json |
          environment-frozen.json |
          """)
  void an_entry_names_the_one_thing_it_is_about(String file, @Nullable String subject) {
    assertThat(Sample.all())
        .filteredOn(sample -> sample.file().equals(file))
        .extracting(sample -> subject(sample.event()))
        .containsExactly(subject);
  }

  @Test
  void the_names_of_all_events_are_known() {
    assertThat(Actions.ALL).isEqualTo(EventTypes.byName().keySet());
  }

  @Test
  void what_there_is_most_of_never_wants_to_be_seen() {
    assertThat(Sample.all())
        .filteredOn(sample -> Actions.FREQUENT.contains(EventName.of(sample.event().getClass())))
        .isNotEmpty()
        .allSatisfy(sample -> assertThat(severity(sample.event())).isEqualTo(Severity.INFO));
  }

  @Test
  void every_severity_has_a_word() {
    assertThat(List.of(Severity.values()))
        .allSatisfy(severity -> assertThat(Severity.of(severity.word())).contains(severity));
    assertThat(Severity.of("loud")).isEmpty();
  }

  private static @Nullable String subject(Object event) {
    return switch (event) {
      case ProjectEvent it -> Subjects.of(it);
      case EnvironmentEvent it -> Subjects.of(it);
      case AccessEvent it -> Subjects.of(it);
      default -> throw new AssertionError("no event: " + event);
    };
  }

  private static Severity severity(Object event) {
    return switch (event) {
      case ProjectEvent it -> Severities.of(it);
      case EnvironmentEvent it -> Severities.of(it);
      case AccessEvent it -> Severities.of(it);
      default -> throw new AssertionError("no event: " + event);
    };
  }
}
