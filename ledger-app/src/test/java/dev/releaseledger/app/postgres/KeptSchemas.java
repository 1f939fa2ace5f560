package dev.releaseledger.app.postgres;

import dev.releaseledger.app.port.Artifacts;
import dev.releaseledger.app.port.Schemas;

/** Schemas and plans as artifacts, for tests of other packages. */
public final class KeptSchemas {

  private KeptSchemas() {}

  public static dev.releaseledger.projections.schemahistory.KeptSchemas read(Artifacts artifacts) {
    return new SchemaArtifacts(artifacts);
  }

  public static Schemas in(Artifacts artifacts) {
    return new SchemaArtifacts(artifacts);
  }
}
