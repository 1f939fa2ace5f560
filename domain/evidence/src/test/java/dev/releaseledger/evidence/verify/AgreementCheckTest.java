package dev.releaseledger.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.evidence.attestation.Statement;
import dev.releaseledger.evidence.attestation.Subject;
import dev.releaseledger.evidence.attestation.release.SchemaRelease;
import dev.releaseledger.evidence.bundle.SampleStory;
import dev.releaseledger.evidence.event.Entry;
import dev.releaseledger.evidence.event.EventNames;
import dev.releaseledger.evidence.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By somebody who has the keys: each field that events know of is held to what they say. */
class AgreementCheckTest {
  private static final Content NO_FILES = new Content(new TreeMap<>());

  private static final SchemaRelease SAID = SampleCourse.said();
  private static final List<Entry> ENTRIES = SampleCourse.entries();

  @Test
  void what_is_truly_said_agrees() {
    assertThat(agreement(SAID, ENTRIES).result()).isEqualTo(Result.PASSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "release.id",
        "release.project",
        "release.commit",
        "environment",
        "previousRelease.id",
        "requester.actorRef",
        "approvals[0].actorRef",
        "approvals[0].signature",
        "apply.actorRef"
      })
  void another_text_is_noticed(String field) {
    assertNoticed(field, new Json.Str("other"), field + " is ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "release.releasedAt",
        "requester.at",
        "approvals[0].at",
        "apply.startedAt",
        "apply.finishedAt",
        "verification.at"
      })
  void another_time_is_noticed(String field) {
    String other = "2026-06-01T10:00:03Z";
    assertNoticed(field, new Json.Str(other), field + " is " + other);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "release.schemaFingerprint",
        "previousRelease.schemaFingerprint",
        "change.planDigest",
        "approvals[0].planDigest",
        "apply.planDigest",
        "apply.executedDigest",
        "verification.snapshotDigest"
      })
  void another_digest_is_noticed(String field) {
    assertNoticed(field, new Json.Str(SampleStory.digest("other")), field + " is ");
  }

  @Test
  void another_decision_is_noticed() {
    assertNoticed("approvals[0].decision", new Json.Str("rejected"), "approvals[0].decision is ");
    assertNoticed("gate.verdict", new Json.Str("overridden"), "gate.verdict is ");
    assertNoticed("change.emergency", new Json.Bool(true), "change.emergency is true");
    assertNoticed("verification.driftResult", new Json.Str("found"), "the statement says drift");
  }

  @Test
  void a_ticket_that_nobody_linked_is_noticed() {
    assertNoticed("change.ticket", new Json.Str("SHOP-8"), "no event links the ticket");
  }

  @Test
  void an_approval_that_the_events_do_not_have_is_noticed() {
    assertThat(agreement(SAID, without(EventNames.PLAN_APPROVED)).detail())
        .startsWith("the number of approvals is 1");
  }

  @Test
  void a_comparison_before_the_apply_is_not_one_after_it() {
    List<Entry> entries = new ArrayList<>(ENTRIES);
    entries.removeIf(entry -> entry.text("check").filter(Life.POST_APPLY::equals).isPresent());

    assertThat(agreement(SAID, entries).detail()).isEqualTo("no comparison followed the apply");
  }

  @ParameterizedTest
  @ValueSource(strings = {"project", "environment"})
  void a_plan_that_was_proposed_elsewhere_is_noticed(String field) {
    List<Entry> entries =
        ENTRIES.stream()
            .map(entry -> entry.is(EventNames.PLAN_PROPOSED) ? saying(entry, field) : entry)
            .toList();

    assertThat(agreement(SAID, entries).detail()).startsWith(field + " is ");
  }

  private static void assertNoticed(String field, Json value, String detail) {
    Finding finding = agreement(saying(field, value), ENTRIES);
    assertThat(finding.result()).isEqualTo(Result.FAILED);
    assertThat(finding.detail()).startsWith(detail);
  }

  private static Finding agreement(SchemaRelease said, List<Entry> entries) {
    return SampleCourse.made(
        Check.AGREEMENT, () -> new AgreementCheck(Course.of(said, entries), NO_FILES).of());
  }

  private static List<Entry> without(String event) {
    return ENTRIES.stream().filter(entry -> !entry.is(event)).toList();
  }

  private static Entry saying(Entry entry, String field) {
    return new Entry(
        entry.index(), entry.leaf(), with(entry.payload(), List.of(field), new Json.Str("other")));
  }

  /** The statement with another value at a place such as {@code approvals[0].at}. */
  private static SchemaRelease saying(String field, Json value) {
    Statement truly = SAID.about(List.of(Subject.of("x", new byte[0])));
    List<String> path = List.of(field.replace("[0]", "").split("\\.", -1));
    return SchemaRelease.read(
            new Statement(
                truly.subjects(), truly.predicateType(), with(truly.predicate(), path, value)))
        .orThrow();
  }

  private static Json.Obj with(Json.Obj object, List<String> path, Json value) {
    SortedMap<String, Json> members = new TreeMap<>(object.members());
    String name = path.getFirst();
    members.put(name, path.size() == 1 ? value : within(object.get(name), path, value));
    return new Json.Obj(members);
  }

  private static Json within(Json inner, List<String> path, Json value) {
    List<String> rest = path.subList(1, path.size());
    return switch (inner) {
      case Json.Obj object -> with(object, rest, value);
      case Json.Arr(List<Json> elements) ->
          new Json.Arr(List.of(within(elements.getFirst(), path, value)));
      default -> throw new AssertionError("nothing is within " + path.getFirst());
    };
  }
}
