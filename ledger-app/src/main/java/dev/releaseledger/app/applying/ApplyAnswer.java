package dev.releaseledger.app.applying;

import dev.releaseledger.app.planning.Draft;
import dev.releaseledger.domain.rehearsal.PlanRehearsal;

/** What became of a request to apply. */
public sealed interface ApplyAnswer {

  /** It was only to be shown. */
  record DryRun(Draft draft, PlanRehearsal rehearsal) implements ApplyAnswer {}

  /** The environment is on this release already. */
  record NothingToDo(String releaseId) implements ApplyAnswer {}

  /** People have to say yes first. */
  record Waiting(String rollout, Draft draft, long position) implements ApplyAnswer {}

  /** It runs at the time that was asked for. */
  record Scheduled(String rollout, long position) implements ApplyAnswer {}

  /** It runs. */
  record Applying(String rollout, long position) implements ApplyAnswer {}
}
