package dev.releaseledger.domain.policy.gate;

import dev.releaseledger.domain.policy.Gate;
import dev.releaseledger.domain.policy.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A plan stands before gates; the problem is that of the first of them.
 *
 * @param unmet all of them, at least one
 */
public record GatesUnmet(String rollout, String planDigest, List<Gate> unmet) implements Refusal {

  /** The words of people, and that others keep them. */
  private static final Set<String> WAITED_FOR =
      Set.of(
          new ApprovalsGate().name(),
          new OwnersGate().name(),
          new AuthorityGate().name(),
          new AnchoredGate().name());

  public GatesUnmet {
    unmet = List.copyOf(unmet);
  }

  @Override
  public String slug() {
    return Objects.requireNonNull(unmet.getFirst().problem());
  }

  @Override
  public Category category() {
    if (unmet.stream().allMatch(gate -> WAITED_FOR.contains(gate.name()))) {
      return Category.WAITING;
    }
    return unmet.size() == 1 && unmet.getFirst().name().equals(new DriftGate().name())
        ? Category.DRIFT
        : Category.REFUSED;
  }

  @Override
  public String detail() {
    List<String> reasons =
        unmet.stream().map(gate -> "%s (%s)".formatted(gate.told(), gate.name())).toList();
    return unmet.size() == 1
        ? "%s does not run: %s.".formatted(rollout, reasons.getFirst())
        : "%s does not run, for %d reasons: %s."
            .formatted(rollout, unmet.size(), String.join("; ", reasons));
  }

  @Override
  public String remedy() {
    return unmet.size() == 1
        ? "To get it through: %s.".formatted(unmet.getFirst().remedy())
        : "See what each of them takes with ledgerctl rollout show %s.".formatted(rollout);
  }

  @Override
  public Map<String, Object> extras() {
    return Map.of(
        "rolloutId",
        rollout,
        "planDigest",
        planDigest,
        "gates",
        unmet.stream().map(Gate::spoken).toList());
  }
}
