package dev.releaseledger.app.evidence.report.field;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.app.evidence.report.SampleCase;
import dev.releaseledger.app.evidence.report.given.CaseFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AuditFieldsTest {

  private static final Path PAGE = Path.of("../docs/evidence/report.md");
  private static final Path EVENTS = Path.of("../docs/events.md");

  static Stream<CaseFile> cases() {
    return Stream.of(
        new SampleCase().released(),
        new SampleCase().unrehearsed().released(),
        new SampleCase().emergency().released(),
        new SampleCase().reviewed(),
        new SampleCase().wentBack());
  }

  @Test
  void the_page_has_the_fields_of_the_list_and_no_other() throws IOException {
    List<String> wanted = new ArrayList<>();
    wanted.add(
        Arrays.stream(Framework.values())
            .map(Framework::title)
            .collect(Collectors.joining(" | ", "| field | title | events | ", " |")));
    AuditFields.ALL.forEach(field -> wanted.add(row(field)));

    List<String> page = Files.readAllLines(PAGE);
    int start = page.indexOf(wanted.getFirst());
    assertThat(start).isPositive();
    assertThat(page.subList(start + 2, start + 1 + wanted.size()))
        .isEqualTo(wanted.subList(1, wanted.size()));
    assertThat(page.get(start + 1 + wanted.size())).isEmpty();
  }

  @Test
  void the_events_of_a_field_are_events_of_the_ledger() throws IOException {
    String events = Files.readString(EVENTS);

    assertThat(AuditFields.ALL)
        .flatExtracting(AuditField::events)
        .allSatisfy(event -> assertThat(events).contains("\n## " + event + "\n"));
  }

  @Test
  void the_page_names_what_no_event_has_a_place_for() throws IOException {
    String page = Files.readString(PAGE);
    List<String> never =
        AuditFields.ALL.stream()
            .flatMap(field -> field.answers(new SampleCase().released()).stream())
            .filter(answer -> !answer.isRecorded())
            .map(Answer::name)
            .filter(name -> page.contains(name))
            .toList();

    assertThat(never)
        .contains(
            "version of the tool",
            "notified parties",
            "criteria to abort",
            "separation of the environments' networks and access");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void what_is_recorded_names_events_that_are_in_the_evidence(CaseFile file) {
    assertThat(AuditFields.ALL)
        .allSatisfy(field ->
            assertThat(field.answers(file))
                .isNotEmpty()
                .allSatisfy(answer ->
                    assertThat(answer.positions())
                        .allSatisfy(it -> assertThat(file.event(it)).isNotNull())));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void what_is_not_recorded_names_no_event(CaseFile file) {
    assertThat(AuditFields.ALL)
        .flatExtracting(field -> field.answers(file))
        .filteredOn(answer -> !answer.isRecorded())
        .isNotEmpty()
        .allSatisfy(answer -> assertThat(answer.positions()).isEmpty());
  }

  @Test
  void a_field_has_the_same_parts_whatever_happened() {
    assertThat(AuditFields.ALL)
        .allSatisfy(
            field -> assertThat(cases().map(file -> names(field, file)).distinct()).hasSize(1));
  }

  @Test
  void an_approval_names_the_event_in_which_it_was_given() {
    CaseFile file = new SampleCase().released();
    AuditField approvals =
        AuditFields.ALL.stream()
            .filter(it -> it.id().equals("approvals"))
            .findFirst()
            .orElseThrow();
    Answer approved = approvals.answers(file).getFirst();

    assertThat(approved.value().plain()).startsWith("Боб Иванов, ");
    assertThat(approved.positions())
        .singleElement()
        .satisfies(
            it -> assertThat(requireNonNull(file.event(it)).name()).isEqualTo("plan-approved"));
  }

  private static List<String> names(AuditField field, CaseFile file) {
    return field.answers(file).stream().map(Answer::name).toList();
  }

  private static String row(AuditField field) {
    String events =
        field.events().isEmpty()
            ? "-"
            : field.events().stream().map(it -> "`" + it + "`").collect(Collectors.joining(", "));
    return "| `%s` | %s | %s | %s |"
        .formatted(field.id(), field.title(), events, String.join(" | ", field.demands()));
  }
}
