package dev.releaseledger.evidence.attestation.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.evidence.attestation.Subject;
import dev.releaseledger.evidence.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page about the predicate names every field of it, and no other. */
class AttestationPageTest {

  private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]*`) \\|");
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");

  @Test
  void the_page_names_every_field_of_the_predicate() throws IOException {
    String page = Files.readString(Path.of("../../docs/evidence/attestation.md"));
    String section = page.substring(page.indexOf("## The predicate"));
    section = section.substring(0, section.indexOf("\n## "));
    Set<String> named =
        ROW.matcher(section)
            .results()
            .flatMap(row -> NAME.matcher(row.group(1)).results())
            .map((MatchResult name) -> name.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> fields = new TreeSet<>();
    List<Subject> subjects = List.of(Subject.of("plan.json", new byte[0]));
    collect("", SampleRelease.full().about(subjects).predicate(), fields);
    assertThat(named).isEqualTo(fields);
  }

  private static void collect(String prefix, Json value, Set<String> fields) {
    switch (value) {
      case Json.Obj object ->
          object
              .members()
              .forEach((name, member) -> {
                String path = prefix.isEmpty() ? name : prefix + "." + name;
                fields.add(path);
                collect(path, member, fields);
              });
      case Json.Arr(List<Json> elements) ->
          elements.forEach(element -> collect(prefix + "[]", element, fields));
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> {}
    }
  }
}
