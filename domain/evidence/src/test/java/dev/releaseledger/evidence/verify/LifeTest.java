package dev.releaseledger.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.evidence.bundle.SampleEvidence;
import dev.releaseledger.evidence.bundle.SampleStory;
import dev.releaseledger.evidence.bundle.Told;
import dev.releaseledger.evidence.event.Entry;
import dev.releaseledger.evidence.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A rollout goes the one way from its proposal to its release. */
class LifeTest {

  private static final String ROLLOUT =
      "\"project\":\"shop\",\"environment\":\"production\",\"rollout\":\"rol_1\"";

  /** Of the rollout of the sample: its events without those of others. */
  private static final List<Told> COURSE =
      SampleStory.all().subList(SampleEvidence.FIRST, SampleEvidence.LAST + 1).stream()
          .filter(told ->
              told.payload().find("rollout") instanceof Json.Str(String id) && id.equals("rol_1"))
          .toList();

  @Test
  void the_rollout_of_the_sample_came_to_its_release() {
    assertThat(life(COURSE).result()).isEqualTo(Result.PASSED);
    assertThat(life(COURSE).detail()).doesNotContain("emergency");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plan-proposed",
        "plan-approved",
        "apply-started",
        "apply-succeeded",
        "release-advanced"
      })
  void without_any_of_its_steps_it_did_not(String step) {
    assertThat(life(COURSE.stream().filter(told -> !told.name().equals(step)).toList()).result())
        .isEqualTo(Result.FAILED);
  }

  @ParameterizedTest
  @CsvSource({
    "plan-proposed,      plan-approved",
    "plan-approved,      apply-succeeded",
    "approval-withdrawn, stage-started",
    "plan-deferred,      stage-started",
    "emergency-declared, stage-started",
    "apply-started,      apply-succeeded",
    "apply-resumed,      apply-started",
    "stage-started,      apply-started",
    "statement-applied,  apply-started",
    "apply-succeeded,    apply-started",
    "release-advanced,   apply-succeeded",
    "plan-commented,     plan-proposed",
    "emergency-reviewed, plan-proposed",
    "drift-check-passed, plan-proposed"
  })
  void a_step_out_of_its_turn_is_noticed(String step, String before) {
    assertThat(life(inserted(step, before)).result()).isEqualTo(Result.FAILED);
  }

  @ParameterizedTest
  @CsvSource({
    "plan-commented,     apply-started",
    "plan-deferred,      apply-started",
    "apply-resumed,      apply-succeeded",
    "statement-applied,  apply-succeeded",
    "emergency-reviewed, apply-succeeded",
    "backfill-recorded,  release-advanced"
  })
  void a_step_in_its_turn_is_fine(String step, String before) {
    assertThat(life(inserted(step, before)).result()).isEqualTo(Result.PASSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plan-rejected",
        "plan-invalidated",
        "rollout-aborted",
        "rollout-expired",
        "apply-failed"
      })
  void after_its_end_nothing_follows(String end) {
    assertThat(life(inserted(end, "apply-started")).result()).isEqualTo(Result.FAILED);
    List<Told> commented = new ArrayList<>(COURSE.subList(0, 1));
    commented.add(step(end));
    assertThat(life(commented).detail()).isEqualTo("the rollout did not come to its release");
    commented.add(step("plan-commented"));
    assertThat(life(commented).detail()).contains("after the end");
  }

  @Test
  void a_resumed_apply_has_a_newer_lease() {
    assertThat(life(inserted(step("apply-resumed").with("fencingToken", Json.Num.of(1)))).detail())
        .isEqualTo("a lease is not newer than the one before");
    assertThat(life(inserted(step("apply-resumed").with("fencingToken", Json.Num.of(2)))).result())
        .isEqualTo(Result.PASSED);
  }

  @Test
  void an_apply_with_a_lease_of_none_is_noticed() {
    List<Told> course =
        COURSE.stream()
            .map(told ->
                told.name().equals("apply-started")
                    ? told.with("fencingToken", Json.Num.of(0))
                    : told)
            .toList();
    assertThat(life(course).detail()).isEqualTo("a lease is not newer than the one before");
  }

  @Test
  void drift_after_the_apply_keeps_it_from_its_release() {
    List<Told> course = new ArrayList<>(COURSE);
    course.add(course.size() - 1, step("drift-detected").with("check", Life.POST_APPLY));
    assertThat(life(course).result()).isEqualTo(Result.FAILED);
    course.add(course.size() - 1, step("drift-check-passed").with("check", Life.POST_APPLY));
    assertThat(life(course).result()).isEqualTo(Result.PASSED);
  }

  @Test
  void in_an_emergency_nobody_has_to_approve_and_that_is_said() {
    List<Told> course =
        inserted("emergency-declared", "apply-started").stream()
            .filter(told -> !told.name().equals("plan-approved"))
            .toList();
    assertThat(life(course).result()).isEqualTo(Result.PASSED);
    assertThat(life(course).detail()).endsWith(", in an emergency");
  }

  private static Finding life(List<Told> course) {
    List<Entry> entries = SampleCourse.entries(course, 0, course.size() - 1);
    return SampleCourse.made(Check.LIFE, () -> Life.of(entries));
  }

  private static List<Told> inserted(Told step) {
    List<Told> course = new ArrayList<>(COURSE);
    course.add(place("apply-succeeded"), step);
    return course;
  }

  private static List<Told> inserted(String step, String before) {
    List<Told> course = new ArrayList<>(COURSE);
    course.add(place(before), step(step));
    return course;
  }

  private static int place(String event) {
    return COURSE.stream().map(Told::name).toList().indexOf(event);
  }

  /** An event of this name, with what the sample says in one of that name. */
  private static Told step(String name) {
    Told told =
        COURSE.stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseGet(() -> SampleStory.told(name, ROLLOUT, "act_2", "09:30:00Z"));
    return name.equals("apply-resumed") || name.equals("apply-started")
        ? told.with("fencingToken", Json.Num.of(7))
        : told;
  }
}
