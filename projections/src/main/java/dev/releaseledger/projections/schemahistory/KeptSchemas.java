package dev.releaseledger.projections.schemahistory;

import dev.releaseledger.domain.plan.Plan;
import dev.releaseledger.domain.schema.Schema;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The schemas and plans that events name by their digests, as far as they are kept. */
public interface KeptSchemas {

  /**
   * The schema of a digest; nothing when it is not kept. What depends on what may be missing in it.
   */
  Optional<Schema> keptSchema(String digest);

  /** Those of these digests that are kept, at once. */
  Map<String, Schema> keptSchemas(Collection<String> digests);

  /** Whether a plan is kept that may have renames in it. */
  boolean mayRename(String digest);

  /** The plan of a digest; nothing when it is not kept. */
  Optional<Plan> keptPlan(String digest);
}
