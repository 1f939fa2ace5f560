package dev.releaseledger.app.memory;

import dev.releaseledger.domain.environment.DriftCheck;
import dev.releaseledger.domain.environment.EnvironmentEvent;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyStarted;
import dev.releaseledger.domain.environment.EnvironmentEvent.ApplySucceeded;
import dev.releaseledger.domain.environment.EnvironmentEvent.DriftCheckPassed;
import dev.releaseledger.domain.environment.EnvironmentEvent.PassedGate;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanApproved;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanProposed;
import dev.releaseledger.domain.environment.EnvironmentEvent.ReleaseAdvanced;
import dev.releaseledger.domain.environment.EnvironmentEvent.StageStarted;
import dev.releaseledger.domain.environment.EnvironmentEvent.StatementApplied;
import dev.releaseledger.domain.environment.EnvironmentEvent.Terms;
import dev.releaseledger.domain.environment.EnvironmentEvent.TestRecorded;
import dev.releaseledger.domain.environment.EnvironmentEvent.TicketLinked;
import dev.releaseledger.domain.environment.ReleaseCause;
import dev.releaseledger.domain.plan.Plan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One rollout from its proposal to its release, event by event. */
record OneRollout(
    String project,
    String environment,
    String rollout,
    String release,
    @Nullable String previous,
    String commit,
    Plan plan,
    String base,
    String target,
    String snapshot,
    String requester,
    String approver,
    int round) {

  private static final String REHEARSAL = "sha256:" + "e".repeat(64);

  List<EnvironmentEvent> life(Supplier<Instant> clock) {
    List<EnvironmentEvent> events = new ArrayList<>();
    Instant now = clock.get();
    String digest = plan.digest().value();
    int steps = plan.connections().values().stream().mapToInt(it -> it.steps().size()).sum();
    events.add(
        new PlanProposed(
            project,
            environment,
            rollout,
            digest,
            commit,
            "main",
            now,
            at(base),
            at(target),
            at(snapshot),
            REHEARSAL,
            steps,
            List.of(),
            true,
            1,
            null,
            new Terms(new TreeMap<>(), false, null, true, List.of(requester), REHEARSAL, null),
            "manual",
            "ticket " + round,
            requester,
            now));
    events.add(
        new TicketLinked(project, environment, rollout, "ticket", "OPS-" + round, requester, now));
    events.add(
        new TestRecorded(
            project,
            environment,
            rollout,
            "suite",
            true,
            "https://ci.example/runs/" + round,
            null,
            requester,
            now));
    events.add(
        new PlanApproved(
            project,
            environment,
            rollout,
            digest,
            "looks right",
            List.of("group dba"),
            true,
            null,
            "review meeting",
            null,
            approver,
            now));
    events.add(checked(DriftCheck.PREFLIGHT, base, now));
    events.add(
        new ApplyStarted(
            project,
            environment,
            rollout,
            digest,
            round + 1,
            "node-1",
            List.of(
                new PassedGate("approvals", true, "1 of 1"),
                new PassedGate("freeze", true, "nothing is frozen")),
            "manual",
            requester,
            now));
    events.add(
        new StageStarted(
            project, environment, rollout, "main", 1, true, List.of(1, 2), requester, now));
    for (int step = 1; step <= Math.max(1, steps); step++) {
      events.add(
          new StatementApplied(
              project, environment, rollout, "main", 1, step, REHEARSAL, 3 + step, requester, now));
    }
    events.add(new ApplySucceeded(project, environment, rollout, requester, now));
    events.add(checked(DriftCheck.POST_APPLY, target, now));
    events.add(
        new ReleaseAdvanced(
            project,
            environment,
            release,
            commit,
            at(target),
            at(snapshot),
            ReleaseCause.APPLY,
            rollout,
            previous,
            null,
            requester,
            now));
    return events;
  }

  private EnvironmentEvent checked(DriftCheck check, String found, Instant now) {
    return new DriftCheckPassed(project, environment, rollout, check, at(found), requester, now);
  }

  private static SortedMap<String, String> at(String value) {
    return new TreeMap<>(Map.of("main", value));
  }
}
