package dev.releaseledger.app.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.releaseledger.domain.plan.Plan;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.schema.Canonical;
import dev.releaseledger.domain.schema.Schema;
import java.util.Objects;

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
   * Any record of the domain that was written so.
   *
   * @throws IllegalArgumentException when the text is not the canonical JSON of such a record
   */
  public static <T> T read(String json, Class<T> type) {
    try {
      Object value = new RecordReader().read(JSON.readTree(json), type);
      return type.cast(Objects.requireNonNull(value, "JSON null"));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
    }
  }
}
