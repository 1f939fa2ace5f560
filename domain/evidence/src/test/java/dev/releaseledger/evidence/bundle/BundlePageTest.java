package dev.releaseledger.evidence.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.evidence.archive.ArchiveLimits;
import dev.releaseledger.evidence.archive.ArchiveReader;
import dev.releaseledger.evidence.archive.ArchiveReading;
import dev.releaseledger.evidence.event.EventNames;
import dev.releaseledger.evidence.log.LogChange;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page about the format has every file, role, column and kind that there is. */
class BundlePageTest {

  @SuppressWarnings("NullAway.Init")
  private String page;

  @BeforeEach
  void read() throws IOException {
    page = Files.readString(Path.of("../../docs/evidence/bundle.md"));
  }

  @Test
  void the_page_has_every_file_of_both_kinds() {
    for (byte[] bundle : List.of(new SampleEvidence().bundle(), new SamplePeriod().bundle())) {
      assertThat(names(bundle))
          .allSatisfy(name -> assertThat(page).contains("`" + general(name) + "`"));
    }
  }

  @Test
  void the_page_has_every_role_of_an_artifact_and_whether_it_is_a_subject() {
    for (ArtifactRole role : ArtifactRole.values()) {
      String row =
          page.lines()
              .filter(line -> line.startsWith("| `" + role.folder() + "` |"))
              .findFirst()
              .orElse("");
      assertThat(row).as(role.folder()).endsWith(role.isSubject() ? "| yes |" : "| |");
    }
  }

  @Test
  void the_page_has_every_column_and_every_kind_of_exception() {
    assertThat(page)
        .contains(ReleaseRow.HEADER.stream().map(column -> "`" + column + "`").toList())
        .contains(ExceptionRow.HEADER.stream().map(column -> "`" + column + "`").toList())
        .contains(
            Arrays.stream(ExceptionRow.Kind.values())
                .map(kind -> "| `" + kind.name().toLowerCase(java.util.Locale.ROOT) + "` |")
                .toList());
  }

  @Test
  void the_page_has_every_event_that_a_period_carries() throws IllegalAccessException {
    List<String> names = new ArrayList<>(LogChange.NAMES);
    for (Field field : EventNames.class.getFields()) {
      names.add((String) field.get(null));
    }
    Set<String> carried =
        names.stream()
            .filter(PeriodBundle::carries)
            .map(name -> "`" + name + "`")
            .collect(Collectors.toSet());
    String line =
        page.lines().filter(one -> one.startsWith("`plan-proposed`, ")).findFirst().orElse("");
    assertThat(Set.of(line.replace(".", "").split(", "))).isEqualTo(carried);
  }

  private static Set<String> names(byte[] bundle) {
    if (ArchiveReader.read(bundle, ArchiveLimits.standard())
        instanceof ArchiveReading.Opened(var files)) {
      return files.keySet();
    }
    throw new AssertionError("the sample is no archive");
  }

  private static String general(String name) {
    return name.replaceAll("^(events|proofs|anchors)/[0-9]{4}", "$1/NNNN")
        .replaceAll("^statements/test-[0-9]{4}", "statements/test-NNNN")
        .replaceAll("^consistency/.*", "consistency/OLD-NEW")
        .replaceAll("^artifacts/.*", "artifacts/ROLE/NAME");
  }
}
