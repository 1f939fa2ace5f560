package dev.releaseledger.app.rest;

import dev.releaseledger.app.access.Caller;
import dev.releaseledger.app.history.Narrowing;
import dev.releaseledger.app.history.Point;
import dev.releaseledger.app.history.ReadingSchemas;
import dev.releaseledger.app.history.SchemaAt;
import dev.releaseledger.app.refusal.HistoryRefusal.NoSuchTable;
import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.domain.drawing.Diagram;
import dev.releaseledger.domain.drawing.Mermaid;
import dev.releaseledger.domain.drawing.Svg;
import dev.releaseledger.domain.environment.EnvironmentId;
import dev.releaseledger.domain.policy.Refused;
import dev.releaseledger.domain.risk.Planning;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The schema of an environment at any point, as SQL, as a list of objects, or as a picture. */
@RestController
@RequestMapping("/api/v1/projects/{project}/environments/{environment}/schema")
class SchemaApi {

  private final ReadingSchemas reading;

  SchemaApi(ReadingSchemas reading) {
    this.reading = reading;
  }

  record ObjectView(String kind, String name) {}

  record ConnectionView(String name, String fingerprint, String sql, List<ObjectView> objects) {}

  record SchemaView(
      String at,
      String environment,
      @Nullable String releaseId,
      @Nullable String ref,
      String fingerprint,
      List<ConnectionView> connections) {}

  @GetMapping
  ResponseEntity<?> show(
      @PathVariable String project,
      @PathVariable String environment,
      @RequestParam(required = false) @Nullable String at,
      @RequestParam(required = false) @Nullable String table,
      @RequestParam(required = false) @Nullable String connection,
      @RequestParam(defaultValue = "json") String format,
      Caller caller) {
    EnvironmentId id = new EnvironmentId(project, environment);
    SchemaAt found = only(reading.read(id, Point.parse(at), caller), connection);
    SortedMap<String, List<ObjectId>> tables = tables(found, table);
    return switch (format) {
      case "json" -> ResponseEntity.ok(view(found, tables));
      case "sql" -> Texts.sql(sql(found, tables));
      case "mermaid" -> Texts.mermaid(Mermaid.of(diagram(found, tables)));
      case "svg" -> Texts.svg(Svg.of(diagram(found, tables)));
      default -> throw new Refused(new InvalidValue("format", "must be json, sql, mermaid or svg"));
    };
  }

  private static SchemaAt only(SchemaAt found, @Nullable String connection) {
    if (connection == null) {
      return found;
    }
    if (!found.schemas().containsKey(connection)) {
      throw new Refused(
          new InvalidValue(
              "connection", "must be one of: " + String.join(", ", found.schemas().keySet())));
    }
    SortedMap<String, Schema> one = new TreeMap<>(found.schemas());
    one.keySet().retainAll(List.of(connection));
    return new SchemaAt(
        found.point(),
        found.environment(),
        found.position(),
        found.release(),
        found.ref(),
        one,
        found.declared());
  }

  /** The tables that were asked for, by connection; nothing where all of the schema was. */
  private static SortedMap<String, List<ObjectId>> tables(SchemaAt found, @Nullable String table) {
    SortedMap<String, List<ObjectId>> tables = new TreeMap<>();
    if (table == null) {
      return tables;
    }
    found
        .schemas()
        .forEach((connection, schema) -> tables.put(connection, Narrowing.tables(schema, table)));
    if (tables.values().stream().allMatch(List::isEmpty)) {
      throw new Refused(new NoSuchTable(table, found.point()));
    }
    return tables;
  }

  private static SchemaView view(SchemaAt found, SortedMap<String, List<ObjectId>> tables) {
    return new SchemaView(
        found.point(),
        found.environment().environment(),
        found.release() == null ? null : found.release().release(),
        found.ref(),
        found.fingerprint(),
        found.schemas().entrySet().stream().map(entry -> connection(entry, tables)).toList());
  }

  private static ConnectionView connection(
      Map.Entry<String, Schema> entry, SortedMap<String, List<ObjectId>> tables) {
    Schema schema = entry.getValue();
    List<ObjectId> narrowed = tables.get(entry.getKey());
    Stream<ObjectId> objects =
        narrowed == null
            ? schema.objects().keySet().stream()
            : Narrowing.objects(schema, narrowed).stream().map(it -> it.id()).sorted();
    return new ConnectionView(
        entry.getKey(),
        schema.fingerprint().value(),
        script(schema, narrowed),
        objects.map(id -> new ObjectView(id.kind().label(), id.identity())).toList());
  }

  private static String script(Schema schema, @Nullable List<ObjectId> tables) {
    return tables == null ? Planning.script(schema) : Narrowing.script(schema, tables);
  }

  private static String sql(SchemaAt found, SortedMap<String, List<ObjectId>> tables) {
    return found.schemas().entrySet().stream()
        .map(entry ->
            "-- connection %s, %s\n\n%s"
                .formatted(
                    entry.getKey(),
                    entry.getValue().fingerprint().value(),
                    script(entry.getValue(), tables.get(entry.getKey()))))
        .collect(Collectors.joining("\n"));
  }

  private static Diagram diagram(SchemaAt found, SortedMap<String, List<ObjectId>> tables) {
    if (found.schemas().size() > 1) {
      throw new Refused(
          new InvalidValue(
              "connection",
              "must be given, since a picture has one: "
                  + String.join(", ", found.schemas().keySet())));
    }
    String connection = found.schemas().firstKey();
    Diagram diagram = Diagram.of(found.of(connection));
    List<ObjectId> narrowed = tables.get(connection);
    return narrowed == null
        ? diagram
        : diagram.around(narrowed.stream().map(ObjectId::identity).toList());
  }
}
