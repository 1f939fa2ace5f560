package dev.releaseledger.evidence.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.evidence.bundle.PeriodBundle;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the verifier reads of events is what the page about events says they have. */
class EventsPageTest {

  private static final Path DOCS = Path.of("../../docs");

  @Test
  void every_name_that_is_known_is_that_of_an_event() throws Exception {
    String page = Files.readString(DOCS.resolve("events.md"));
    List<String> names = new ArrayList<>();
    for (Field field : EventNames.class.getFields()) {
      names.add((String) field.get(null));
    }
    assertThat(names).hasSizeGreaterThan(20).anyMatch(PeriodBundle::carries);
    assertThat(names).allSatisfy(name -> assertThat(page).contains("\n## " + name + "\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "plan-proposed, rollout project environment planDigest base rehearsal review terms actor at",
    "plan-proposed, approvalsRequired",
    "plan-approved, rollout planDigest capacities signature actor at",
    "approval-withdrawn, rollout approver actor",
    "plan-rejected, rollout actor at",
    "ticket-linked, rollout reference",
    "emergency-declared, rollout reviewDue actor at",
    "emergency-reviewed, rollout",
    "apply-refused, refusal actor at",
    "apply-started, rollout planDigest fencingToken gates actor at",
    "apply-resumed, rollout fencingToken",
    "statement-applied, rollout sqlDigest",
    "apply-succeeded, rollout at",
    "drift-check-passed, rollout check observed at",
    "drift-detected, rollout check report actor at",
    "release-advanced, release project environment rollout previous cause ref schemas snapshots at",
    "backfill-recorded, rollout validated"
  })
  void every_field_that_is_read_is_one_that_the_event_has(String event, String fields)
      throws IOException {
    String page = Files.readString(DOCS.resolve("events.md"));
    String section = page.substring(page.indexOf("\n## " + event + "\n") + 1);
    int next = section.indexOf("\n## ");
    String own = next < 0 ? section : section.substring(0, next);
    assertThat(fields.split(" "))
        .allSatisfy(field -> assertThat(own).contains("\n| `" + field + "` |"));
  }

  @Test
  void the_terms_of_a_plan_have_the_members_that_are_read() throws IOException {
    String page = Files.readString(DOCS.resolve("events.md"));
    assertThat(List.of("capacities", "validForHours", "authors", "impact", "backfill"))
        .allSatisfy(member -> assertThat(page).contains("\n- `" + member + "`"));
  }

  @Test
  void refusals_of_self_approval_are_problems_that_there_are() {
    assertThat(List.of("own-plan", "own-commits", "duties-not-separated"))
        .allSatisfy(name -> assertThat(DOCS.resolve("problems").resolve(name + ".md")).exists());
  }
}
