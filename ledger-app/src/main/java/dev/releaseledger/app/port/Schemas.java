package dev.releaseledger.app.port;

import dev.releaseledger.domain.plan.Plan;
import dev.releaseledger.domain.rehearsal.PlanRehearsal;
import dev.releaseledger.domain.schema.Schema;

/** Schemas, plans and rehearsals as artifacts. */
public interface Schemas {

  /** Keeps a schema; answers with the digest of the artifact. */
  String put(Schema schema);

  /** Reads a kept schema. */
  Schema schema(String digest);

  /** Keeps a plan; the digest of the artifact is the plan's digest. */
  String put(Plan plan);

  /** Reads a kept plan. */
  Plan plan(String digest);

  /** Keeps what a rehearsal showed; answers with the digest of the artifact. */
  String put(PlanRehearsal rehearsal);

  /** Reads what a rehearsal showed. */
  PlanRehearsal rehearsal(String digest);
}
