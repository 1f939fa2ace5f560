package dev.releaseledger.domain.readiness;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a release is ready, as far as the evidence goes.
 *
 * @param release the release, or whatever else it is about
 * @param score how many of the required domains passed, of a hundred, with two decimals
 * @param blockers what holds it back; ready is what has none
 * @param items the domains that are required or given, in their order
 */
public record Readiness(
    String release,
    Level level,
    double score,
    List<String> blockers,
    List<DomainItem> items,
    Matrix matrix) {

  /** What is required where nothing else is said. */
  public static final Set<EvidenceDomain> ALL = Set.copyOf(EnumSet.allOf(EvidenceDomain.class));

  private static final Set<EvidenceDomain> OF_LEDGER =
      ALL.stream().filter(EvidenceDomain::isOfLedger).collect(Collectors.toUnmodifiableSet());

  public Readiness {
    blockers = List.copyOf(blockers);
    items = List.copyOf(items);
  }

  /**
   * Judges what is given.
   *
   * @param required the domains that have to pass
   * @param artifacts the evidence, at most one of each domain; what is given and not required has
   *     to pass too
   * @param cases the routes that the local matrix has to cover
   */
  public static Readiness of(
      String release,
      Set<EvidenceDomain> required,
      Collection<Artifact> artifacts,
      SequencedSet<MatrixCase> cases) {
    Map<EvidenceDomain, Artifact> given = new EnumMap<>(EvidenceDomain.class);
    for (Artifact artifact : artifacts) {
      if (given.put(artifact.domain(), artifact) != null) {
        throw new IllegalArgumentException("two artifacts for " + artifact.domain().word());
      }
    }
    List<DomainItem> items =
        Stream.of(EvidenceDomain.values())
            .filter(it -> required.contains(it) || given.containsKey(it))
            .map(it -> DomainItem.of(it, given.get(it)))
            .toList();
    Matrix matrix = Matrix.of(given.get(EvidenceDomain.LOCAL_MATRIX), cases);
    List<String> blockers =
        Stream.concat(
                items.stream().flatMap(DomainItem::blocker),
                matrix.missingCases().stream().map(it -> "local_matrix.case_missing:" + it))
            .toList();
    double score = score(required, items);
    return new Readiness(
        release, Level.of(score, !blockers.isEmpty()), score, blockers, items, matrix);
  }

  /** Judges what the ledger itself has, with no file beside it. */
  public static Readiness ofLedger(LedgerEvidence evidence) {
    return of(evidence.release(), OF_LEDGER, evidence.artifacts("."), new LinkedHashSet<>());
  }

  /** Whether nothing holds it back. */
  public boolean passed() {
    return blockers.isEmpty();
  }

  private static double score(Set<EvidenceDomain> required, List<DomainItem> items) {
    if (required.isEmpty()) {
      return 100;
    }
    long passed =
        items.stream().filter(it -> it.passed() && required.contains(it.domain())).count();
    return BigDecimal.valueOf(100 * passed)
        .divide(BigDecimal.valueOf(required.size()), 2, RoundingMode.HALF_EVEN)
        .doubleValue();
  }
}
