package dev.releaseledger.app.applying;

import dev.releaseledger.app.port.DatabaseLease;
import dev.releaseledger.app.port.StageObserver;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.plan.Stage;
import dev.releaseledger.domain.schema.Fingerprint;
import dev.releaseledger.domain.schema.Schema;
import java.util.List;
import java.util.OptionalInt;

/**
 * Finds out how far a plan has come in a database, by what the rehearsal knows of each stage.
 *
 * @param after the fingerprints after the stages
 */
record Whereabouts(SchemaPlan plan, List<Fingerprint> after) {

  /** What the database is when a stage is about to begin. */
  Fingerprint before(int stage) {
    return stage == 1 ? plan.base() : after.get(stage - 2);
  }

  /** How many stages the database has behind it, at least those that are on record. */
  OptionalInt behind(int recorded, Fingerprint now) {
    for (int stage = recorded; stage <= after.size(); stage++) {
      if (before(stage + 1).equals(now)) {
        return OptionalInt.of(stage);
      }
    }
    return OptionalInt.empty();
  }

  /**
   * The same after a run that was broken off in the middle of a statement that no transaction holds
   * together: an index that is half built is taken away, one that is half dropped will be, and a
   * partition that is half detached is attached again.
   */
  OptionalInt behindBrokenOff(int recorded, DatabaseLease lease) {
    if (recorded == plan.stages().size() || plan.stages().get(recorded).transactional()) {
      return OptionalInt.empty();
    }
    Stage begun = plan.stages().get(recorded);
    int own = begun.steps().getFirst().number();
    plan.takingBack(begun).stream()
        .filter(undo -> undo.steps().getFirst().number() == own)
        .forEach(undo -> lease.run(undo, StageObserver.NONE));
    Schema now = lease.read();
    OptionalInt found = behind(recorded, now.fingerprint());
    return found.isEmpty() && now.withIndexesBuilt().fingerprint().equals(before(recorded + 1))
        ? OptionalInt.of(recorded)
        : found;
  }

  /** Why the plan cannot go on in a database that is like this. */
  String moved(Fingerprint now) {
    return "the database is at %s, which is not a state of this plan (it starts at %s)"
        .formatted(now, plan.base());
  }
}
