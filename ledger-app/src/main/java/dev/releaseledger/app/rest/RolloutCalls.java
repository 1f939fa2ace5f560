package dev.releaseledger.app.rest;

import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.domain.environment.EnvironmentCommand;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.environment.EnvironmentRefusal.UnknownRollout;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.projections.rollouts.RolloutRow;
import dev.releaseledger.projections.rollouts.Rollouts;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What all calls about a rollout do: find it, record, and answer with what became of it. */
@Component
class RolloutCalls {

  private final Rollouts rollouts;
  private final Ledger ledger;
  private final Presenting presenting;
  private final Answers answers;

  RolloutCalls(Rollouts rollouts, Ledger ledger, Presenting presenting, Answers answers) {
    this.rollouts = rollouts;
    this.ledger = ledger;
    this.presenting = presenting;
    this.answers = answers;
  }

  RolloutRow row(String id) {
    return rollouts.one(id).orElseThrow(() -> new Refused(new UnknownRollout(id)));
  }

  EnvironmentId environmentOf(String id) {
    RolloutRow row = row(id);
    return new EnvironmentId(row.project(), row.environment());
  }

  RolloutView view(String id) {
    return presenting.whole(row(id));
  }

  ResponseEntity<RolloutView> record(EnvironmentCommand command, String id) {
    return answer(ledger.record(command), id);
  }

  ResponseEntity<RolloutView> answer(long position, String id) {
    return answers.ok(position, () -> view(id));
  }
}
