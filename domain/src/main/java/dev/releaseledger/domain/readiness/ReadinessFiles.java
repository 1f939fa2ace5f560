package dev.releaseledger.domain.readiness;

import dev.releaseledger.domain.record.MarkdownText;
import dev.releaseledger.domain.record.artifact.ArtifactFile;
import dev.releaseledger.domain.record.artifact.SortedJson;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes a report for machines and for people.
 *
 * @param folder where the files are to be, as whoever asks calls it
 */
public record ReadinessFiles(Readiness readiness, String folder) {

  private static final String JSON = "industrial_readiness.json";
  private static final String MARKDOWN = "industrial_readiness.md";

  /** Both files. */
  public List<ArtifactFile> files() {
    return List.of(
        new ArtifactFile(JSON, SortedJson.file(fields())), new ArtifactFile(MARKDOWN, markdown()));
  }

  /** Where a file of the folder is. */
  public static String path(String folder, String name) {
    return folder.endsWith("/") ? folder + name : folder + "/" + name;
  }

  /** What the JSON says. */
  public SortedMap<String, Object> fields() {
    SortedMap<String, Object> fields = new TreeMap<>();
    fields.put("release", readiness.release());
    fields.put("passed", readiness.passed());
    fields.put("level", readiness.level().word());
    fields.put("score", readiness.score());
    fields.put("blockers", readiness.blockers());
    fields.put("items", items(readiness));
    fields.put("matrix", matrix(readiness.matrix()));
    fields.put("output_dir", folder);
    fields.put("json_path", path(folder, JSON));
    fields.put("markdown_path", path(folder, MARKDOWN));
    return fields;
  }

  /** What a report says of each domain. */
  public static List<SortedMap<String, Object>> items(Readiness readiness) {
    return readiness.items().stream().map(ReadinessFiles::item).toList();
  }

  private static SortedMap<String, Object> item(DomainItem item) {
    SortedMap<String, Object> fields = new TreeMap<>();
    fields.put("domain", item.domain().word());
    fields.put("path", item.path());
    fields.put("passed", item.passed());
    fields.put("sha256", item.sha256());
    fields.put("summary", item.summary());
    fields.put("blockers", item.blockers());
    return fields;
  }

  private static SortedMap<String, Object> matrix(Matrix matrix) {
    SortedMap<String, Object> fields = new TreeMap<>();
    fields.put("total_cases", matrix.totalCases());
    fields.put("min_row_count", matrix.minRowCount());
    fields.put("max_row_count", matrix.maxRowCount());
    fields.put("max_column_count", matrix.maxColumnCount());
    fields.put("required_cases", words(matrix.requiredCases()));
    fields.put("covered_cases", words(matrix.coveredCases()));
    fields.put("missing_cases", words(matrix.missingCases()));
    return fields;
  }

  private static List<String> words(List<MatrixCase> cases) {
    return cases.stream().map(MatrixCase::toString).toList();
  }

  private String markdown() {
    Matrix matrix = readiness.matrix();
    return """
    # Industrial readiness

    - Release: %s
    - Passed: %s
    - Level: %s
    - Score: %s of 100

    ## Domains

    | domain | passed | artifact | SHA-256 | summary | blockers |
    |---|---|---|---|---|---|
    %s

    ## Local matrix

    - Cases: %d
    - Rows: %d to %d
    - Columns: up to %d
    - Required: %s
    - Missing: %s

    ## Blockers

    %s
    """
        .formatted(
            MarkdownText.code(readiness.release()),
            readiness.passed() ? "yes" : "no",
            readiness.level().word(),
            readiness.score(),
            readiness.items().stream().map(ReadinessFiles::row).collect(Collectors.joining("\n")),
            matrix.totalCases(),
            matrix.minRowCount(),
            matrix.maxRowCount(),
            matrix.maxColumnCount(),
            codes(words(matrix.requiredCases())),
            codes(words(matrix.missingCases())),
            readiness.blockers().isEmpty()
                ? "None."
                : readiness.blockers().stream()
                    .map(it -> "- " + MarkdownText.code(it))
                    .collect(Collectors.joining("\n")));
  }

  private static String row(DomainItem item) {
    return "| %s | %s | %s | %s | %s | %s |"
        .formatted(
            item.domain().word(),
            item.passed() ? "yes" : "no",
            item.path() == null ? "none" : MarkdownText.code(item.path()),
            MarkdownText.code(item.sha256()),
            MarkdownText.text(item.summary()),
            codes(item.blockers()));
  }

  private static String codes(List<String> words) {
    return words.isEmpty()
        ? "none"
        : words.stream().map(MarkdownText::code).collect(Collectors.joining(", "));
  }
}
