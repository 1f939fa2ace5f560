package dev.releaseledger.domain.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.readiness.Artifact.Parsed;
import dev.releaseledger.domain.record.artifact.ArtifactFile;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReadinessFilesTest {

  private static final Artifact UX =
      new Artifact(
          EvidenceDomain.UX,
          "in/ux.json",
          "ab".repeat(32),
          new Parsed(Map.of("summary", "slow | <b>", "blockers", List.of("too`slow"))));

  private static List<ArtifactFile> files(Set<EvidenceDomain> required, List<Artifact> given) {
    return new ReadinessFiles(
            Readiness.of(
                "rel_1",
                required,
                given,
                new LinkedHashSet<>(List.of(new MatrixCase("a", "b", "c")))),
            "out")
        .files();
  }

  @Test
  void machines_get_the_known_shape_with_sorted_keys() {
    ArtifactFile json = files(Set.of(EvidenceDomain.UX), List.of(UX)).getFirst();

    assertThat(json.name()).isEqualTo("industrial_readiness.json");
    assertThat(json.content())
        .isEqualTo(
            """
            {
              "blockers": [
                "ux.not_passed",
                "local_matrix.case_missing:a:b:c"
              ],
              "items": [
                {
                  "blockers": [
                    "too`slow"
                  ],
                  "domain": "ux",
                  "passed": false,
                  "path": "in/ux.json",
                  "sha256": "%s",
                  "summary": "slow | <b>"
                }
              ],
              "json_path": "out/industrial_readiness.json",
              "level": "blocked",
              "markdown_path": "out/industrial_readiness.md",
              "matrix": {
                "covered_cases": [],
                "max_column_count": 0,
                "max_row_count": 0,
                "min_row_count": 0,
                "missing_cases": [
                  "a:b:c"
                ],
                "required_cases": [
                  "a:b:c"
                ],
                "total_cases": 0
              },
              "output_dir": "out",
              "passed": false,
              "release": "rel_1",
              "score": 0.0
            }
            """
                .formatted("ab".repeat(32)));
  }

  @Test
  void a_domain_without_an_artifact_has_no_path() {
    assertThat(files(Set.of(EvidenceDomain.UX), List.of()).getFirst().content())
        .contains("\"path\": null", "\"sha256\": \"" + "0".repeat(64) + "\"", "\"ux.missing\"");
  }

  @Test
  void people_get_the_same_and_nothing_in_it_becomes_markup() {
    ArtifactFile markdown = files(Set.of(EvidenceDomain.UX), List.of(UX)).getLast();

    assertThat(markdown.name()).isEqualTo("industrial_readiness.md");
    assertThat(markdown.content())
        .startsWith("# Industrial readiness\n\n- Release: `rel_1`\n- Passed: no\n")
        .contains("- Score: 0.0 of 100")
        .contains(
            "| ux | no | `in/ux.json` | `%s` | slow \\| &lt;b&gt; | ``too`slow`` |"
                .formatted("ab".repeat(32)))
        .endsWith("- `ux.not_passed`\n- `local_matrix.case_missing:a:b:c`\n");
  }

  @Test
  void a_folder_may_end_with_a_slash() {
    assertThat(ReadinessFiles.path("out/", "x")).isEqualTo("out/x");
    assertThat(ReadinessFiles.path(".", "x")).isEqualTo("./x");
  }
}
