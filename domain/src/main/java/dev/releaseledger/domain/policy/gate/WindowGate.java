package dev.releaseledger.domain.policy.gate;

import dev.releaseledger.domain.policy.Gate;
import dev.releaseledger.domain.policy.GateSettings.Window;
import dev.releaseledger.domain.policy.Policy;
import dev.releaseledger.domain.policy.gate.Facts.Opening;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What keeps others waiting, or takes long, runs while a maintenance window is open. */
record WindowGate() implements GateRule {

  @Override
  public String name() {
    return "window";
  }

  @Override
  public String problem() {
    return "window-closed";
  }

  @Override
  public boolean waivable() {
    return true;
  }

  @Override
  public boolean passedInEmergency() {
    return true;
  }

  @Override
  public Gate judge(Policy policy, Facts facts) {
    Window window = policy.gates().window();
    Opening opening = facts.ground().opening();
    if (window == null || opening == null) {
      return met("the policy has no maintenance window");
    }
    String why = whyItNeedsOne(window, facts);
    if (why == null) {
      return met("it keeps nobody waiting");
    }
    if (opening.until() != null) {
      return met("the maintenance window is open until " + opening.until());
    }
    return unmet(
        why + ", and no maintenance window is open",
        opening.next() == null
            ? "declare a change that keeps nobody waiting; the policy has no further window"
            : "come back at %s, or schedule it: ledgerctl rollout schedule --at %s"
                .formatted(opening.next(), opening.next()));
  }

  private static @Nullable String whyItNeedsOne(Window window, Facts facts) {
    List<String> blocking = facts.impact().blocking();
    if (!blocking.isEmpty()) {
      return "others have to wait for " + String.join("; ", blocking);
    }
    Integer most = window.forLongerThanSeconds();
    long millis = facts.impact().rehearsedMillis();
    return most != null && millis > most * 1_000L
        ? "it ran for %d ms in the rehearsal".formatted(millis)
        : null;
  }
}
