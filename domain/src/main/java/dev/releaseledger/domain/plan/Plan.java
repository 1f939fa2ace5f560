package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.schema.Fingerprint;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a ref would do to an environment: one schema plan for each of its connections.
 *
 * @param ref the commit that declares the target
 * @param policy the digest of the rules it was made under, or null where no policy was adopted
 */
public record Plan(
    String project,
    String environment,
    String ref,
    @Nullable String policy,
    SortedMap<String, SchemaPlan> connections) {

  public Plan {
    connections = Collections.unmodifiableSortedMap(new TreeMap<>(connections));
  }

  /** The digest that an approval is bound to: over every byte of the plan's canonical JSON. */
  public Fingerprint digest() {
    return Fingerprint.of(this);
  }

  /** The steps that need force, connection by connection. */
  public List<Step> destructiveSteps() {
    return connections.values().stream().flatMap(p -> p.destructiveSteps().stream()).toList();
  }

  /** Whether any connection's part is refused, forced or not. */
  public boolean blocked() {
    return connections.values().stream().anyMatch(SchemaPlan::blocked);
  }

  /** Where the project's standards do not let it pass. */
  public List<Finding> violations() {
    return connections.values().stream()
        .flatMap(part -> part.notes().stream())
        .filter(note -> note.severity() == Severity.ERROR)
        .toList();
  }

  /** Whether there is nothing to do on any connection. */
  public boolean isEmpty() {
    return connections.values().stream().allMatch(SchemaPlan::isEmpty);
  }
}
