package dev.releaseledger.app.store;

import dev.releaseledger.app.port.Artifacts;
import dev.releaseledger.domain.plan.Plan;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Namespace;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.Table;
import dev.releaseledger.projections.schemahistory.KeptSchemas;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The artifacts of a ledger, and schemas for the snapshots that random histories make up. */
record MadeUpSchemas(KeptSchemas real) implements KeptSchemas {

  private static final String SNAPSHOT = "sha256:snapshot-of-";

  MadeUpSchemas(Artifacts artifacts) {
    this(dev.releaseledger.app.postgres.KeptSchemas.read(artifacts));
  }

  /** The snapshot of a schema that is only a name. */
  static String digest(String schema) {
    return SNAPSHOT + schema;
  }

  @Override
  public Optional<Schema> keptSchema(String digest) {
    // One is lost, so that this is tried as well.
    return digest.startsWith(SNAPSHOT) && !digest.endsWith(":a")
        ? Optional.of(madeUp(digest.substring(SNAPSHOT.length())))
        : real.keptSchema(digest);
  }

  @Override
  public Map<String, Schema> keptSchemas(Collection<String> digests) {
    Map<String, Schema> kept = new HashMap<>(real.keptSchemas(digests));
    digests.stream()
        .filter(digest -> digest.startsWith(SNAPSHOT))
        .forEach(digest -> keptSchema(digest).ifPresent(schema -> kept.put(digest, schema)));
    return kept;
  }

  @Override
  public boolean mayRename(String digest) {
    return real.mayRename(digest);
  }

  @Override
  public Optional<Plan> keptPlan(String digest) {
    return real.keptPlan(digest);
  }

  private static Schema madeUp(String name) {
    String table = "public.t" + Math.floorMod(name.hashCode(), 3);
    return Schema.of(
        List.of(
            new Namespace("public", null),
            new Table(table, null),
            new Column(table, "\"" + name + "\"", "integer", false, null, null, null, null, null)),
        List.of());
  }
}
