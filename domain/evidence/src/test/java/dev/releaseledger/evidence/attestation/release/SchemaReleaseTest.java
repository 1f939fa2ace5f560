package dev.releaseledger.evidence.attestation.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.evidence.Read;
import dev.releaseledger.evidence.attestation.Statement;
import dev.releaseledger.evidence.attestation.Subject;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.json.StrictJson;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaReleaseTest {

  private static final List<Subject> SUBJECTS = List.of(Subject.of("plan.json", new byte[0]));

  /** What may be absent, by where it is. */
  private static final List<String> OPTIONAL =
      List.of(
          "previousRelease",
          "window",
          "change.ticket",
          "change.reasonCommitment",
          "requester.role",
          "approvals.signature",
          "tests.uri",
          "rollback.planDigest",
          "rollback.ownerRef");

  @Test
  void a_release_is_read_as_it_was_written() {
    for (SchemaRelease release : List.of(SampleRelease.full(), SampleRelease.bare())) {
      assertThat(reread(text(release))).isEqualTo(new Read.Good<>(release));
    }
  }

  @Test
  void a_field_that_may_not_be_absent_is_missed_and_one_that_may_is_not() {
    Json.Obj predicate = SampleRelease.full().about(SUBJECTS).predicate();
    List<String> allowed = new ArrayList<>();
    for (String path : paths("", predicate)) {
      if (read((Json.Obj) without(path, predicate)).isGood()) {
        allowed.add(path);
      }
    }
    assertThat(allowed).containsExactlyInAnyOrderElementsOf(OPTIONAL);
  }

  @Test
  void every_kind_of_field_refuses_null() {
    Json.Obj predicate = SampleRelease.full().about(SUBJECTS).predicate();
    for (String path : paths("", predicate)) {
      assertThat(read((Json.Obj) replaced(path, predicate, new Json.Null())).isGood())
          .as(path)
          .isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"decision\":\"approved\" | \"decision\":\"Approved\" | \"decision\" is not a word",
        "\"tested\":true | \"tested\":\"true\" | neither true nor false",
        "T08:00:00Z | T08:00:00.000Z | not a time",
        "T08:00:00Z | T08:00:00+00:00 | not a time",
        "\"lastIndex\":17 | \"lastIndex\":20 | indexes 3 to 20 of 20",
        "\"lastIndex\":17 | \"lastIndex\":2 | indexes 3 to 2 of 20",
        "\"eventCount\":9 | \"eventCount\":16 | 16 events",
        "\"eventCount\":9 | \"eventCount\":0 | 0 events",
        "\"eventCount\":9 | \"eventCount\":-1 | negative",
        "\"eventCount\":9 | \"eventCount\":9.5 | whole number",
        "\"root\":\"sha256: | \"root\":\"sha512: | starts with sha256:",
        "\"until\":\"2026-06-01T11 | \"until\":\"2026-06-01T10 | ends before it starts",
        "\"finishedAt\":\"2026-06-01T10 | \"finishedAt\":\"2026-06-01T09 | finished before",
        "\"environment\":\"production\" | \"environment\":\"production\",\"extra\":1 | not known",
        "\"tested\":true | \"tested\":true,\"extra\":1 | rollback: \"extra\" is not known",
      })
  void a_field_with_something_else_in_it_is_refused(String from, String to, String reason) {
    String text = text(SampleRelease.full());
    String changed = text.replace(from, to);
    assertThat(changed).isNotEqualTo(text);
    assertThat(readLoosely(changed))
        .isInstanceOfSatisfying(Read.Bad.class, bad -> assertThat(bad.reason()).contains(reason));
  }

  @Test
  void a_release_as_it_should_be_does_not_contradict_itself() {
    assertThat(SampleRelease.full().contradictions()).isEmpty();
    assertThat(SampleRelease.bare().contradictions()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"driftResult\":\"none\" | \"driftResult\":\"found\" | not as declared",
        "\"emergency\":false | \"emergency\":true | an emergency",
        "T09:00:00Z | T07:00:00Z | decided before",
        "T09:00:00Z | T10:30:00Z | decided after",
        "\"at\":\"2026-06-01T08 | \"at\":\"2026-06-01T11 | started before",
        "\"from\":\"2026-06-01T10:00:00Z | \"from\":\"2026-06-01T10:00:01Z | outside",
        "T10:00:06Z | T10:00:04Z | before the apply had finished",
        "T10:00:07Z | T10:00:05Z | release was made before",
      })
  void what_cannot_be_true_together_is_found(String from, String to, String contradiction) {
    String text = text(SampleRelease.full());
    String changed = text.replace(from, to);
    assertThat(changed).isNotEqualTo(text);
    assertThat(readLoosely(changed).orThrow().contradictions())
        .anySatisfy(found -> assertThat(found).contains(contradiction));
  }

  @Test
  void a_plan_that_was_not_the_approved_one_is_found() {
    String text = text(SampleRelease.full());
    int apply = text.indexOf("\"planDigest\":\"sha256:", text.indexOf("\"apply\":"));
    String changed =
        text.substring(0, apply + 21) + "0".repeat(64) + text.substring(apply + 21 + 64);
    assertThat(readLoosely(changed).orThrow().contradictions())
        .containsExactly(
            "the plan that was applied is not that of the change",
            "the plan that act_2 approved is not the one applied");
  }

  private static List<String> paths(String prefix, Json.Obj object) {
    List<String> paths = new ArrayList<>();
    object
        .members()
        .forEach((name, value) -> {
          paths.add(prefix + name);
          if (value instanceof Json.Obj inner) {
            paths.addAll(paths(prefix + name + ".", inner));
          } else if (value instanceof Json.Arr(List<Json> elements)
              && elements.getFirst() instanceof Json.Obj inner) {
            paths.addAll(paths(prefix + name + ".", inner));
          }
        });
    return paths;
  }

  private static Json without(String path, Json from) {
    return changed(path, from, null);
  }

  private static Json replaced(String path, Json in, Json by) {
    return changed(path, in, by);
  }

  private static Json changed(String path, Json in, @Nullable Json by) {
    return switch (in) {
      case Json.Arr(List<Json> elements) ->
          new Json.Arr(List.of(changed(path, elements.getFirst(), by)));
      case Json.Obj object -> {
        SortedMap<String, Json> members = new TreeMap<>(object.members());
        int dot = path.indexOf('.');
        if (dot >= 0) {
          String name = path.substring(0, dot);
          members.put(name, changed(path.substring(dot + 1), object.get(name), by));
        } else if (by == null) {
          members.remove(path);
        } else {
          members.put(path, by);
        }
        yield new Json.Obj(members);
      }
      default -> throw new AssertionError(path);
    };
  }

  private static Read<SchemaRelease> read(Json.Obj predicate) {
    return SchemaRelease.read(new Statement(SUBJECTS, SchemaRelease.TYPE, predicate));
  }

  private static String text(SchemaRelease release) {
    return new String(release.about(SUBJECTS).bytes(), UTF_8);
  }

  private static Read<SchemaRelease> reread(String statement) {
    return SchemaRelease.read(Statement.read(statement.getBytes(UTF_8)).orThrow());
  }

  /** Without the demand that the text is canonical, which a change in it may break. */
  private static Read<SchemaRelease> readLoosely(String statement) {
    return StrictJson.readObject(statement.getBytes(UTF_8))
        .then(object -> read(object.object("predicate")).orThrow());
  }
}
