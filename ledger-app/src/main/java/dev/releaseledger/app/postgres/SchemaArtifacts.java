package dev.releaseledger.app.postgres;

import dev.releaseledger.app.port.Artifacts;
import dev.releaseledger.app.port.Schemas;
import dev.releaseledger.domain.plan.Plan;
import dev.releaseledger.domain.rehearsal.PlanRehearsal;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.projections.schemahistory.KeptSchemas;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Schemas, plans and rehearsals kept as their canonical JSON. */
@Component
final class SchemaArtifacts implements Schemas, KeptSchemas {

  /** How the steps begin that rename something. */
  private static final String RENAMES = "\"summary\":\"rename ";

  private final Artifacts artifacts;
  private final FamiliarObjects familiar = new FamiliarObjects();

  SchemaArtifacts(Artifacts artifacts) {
    this.artifacts = artifacts;
  }

  @Override
  public String put(Schema schema) {
    return artifacts.put("schema", SchemaCodec.write(schema));
  }

  @Override
  public Schema schema(String digest) {
    return SchemaCodec.schema(artifacts.read(digest));
  }

  @Override
  public String put(Plan plan) {
    return artifacts.put("plan", SchemaCodec.write(plan));
  }

  @Override
  public Plan plan(String digest) {
    return SchemaCodec.plan(artifacts.read(digest));
  }

  @Override
  public String put(PlanRehearsal rehearsal) {
    return artifacts.put("rehearsal", SchemaCodec.write(rehearsal));
  }

  @Override
  public PlanRehearsal rehearsal(String digest) {
    return SchemaCodec.rehearsal(artifacts.read(digest));
  }

  @Override
  public Optional<Schema> keptSchema(String digest) {
    return artifacts.get(digest).map(familiar::schema);
  }

  @Override
  public Map<String, Schema> keptSchemas(Collection<String> digests) {
    Map<String, Schema> kept = new HashMap<>();
    artifacts.all(digests).forEach((digest, text) -> kept.put(digest, familiar.schema(text)));
    return kept;
  }

  @Override
  public boolean mayRename(String digest) {
    return artifacts.get(digest).filter(plan -> plan.contains(RENAMES)).isPresent();
  }

  @Override
  public Optional<Plan> keptPlan(String digest) {
    return artifacts.get(digest).map(SchemaCodec::plan);
  }
}
