package dev.releaseledger.app.drift;

import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.app.port.LiveSchema;
import dev.releaseledger.app.refusal.RequestRefusal.NoRelease;
import dev.releaseledger.app.refusal.RequestRefusal.UnknownEnvironment;
import dev.releaseledger.domain.environment.DriftCheck;
import dev.releaseledger.domain.environment.Environment;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.policy.Refused;
import java.util.SortedMap;
import org.springframework.stereotype.Component;

/** Compares an environment's databases with its release because somebody asked. */
@Component
public class CheckingDrift {

  private final Ledger ledger;
  private final Comparing comparing;

  CheckingDrift(Ledger ledger, Comparing comparing) {
    this.ledger = ledger;
    this.comparing = comparing;
  }

  /** What a check found, and the position under which it is recorded. */
  public record Checked(Comparison comparison, long position) {}

  /** Checks now, and has the outcome recorded. */
  public Checked check(EnvironmentId id, String actor) {
    Environment environment =
        ledger
            .environment(id)
            .orElseThrow(() -> new Refused(new UnknownEnvironment(id.project(), id.environment())));
    if (environment.current() == null && environment.underway().isEmpty()) {
      throw new Refused(new NoRelease(id.toString()));
    }
    SortedMap<String, LiveSchema> live = comparing.read(environment);
    Comparison comparison = comparing.withExpected(environment, live);
    return new Checked(
        comparison, comparing.record(environment, null, DriftCheck.REQUESTED, comparison, actor));
  }
}
