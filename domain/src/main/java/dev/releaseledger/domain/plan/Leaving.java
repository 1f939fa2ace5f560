package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.plan.Draft.DraftStep;
import dev.releaseledger.domain.schema.PartitionBound;
import dev.releaseledger.domain.schema.Table;

/**
 * A partition that leaves its whole for good.
 *
 * @param check the name of the check of its bound that the server leaves behind
 * @param lockTimeoutMillis how long the undo waits for a lock
 */
record Leaving(Table partition, PartitionBound bound, String check, long lockTimeoutMillis) {

  /** Detaches it while queries of the whole go on; the undo also heals what was broken off. */
  DraftStep detach() {
    return new DraftStep(
        new Operation.Set(partition, Setting.CONCURRENT_DETACHMENT),
        "detach partition " + partition.name(),
        alterWhole() + " DETACH PARTITION " + partition.name() + " CONCURRENTLY",
        new Undo.Reversible(
            """
            DO $undo$
            BEGIN
              PERFORM set_config('lock_timeout', '%6$d', true);
              IF EXISTS (SELECT FROM pg_inherits WHERE inhrelid = %1$s::regclass AND inhdetachpending) THEN
                %2$s DETACH PARTITION %3$s FINALIZE;
              END IF;
              IF NOT EXISTS (SELECT FROM pg_inherits WHERE inhrelid = %1$s::regclass) THEN
                %4$s;
              END IF;
              ALTER TABLE %3$s DROP CONSTRAINT IF EXISTS %5$s;
            END
            $undo$\
            """
                .formatted(
                    Ddl.literal(partition.name()),
                    alterWhole(),
                    partition.name(),
                    attach(),
                    check,
                    lockTimeoutMillis)));
  }

  /** Takes away what the server has left behind; only another attachment brings it back. */
  DraftStep dropCheck() {
    return new DraftStep(
        new Operation.DropProof(partition),
        "drop the check that is left of the bound of " + partition.name(),
        "ALTER TABLE %s DROP CONSTRAINT IF EXISTS %s".formatted(partition.name(), check),
        new Undo.Reversible(attach()));
  }

  private String attach() {
    return "%s ATTACH PARTITION %s %s".formatted(alterWhole(), partition.name(), bound.bound());
  }

  private String alterWhole() {
    return "ALTER TABLE " + bound.parent();
  }
}
