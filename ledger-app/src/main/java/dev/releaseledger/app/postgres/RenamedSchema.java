package dev.releaseledger.app.postgres;

import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.plan.Stage;
import dev.releaseledger.domain.risk.Planning;
import dev.releaseledger.domain.schema.Index;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a schema is after renames, as the server sees it: views, defaults and functions name their
 * objects in texts that only the server can rewrite.
 */
final class RenamedSchema {

  private RenamedSchema() {}

  /** Makes the schema in an empty scratch database, renames there, and reads the result. */
  static Schema make(Connection emptyScratch, Schema base, List<String> renames)
      throws SQLException {
    SchemaPlan building = Planning.plan(Schema.empty(), base, PlanSettings.defaults());
    for (Stage stage : building.stages()) {
      if (StageRunner.run(emptyScratch, stage, StageListener.NONE)
          instanceof StageResult.Failed failed) {
        throw new SQLException(failed.message(), failed.sqlState());
      }
    }
    try (Statement statement = emptyScratch.createStatement()) {
      statement.setEscapeProcessing(false);
      for (String rename : renames) {
        statement.execute(rename);
      }
    }
    Schema renamed = CatalogReader.read(emptyScratch, base.access().privileges());
    SortedMap<ObjectId, SchemaObject> objects = new TreeMap<>(renamed.objects());
    // A copy has no invalid index; the plan has to see the ones of the database.
    objects.replaceAll((id, object) -> isInvalid(base.find(id)) ? base.objects().get(id) : object);
    return new Schema(
        objects, renamed.dependencies(), renamed.columnOrder(), base.unread(), base.access());
  }

  private static boolean isInvalid(@Nullable SchemaObject object) {
    return object instanceof Index index && !index.valid();
  }
}
