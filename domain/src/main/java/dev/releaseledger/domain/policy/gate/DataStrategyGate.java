package dev.releaseledger.domain.policy.gate;

import dev.releaseledger.domain.policy.Gate;
import dev.releaseledger.domain.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/** Where rows go with a drop, somebody said what becomes of them. */
record DataStrategyGate() implements GateRule {

  @Override
  public String name() {
    return "data-strategy";
  }

  @Override
  public String problem() {
    return "data-strategy-missing";
  }

  @Override
  public boolean waivable() {
    return true;
  }

  @Override
  public Gate judge(Policy policy, Facts facts) {
    SortedMap<String, Long> emptied = facts.impact().emptied();
    if (!policy.gates().dataStrategy() || emptied.isEmpty()) {
      return met(
          emptied.isEmpty() ? "no rows go with it" : "the policy asks for no word about rows");
    }
    List<String> losses = new ArrayList<>();
    emptied.forEach((object, rows) -> losses.add("%s (%s)".formatted(object, counted(rows))));
    return facts.records().dataStrategy()
        ? met("what becomes of the rows is on record: " + String.join(", ", losses))
        : unmet(
            "rows go with " + String.join(", ", losses),
            "write down what becomes of them: ledgerctl rollout note --kind data-strategy");
  }

  private static String counted(long rows) {
    return rows < 0 ? "nobody knows how many" : String.format(Locale.ROOT, "%,d rows", rows);
  }
}
