package dev.releaseledger.app.evidence.report.oscal;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import dev.releaseledger.app.evidence.report.SampleCase;
import dev.releaseledger.app.evidence.report.given.CaseFile;
import dev.releaseledger.evidence.json.Json;
import dev.releaseledger.evidence.json.StrictJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AssessmentResultsTest {

  static Stream<CaseFile> cases() {
    return Stream.of(
        new SampleCase().released(),
        new SampleCase().unrehearsed().released(),
        new SampleCase().emergency().released(),
        new SampleCase().reviewed(),
        new SampleCase().wentBack(),
        new SampleCase().saying(" \n*a*\r\n<b> {{ insert: param, x }} \t\u202e\u0000 ").released());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void they_are_what_the_schema_of_oscal_demands(CaseFile file) throws IOException {
    try (InputStream schema =
        AssessmentResultsTest.class.getResourceAsStream("/schema/json/oscal-ar_schema.json")) {
      // Two objects of that schema have a member "id", which draft 7 tells readers to pass over.
      Dialect draft7 =
          Dialect.builder(Dialects.getDraft7()).keyword(new NonValidationKeyword("id")).build();
      Schema oscal = SchemaRegistry.withDialect(draft7).getSchema(schema);
      assertThat(oscal.validate("{}", InputFormat.JSON)).isNotEmpty();
      assertThat(oscal.validate(text(file), InputFormat.JSON)).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void every_string_is_one_line_and_every_identifier_is_of_version_5(CaseFile file) {
    List<String> strings = new ArrayList<>();
    collect(results(file), strings);

    assertThat(strings).allSatisfy(it -> assertThat(it).matches("\\S(.*\\S)?"));
    assertThat(strings.stream().filter(it -> it.matches("[0-9a-f]{8}-[0-9a-f-]{27}")))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(UUID.fromString(it).version()).isEqualTo(5));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void each_finding_is_about_an_objective_and_an_observation_of_this_file(CaseFile file) {
    Json.Obj results = results(file);
    Json.Obj result = (Json.Obj) results.array("results").getFirst();
    HashSet<String> observations = new HashSet<>();
    result.array("observations").forEach(it -> observations.add(((Json.Obj) it).text("uuid")));
    HashSet<String> objectives = new HashSet<>();
    results
        .object("local-definitions")
        .array("objectives-and-methods")
        .forEach(it ->
            objectives.add(((Json.Obj) ((Json.Obj) it).array("parts").getFirst()).text("id")));

    assertThat(result.array("findings"))
        .allSatisfy(it -> {
          Json.Obj finding = (Json.Obj) it;
          Json.Obj related = (Json.Obj) finding.array("related-observations").getFirst();
          assertThat(observations).contains(related.text("observation-uuid"));
          assertThat(objectives).contains(finding.object("target").text("target-id"));
        });
  }

  @Test
  void a_good_release_satisfies_every_objective() {
    assertThat(unsatisfied(new SampleCase().released())).isEmpty();
  }

  @Test
  void an_emergency_that_nobody_reviewed_is_not_satisfied() {
    assertThat(unsatisfied(new SampleCase().emergency().released()))
        .containsExactly("change-approved", "emergency-reviewed");
  }

  @Test
  void a_way_back_is_judged_only_by_what_has_a_meaning_for_it() {
    CaseFile file = new SampleCase().wentBack();

    assertThat(findings(file)).hasSize(2);
    assertThat(unsatisfied(file)).containsExactly("record-protected");
  }

  @Test
  void identifiers_follow_from_the_evidence_and_the_document_from_its_checkpoint() {
    Json.Obj one = results(new SampleCase().released());
    Json.Obj other = results(new SampleCase().wentBack());

    assertThat(one.text("uuid")).isEqualTo(results(new SampleCase().released()).text("uuid"));
    assertThat(one.text("uuid")).isNotEqualTo(other.text("uuid"));
  }

  @Test
  void names_make_the_identifiers_that_the_rfc_gives_for_them() {
    UUID names = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    assertThat(NamedUuid.of(names, "www.example.com"))
        .hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
  }

  @Test
  void objectives_have_names_as_xml_has_them() {
    assertThat(Objective.ALL).extracting(Objective::id).doesNotHaveDuplicates();
    assertThat(Objective.ALL)
        .allSatisfy(it -> assertThat(it.id()).matches("[\\p{L}_][\\p{L}\\p{N}._-]*"));
  }

  @Test
  void the_page_has_the_objectives_of_the_list_and_no_other() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("../docs/evidence/report.md")).stream()
            .filter(line -> line.matches("\\| `[a-z-]+` \\| `[a-z]{2}-[0-9.]+` \\|.*"))
            .toList();

    assertThat(rows)
        .containsExactlyElementsOf(
            Objective.ALL.stream()
                .map(it -> "| `%s` | `%s` | %s |".formatted(it.id(), it.control(), it.title()))
                .toList());
  }

  private static List<String> unsatisfied(CaseFile file) {
    return findings(file).stream()
        .map(it -> it.object("target"))
        .filter(it -> it.object("status").text("state").equals("not-satisfied"))
        .map(it -> it.text("target-id"))
        .toList();
  }

  private static List<Json.Obj> findings(CaseFile file) {
    return ((Json.Obj) results(file).array("results").getFirst())
        .array("findings").stream().map(Json.Obj.class::cast).toList();
  }

  private static Json.Obj results(CaseFile file) {
    return StrictJson.readCanonical(AssessmentResults.of(file))
        .orThrow()
        .object("assessment-results");
  }

  private static String text(CaseFile file) {
    return new String(AssessmentResults.of(file), StandardCharsets.UTF_8);
  }

  private static void collect(Json value, List<String> strings) {
    switch (value) {
      case Json.Obj it -> it.members().values().forEach(member -> collect(member, strings));
      case Json.Arr it -> it.elements().forEach(element -> collect(element, strings));
      case Json.Str it -> strings.add(it.value());
      case Json.Num _, Json.Bool _, Json.Null _ -> {}
    }
  }
}
