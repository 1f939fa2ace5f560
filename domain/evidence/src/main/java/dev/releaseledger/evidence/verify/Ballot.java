package dev.releaseledger.evidence.verify;

import dev.releaseledger.evidence.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a plan needs to be approved, and who has approved it so far. */
final class Ballot {

  private final Map<String, Entry> standing = new LinkedHashMap<>();
  private long required;
  private Optional<Json.Obj> capacities = Optional.empty();

  void propose(Entry proposal) {
    required = proposal.payload().integer("approvalsRequired");
    capacities =
        proposal
            .object("terms")
            .flatMap(terms ->
                terms.find("capacities") instanceof Json.Obj each
                    ? Optional.of(each)
                    : Optional.empty());
  }

  void approve(Entry approval) {
    standing.put(approval.demandText("actor"), approval);
  }

  void withdraw(Entry withdrawal) {
    standing.remove(withdrawal.text("approver").orElseGet(() -> withdrawal.demandText("actor")));
  }

  /** Whether as many have approved as the proposal demands, in each capacity. */
  boolean isComplete() {
    return standing.size() >= required
        && capacities.map(each -> each.members().keySet().stream()
            .allMatch(capacity -> inCapacity(capacity) >= each.integer(capacity))).orElse(true);
  }

  private long inCapacity(String capacity) {
    return standing.values().stream()
        .filter(approval -> Entry.texts(approval.payload(), "capacities").contains(capacity))
        .count();
  }

  /** Whose approvals stand. */
  Set<String> approvers() {
    return standing.keySet();
  }

  /** The approvals that stand, by whom. */
  Map<String, Entry> standing() {
    return Map.copyOf(standing);
  }

  /** Who had approved when the apply started, from the events of a rollout. */
  static Ballot atStart(Iterable<Entry> entries) {
    Ballot ballot = new Ballot();
    for (Entry entry : entries) {
      switch (entry.name()) {
        case Names.PLAN_PROPOSED -> ballot.propose(entry);
        case Names.PLAN_APPROVED -> ballot.approve(entry);
        case Names.APPROVAL_WITHDRAWN -> ballot.withdraw(entry);
        case Names.APPLY_STARTED -> {
          return ballot;
        }
        default -> {}
      }
    }
    return ballot;
  }
}
