package dev.releaseledger.evidence.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.evidence.bundle.BundleKind;
import dev.releaseledger.evidence.bundle.Manifest;
import dev.releaseledger.evidence.bundle.ManifestEntry;
import dev.releaseledger.evidence.bundle.Standing;
import dev.releaseledger.evidence.key.Sha256;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By somebody who writes the manifest anew: what it lists is there, and has a place there. */
class ManifestCheckTest {

  private static final byte[] CONTENT = "content".getBytes(UTF_8);

  @ParameterizedTest
  @CsvSource({
    "RELEASE, README.txt,                   CONVENIENCE",
    "RELEASE, report.html,                  DERIVED",
    "RELEASE, checkpoint,                   AUTHORITATIVE",
    "RELEASE, events/0001.leaf.json,        AUTHORITATIVE",
    "RELEASE, artifacts/plan/plan.json,     AUTHORITATIVE",
    "PERIOD,  frontier,                     AUTHORITATIVE",
    "PERIOD,  consistency/1-2,              AUTHORITATIVE"
  })
  void a_file_in_its_place_is_fine(BundleKind kind, String name, Standing standing) {
    assertThat(listed(kind, name, standing).result()).isEqualTo(Result.PASSED);
  }

  @ParameterizedTest
  @CsvSource({
    "RELEASE, virus.exe,                    CONVENIENCE",
    "RELEASE, README.txt,                   AUTHORITATIVE",
    "RELEASE, report.html,                  CONVENIENCE",
    "RELEASE, checkpoint,                   DERIVED",
    "RELEASE, events/1.leaf.json,           AUTHORITATIVE",
    "RELEASE, artifacts/other/plan.json,    AUTHORITATIVE",
    "RELEASE, frontier,                     AUTHORITATIVE",
    "PERIOD,  events/0001.leaf.json,        AUTHORITATIVE",
    "PERIOD,  disclosures.json,             AUTHORITATIVE"
  })
  void a_file_without_a_place_or_with_another_standing_is_refused(
      BundleKind kind, String name, Standing standing) {
    assertThat(listed(kind, name, standing).detail())
        .isEqualTo(name + " has no place in such a bundle, or another standing");
  }

  @Test
  void a_file_that_is_in_the_manifest_only_is_missed() {
    SortedMap<String, byte[]> files = files(BundleKind.RELEASE, "checkpoint", CONTENT);
    files.remove("checkpoint");
    assertThat(made(files).detail()).isEqualTo("checkpoint is in the manifest only");
  }

  @Test
  void what_comes_after_the_manifest_is_not_in_it() {
    SortedMap<String, byte[]> files = files(BundleKind.RELEASE, "statement.json", CONTENT);
    assertThat(made(files).detail()).isEqualTo("statement.json is in the manifest only");
  }

  @Test
  void another_content_than_the_manifest_says_is_noticed() {
    assertThat(made(files(BundleKind.RELEASE, "checkpoint", new byte[0])).detail())
        .isEqualTo("checkpoint is not what the manifest says");
  }

  @Test
  void a_file_that_is_not_in_the_manifest_is_noticed() {
    SortedMap<String, byte[]> files = files(BundleKind.RELEASE, "checkpoint", CONTENT);
    files.put("README.txt", CONTENT);
    assertThat(made(files).detail()).isEqualTo("[README.txt] are not in the manifest");
  }

  private static Finding listed(BundleKind kind, String name, Standing standing) {
    Manifest manifest =
        new Manifest(kind, List.of(new ManifestEntry(name, Sha256.of(CONTENT), standing)));
    return made(new TreeMap<>(Map.of(Manifest.NAME, manifest.bytes(), name, CONTENT)));
  }

  private static SortedMap<String, byte[]> files(BundleKind kind, String name, byte[] content) {
    ManifestEntry entry = new ManifestEntry(name, Sha256.of(CONTENT), Standing.AUTHORITATIVE);
    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put(Manifest.NAME, new Manifest(kind, List.of(entry)).bytes());
    files.put(name, content);
    return files;
  }

  private static Finding made(SortedMap<String, byte[]> files) {
    return SampleCourse.made(Check.MANIFEST, () -> ManifestCheck.of(new Content(files)));
  }
}
