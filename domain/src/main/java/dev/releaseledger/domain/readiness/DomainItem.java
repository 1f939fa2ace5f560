package dev.releaseledger.domain.readiness;

import dev.releaseledger.domain.readiness.Artifact.Parsed;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What there is of evidence in one domain.
 *
 * @param path the artifact, or null where there is none
 * @param summary what the artifact says about itself
 */
public record DomainItem(
    EvidenceDomain domain,
    @Nullable String path,
    boolean passed,
    String sha256,
    String summary,
    List<String> blockers) {

  public DomainItem {
    blockers = List.copyOf(blockers);
  }

  static DomainItem of(EvidenceDomain domain, @Nullable Artifact artifact) {
    if (artifact == null) {
      return new DomainItem(
          domain,
          null,
          false,
          Artifact.NO_DIGEST,
          "There is no artifact.",
          List.of(domain.word() + ".missing"));
    }
    Verdict verdict = PassRule.judge(artifact);
    return new DomainItem(
        domain,
        artifact.path(),
        verdict.passed(),
        artifact.sha256(),
        summary(artifact),
        verdict.blockers());
  }

  /** Why the domain holds the release back, or nothing. */
  Stream<String> blocker() {
    if (passed) {
      return Stream.empty();
    }
    return Stream.of(domain.word() + (path == null ? ".missing" : ".not_passed"));
  }

  private static String summary(Artifact artifact) {
    if (!(artifact.reading() instanceof Parsed(Map<?, ?> content))) {
      return "The artifact cannot be read as an object.";
    }
    return Stream.of("summary", "message")
        .map(content::get)
        .filter(it -> it instanceof String text && !text.isBlank())
        .map(it -> ((String) it).strip())
        .findFirst()
        .orElseGet(() ->
            content.get("cases") instanceof Collection<?> cases
                ? "The artifact tells of %d cases.".formatted(cases.size())
                : "The artifact has no summary.");
  }
}
