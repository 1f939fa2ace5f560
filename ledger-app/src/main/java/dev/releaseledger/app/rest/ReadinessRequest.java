package dev.releaseledger.app.rest;

import dev.releaseledger.app.readiness.ArtifactReader;
import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.domain.readiness.Artifact;
import dev.releaseledger.domain.readiness.EvidenceDomain;
import dev.releaseledger.domain.readiness.MatrixCase;
import dev.releaseledger.domain.readiness.Readiness;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks about the readiness of a release.
 *
 * @param required the domains that have to pass; all where none is named
 * @param cases the routes that have to be covered, {@code source:sink:strategy}
 * @param outputDir where the files are to be, as the report is to call it
 */
record ReadinessRequest(
    @Nullable String release,
    @Nullable String rollout,
    @Nullable List<String> required,
    @Nullable List<String> cases,
    @Nullable List<GivenFile> artifacts,
    @Nullable String outputDir) {

  private static final int LONGEST = 4 * 1024 * 1024;

  /**
   * A file.
   *
   * @param content its bytes in Base64; null where it cannot be read
   */
  record GivenFile(@Nullable String domain, @Nullable String path, @Nullable String content) {}

  String folder() {
    return outputDir == null || outputDir.isBlank() ? "." : outputDir;
  }

  Set<EvidenceDomain> domains() {
    if (required == null || required.isEmpty()) {
      return Readiness.ALL;
    }
    return required.stream()
        .map(word -> domain("required", word))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(EvidenceDomain.class)));
  }

  SequencedSet<MatrixCase> matrix() {
    SequencedSet<MatrixCase> wanted = new LinkedHashSet<>();
    for (String text : orNone(cases)) {
      wanted.add(
          MatrixCase.of(Values.required("cases", text))
              .orElseThrow(
                  () -> new Refused(new InvalidValue("cases", "must be source:sink:strategy"))));
    }
    return wanted;
  }

  List<Artifact> given() {
    List<Artifact> given = new ArrayList<>();
    Set<EvidenceDomain> domains = EnumSet.noneOf(EvidenceDomain.class);
    for (GivenFile each : orNone(artifacts)) {
      GivenFile file = Values.given("artifacts", each);
      EvidenceDomain domain = domain("artifacts.domain", file.domain());
      if (domain.isOfLedger()) {
        throw new Refused(
            new InvalidValue(
                "artifacts.domain",
                "must not be %s, which the ledger tells itself".formatted(domain.word())));
      }
      if (!domains.add(domain)) {
        throw new Refused(
            new InvalidValue("artifacts.domain", "has %s twice".formatted(domain.word())));
      }
      String path = Values.required("artifacts.path", file.path());
      given.add(ArtifactReader.read(domain, path, bytes(file.content())));
    }
    return given;
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return Objects.requireNonNullElse(list, List.of());
  }

  private static byte @Nullable [] bytes(@Nullable String content) {
    if (content == null) {
      return null;
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(content);
      if (bytes.length > LONGEST) {
        throw new Refused(new InvalidValue("artifacts.content", "must not be longer than 4 MiB"));
      }
      return bytes;
    } catch (IllegalArgumentException e) {
      throw new Refused(new InvalidValue("artifacts.content", "must be Base64"));
    }
  }

  private static EvidenceDomain domain(String field, @Nullable String word) {
    return EvidenceDomain.of(Values.required(field, word))
        .orElseThrow(() ->
            new Refused(
                new InvalidValue(
                    field,
                    "must be one of: "
                        + Stream.of(EvidenceDomain.values())
                            .map(EvidenceDomain::word)
                            .collect(Collectors.joining(", ")))));
  }
}
