package dev.releaseledger.app.memory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.releaseledger.app.port.Artifacts;
import dev.releaseledger.app.port.Schemas;
import dev.releaseledger.app.postgres.KeptSchemas;
import dev.releaseledger.app.store.LedgerJson;
import dev.releaseledger.domain.environment.EnvironmentEvent;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.plan.Plan;
import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.project.Project;
import dev.releaseledger.domain.project.ProjectEvent.ProjectCreated;
import dev.releaseledger.domain.risk.Planning;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.projections.EventName;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Fills an empty ledger with a given number of events: projects with three environments each, in
 * which one release after another is planned, approved, applied and checked.
 */
final class LargeLedger {

  static final List<String> STAGES = List.of("dev", "stage", "prod");
  private static final int VERSIONS = 60;
  private static final int BUFFER = 4 * 1024 * 1024;
  private static final Instant BEGIN = Instant.parse("2020-01-01T00:00:00Z");

  private final Connection connection;
  private final int projects;
  private final ObjectMapper mapper = LedgerJson.mapper();
  private final StringBuilder rows = new StringBuilder(BUFFER + 65_536);
  private final Map<String, Integer> lengths = new HashMap<>();
  private final String[][] snapshots;
  private final String[][] fingerprints;
  private final Plan[][][] plans;
  private long position;

  private LargeLedger(Connection connection, int projects) {
    this.connection = connection;
    this.projects = projects;
    this.snapshots = new String[projects][VERSIONS];
    this.fingerprints = new String[projects][VERSIONS];
    this.plans = new Plan[projects][VERSIONS][STAGES.size()];
  }

  /** Fills it, and lets every projection believe that it has seen all of it. */
  static long fill(DataSource source, Artifacts artifacts, int projects, long events)
      throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      LargeLedger ledger = new LargeLedger(connection, projects);
      ledger.keep(KeptSchemas.in(artifacts));
      ledger.write(events);
      connection.commit();
      return ledger.position;
    }
  }

  private void keep(Schemas schemas) {
    PlanSettings settings = PlanSettings.defaults().on(17);
    for (int p = 0; p < projects; p++) {
      Schema before = GrownSchema.of(p, VERSIONS - 1);
      for (int v = 0; v < VERSIONS; v++) {
        Schema schema = GrownSchema.of(p, v);
        snapshots[p][v] = schemas.put(schema);
        fingerprints[p][v] = schema.fingerprint().value();
        SchemaPlan part = Planning.plan(before, schema, settings);
        for (int s = 0; s < STAGES.size(); s++) {
          SortedMap<String, SchemaPlan> parts = new TreeMap<>(Map.of("main", part));
          Plan plan = new Plan(project(p), STAGES.get(s), commit(p, v), null, parts);
          String unused = schemas.put(plan);
          plans[p][v][s] = plan;
        }
        before = schema;
      }
    }
  }

  private void write(long events) throws SQLException {
    for (int p = 0; p < projects; p++) {
      append(
          Project.streamOf(project(p)),
          "Project",
          new ProjectCreated(
              project(p), "/srv/%s.git".formatted(project(p)), at("schema"), actor(0), now()));
      for (String stage : STAGES) {
        append(
            new EnvironmentEvent.EnvironmentCreated(
                project(p), stage, at("embedded:" + project(p)), 1, actor(0), now()));
      }
    }
    for (int round = 0; position < events; round++) {
      for (int p = 0; p < projects && position < events; p++) {
        for (int s = 0; s < STAGES.size(); s++) {
          release(p, round % VERSIONS, s, round);
        }
      }
    }
    flush();
    try (Statement statement = connection.createStatement()) {
      statement.execute("select setval('ledger_position', " + position + ")");
      statement.execute("analyze ledger_event");
      statement.execute("analyze artifact");
    }
  }

  private void release(int p, int version, int stage, int round) throws SQLException {
    OneRollout it =
        new OneRollout(
            project(p),
            STAGES.get(stage),
            "rol_%s%s%08d".formatted(project(p), STAGES.get(stage), round),
            release(p, round),
            round == 0 ? null : release(p, round - 1),
            commit(p, version),
            plans[p][version][stage],
            fingerprints[p][(version + VERSIONS - 1) % VERSIONS],
            fingerprints[p][version],
            snapshots[p][version],
            actor(1 + round % 20),
            actor(30 + round % 10),
            round);
    for (EnvironmentEvent event : it.life(this::now)) {
      append(event);
    }
  }

  private static String release(int p, int round) {
    return "rel_%s%08d".formatted(project(p), round);
  }

  private void append(EnvironmentEvent event) throws SQLException {
    append(
        new EnvironmentId(event.project(), event.environment()).stream(),
        "EnvironmentAggregate",
        event);
  }

  private void append(String stream, String type, Object event) throws SQLException {
    position++;
    int sequence = lengths.merge(stream, 1, Integer::sum) - 1;
    rows.append(position)
        .append('\t')
        .append(new UUID(0, position))
        .append('\t')
        .append(stream)
        .append('\t')
        .append(sequence)
        .append('\t')
        .append(type)
        .append('\t')
        .append(now())
        .append('\t')
        .append(EventName.of(event.getClass()))
        .append("\t1\t")
        .append(json(event).replace("\\", "\\\\"))
        .append("\t{}\n");
    if (rows.length() > BUFFER) {
      flush();
    }
  }

  private void flush() throws SQLException {
    try {
      long unused =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn("copy ledger_event from stdin", new StringReader(rows.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    rows.setLength(0);
  }

  private String json(Object event) {
    try {
      return mapper.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One event a minute. */
  private Instant now() {
    return BEGIN.plusSeconds(60 * position);
  }

  static String project(int p) {
    return "p%03d".formatted(p);
  }

  private static String actor(int number) {
    return "act_%026d".formatted(number);
  }

  private static String commit(int p, int version) {
    return "%08x%032x".formatted(p + 1, version + 1);
  }

  private static SortedMap<String, String> at(String value) {
    return new TreeMap<>(Map.of("main", value));
  }

  /** The names of all environments. */
  static List<EnvironmentId> environments(int projects) {
    List<EnvironmentId> all = new ArrayList<>();
    for (int p = 0; p < projects; p++) {
      for (String stage : STAGES) {
        all.add(new EnvironmentId(project(p), stage));
      }
    }
    return all;
  }
}
