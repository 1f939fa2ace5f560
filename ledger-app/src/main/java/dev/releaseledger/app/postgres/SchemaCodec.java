package dev.releaseledger.app.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.releaseledger.domain.plan.Plan;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.rehearsal.PlanRehearsal;
import dev.releaseledger.domain.rehearsal.RehearsalReport;
import dev.releaseledger.domain.schema.Canonical;
import dev.releaseledger.domain.schema.Fingerprint;
import dev.releaseledger.domain.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads schemas and plans back from the canonical JSON they are kept as. */
public final class SchemaCodec {

  private static final ObjectMapper JSON = new ObjectMapper();

  private SchemaCodec() {}

  /** The canonical JSON of a schema, a plan, or any other value of the domain. */
  public static String write(Object value) {
    return Canonical.json(value);
  }

  /** The schema that was written so. */
  public static Schema schema(String json) {
    return read(json, Schema.class);
  }

  /** The plan that was written so. */
  public static Plan plan(String json) {
    return read(json, Plan.class);
  }

  /** The plan of one connection that was written so. */
  public static SchemaPlan schemaPlan(String json) {
    return read(json, SchemaPlan.class);
  }

  /**
   * What a rehearsal showed that was written so, or in the form of earlier releases: the
   * fingerprints after each stage by connection, and nothing else.
   */
  public static PlanRehearsal rehearsal(String json) {
    JsonNode root = tree(json);
    if (root.path("connections").isObject()) {
      return read(json, PlanRehearsal.class);
    }
    SortedMap<String, RehearsalReport> reports = new TreeMap<>();
    for (Map.Entry<String, JsonNode> connection : root.properties()) {
      List<Fingerprint> after = new ArrayList<>();
      connection.getValue().forEach(stage -> after.add(new Fingerprint(stage.asText())));
      reports.put(connection.getKey(), RehearsalReport.arrived(after));
    }
    return new PlanRehearsal(reports);
  }

  /**
   * Any record of the domain that was written so.
   *
   * @throws IllegalArgumentException when the text is not the canonical JSON of such a record
   */
  public static <T> T read(String json, Class<T> type) {
    return read(tree(json), type);
  }

  static <T> T read(JsonNode json, Class<T> type) {
    Object value = new RecordReader().read(json, type);
    return type.cast(Objects.requireNonNull(value, "JSON null"));
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
    }
  }
}
