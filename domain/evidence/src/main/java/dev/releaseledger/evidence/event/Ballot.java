package dev.releaseledger.evidence.event;

import dev.releaseledger.evidence.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a plan needs to be approved, and who has approved it so far. */
public final class Ballot {

  private final Map<String, Entry> standing = new LinkedHashMap<>();
  private long required;
  private Optional<Json.Obj> capacities = Optional.empty();

  /** A plan is proposed. */
  public void propose(Entry proposal) {
    required = proposal.payload().integer("approvalsRequired");
    capacities =
        proposal
            .object("terms")
            .flatMap(terms ->
                terms.find("capacities") instanceof Json.Obj each
                    ? Optional.of(each)
                    : Optional.empty());
  }

  /** Somebody approves it. */
  public void approve(Entry approval) {
    standing.put(approval.demandText("actor"), approval);
  }

  /** An approval is taken back. */
  public void withdraw(Entry withdrawal) {
    standing.remove(withdrawal.text("approver").orElseGet(() -> withdrawal.demandText("actor")));
  }

  /** Whether as many have approved as the proposal demands, in each capacity. */
  public boolean isComplete() {
    return standing.size() >= required
        && capacities
            .map(each ->
                each.members().keySet().stream()
                    .allMatch(capacity -> inCapacity(capacity) >= each.integer(capacity)))
            .orElse(true);
  }

  private long inCapacity(String capacity) {
    return standing.values().stream()
        .filter(approval -> Entry.texts(approval.payload(), "capacities").contains(capacity))
        .count();
  }

  /** Whose approvals stand. */
  public Set<String> approvers() {
    return Collections.unmodifiableSet(standing.keySet());
  }

  /** The approvals that stand, by whom. */
  public Map<String, Entry> standing() {
    return Map.copyOf(standing);
  }

  /** Who had approved when the apply started, from the events of a rollout. */
  public static Ballot atStart(Iterable<Entry> entries) {
    Ballot ballot = new Ballot();
    for (Entry entry : entries) {
      switch (entry.name()) {
        case EventNames.PLAN_PROPOSED -> ballot.propose(entry);
        case EventNames.PLAN_APPROVED -> ballot.approve(entry);
        case EventNames.APPROVAL_WITHDRAWN -> ballot.withdraw(entry);
        case EventNames.APPLY_STARTED -> {
          return ballot;
        }
        default -> {}
      }
    }
    return ballot;
  }
}
