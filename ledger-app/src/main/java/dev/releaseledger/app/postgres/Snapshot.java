package dev.releaseledger.app.postgres;

import dev.releaseledger.app.postgres.Rows.Row;
import dev.releaseledger.domain.schema.Access;
import dev.releaseledger.domain.schema.Attribute;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.CompositeType;
import dev.releaseledger.domain.schema.Dependency;
import dev.releaseledger.domain.schema.DomainType;
import dev.releaseledger.domain.schema.EnumType;
import dev.releaseledger.domain.schema.Extension;
import dev.releaseledger.domain.schema.Generated;
import dev.releaseledger.domain.schema.Identity;
import dev.releaseledger.domain.schema.MaterializedView;
import dev.releaseledger.domain.schema.Namespace;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Persistence;
import dev.releaseledger.domain.schema.Privileges;
import dev.releaseledger.domain.schema.Routine;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Sequence;
import dev.releaseledger.domain.schema.SequenceOptions;
import dev.releaseledger.domain.schema.Table;
import dev.releaseledger.domain.schema.UnreadObject;
import dev.releaseledger.domain.schema.View;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** One reading of the catalog: a fixed number of queries, whatever the size of the schema. */
final class Snapshot {

  private static final Set<String> TABLES = Set.of("r", "p", "f");

  private final Rows rows;
  private final CatalogNames names = new CatalogNames();
  private final OnRelations onRelations = new OnRelations(names, this::add);
  private final SortedMap<ObjectId, SchemaObject> objects = new TreeMap<>();
  private final SortedMap<String, List<String>> columnOrder = new TreeMap<>();
  private final Map<Long, List<Attribute>> attributes = new HashMap<>();
  private final Map<String, Identity> identities = new HashMap<>();
  private final List<UnreadObject> unread = new ArrayList<>();

  Snapshot(Rows rows) {
    this.rows = rows;
  }

  Schema read(Privileges privileges) throws SQLException {
    rows.each("namespaces", this::namespace);
    rows.each("extensions", this::extension);
    rows.each("sequences", this::sequence);
    Map<Long, RelationName> relations = relations();
    rows.each("columns", row -> column(row, relations));
    rows.each("relations", this::relation);
    onRelations.read(rows);
    rows.each("types", this::type);
    rows.each("routines", this::routine);
    Definitions.read(rows, names, this::add);
    rows.each("unread", row -> unread.add(unread(row)));
    TreeSet<Dependency> dependencies = new TreeSet<>();
    names.readAliases(rows);
    rows.each("dependencies", row -> names.dependency(row).ifPresent(dependencies::add));
    Access access = new AccessReader(rows, names).read(privileges, unread, dependencies);
    if (privileges == Privileges.GOVERNED) {
      access.grants().forEach(this::add);
      access = new Access(privileges, List.of(), access.foreign());
    }
    return new Schema(objects, dependencies, columnOrder, unread, access);
  }

  private record RelationName(String kind, String name) {}

  private Map<Long, RelationName> relations() throws SQLException {
    Map<Long, RelationName> relations = new HashMap<>();
    rows.each(
        "relations",
        row ->
            relations.put(
                row.number("oid"), new RelationName(row.text("relkind"), row.text("name"))));
    return relations;
  }

  private void add(SchemaObject object) {
    objects.put(object.id(), object);
  }

  private void namespace(Row row) throws SQLException {
    Namespace namespace = new Namespace(row.text("name"), row.orNull("comment"));
    names.put("pg_namespace", row.number("oid"), namespace.id());
    add(namespace);
  }

  private void extension(Row row) throws SQLException {
    Extension extension =
        new Extension(
            row.text("name"), row.text("schema"), row.text("version"), row.orNull("comment"));
    names.put("pg_extension", row.number("oid"), extension.id());
    add(extension);
  }

  private void sequence(Row row) throws SQLException {
    SequenceOptions options =
        new SequenceOptions(
            row.text("type"),
            row.text("start"),
            row.text("increment"),
            row.text("minimum"),
            row.text("maximum"),
            row.text("cache"),
            row.flag("cycle"));
    String owner = row.orNull("owner");
    if ("i".equals(row.orNull("tie")) && owner != null) {
      identities.put(owner, new Identity(false, row.text("name"), options, row.orNull("comment")));
      names.put("pg_class", row.number("oid"), new ObjectId(ObjectKind.COLUMN, owner));
      return;
    }
    Sequence sequence =
        new Sequence(
            row.text("name"),
            options,
            owner,
            row.flag("unlogged") ? Persistence.UNLOGGED : null,
            row.orNull("comment"));
    names.put("pg_class", row.number("oid"), sequence.id());
    add(sequence);
  }

  private void column(Row row, Map<Long, RelationName> relations) throws SQLException {
    long oid = row.number("relation");
    RelationName relation = relations.get(oid);
    if (relation == null) {
      return;
    }
    String name = row.text("name");
    if (!TABLES.contains(relation.kind())) {
      attributes
          .computeIfAbsent(oid, key -> new ArrayList<>())
          .add(
              new Attribute(
                  name,
                  row.text("type"),
                  row.orNull("collation"),
                  row.orNull("expression"),
                  Storages.column(row),
                  row.orNull("comment")));
      names.alias("pg_attrdef", row.number("default_oid"), "pg_class", oid);
      return;
    }
    Column column = column(row, relation.name(), name);
    names.putColumn(oid, row.number("number"), column.id());
    names.put(
        "pg_attrdef",
        row.number("default_oid"),
        column.generated() == null ? column.defaultId() : column.id());
    names.put("pg_constraint", row.number("not_null_oid"), column.id());
    columnOrder.computeIfAbsent(relation.name(), key -> new ArrayList<>()).add(name);
    add(column);
  }

  private Column column(Row row, String table, String name) throws SQLException {
    String expression = row.orNull("expression");
    String generated = row.text("generated");
    String identity = row.text("identity");
    Identity inside = identities.get(table + "." + name);
    return new Column(
        table,
        name,
        row.text("type"),
        row.flag("not_null"),
        generated.isEmpty() ? expression : null,
        identity.isEmpty() || inside == null
            ? null
            : new Identity(
                identity.equals("a"), inside.sequence(), inside.options(), inside.comment()),
        generated.isEmpty() || expression == null
            ? null
            : new Generated(expression, generated.equals("s")),
        row.orNull("collation"),
        Storages.column(row),
        Storages.notNull(row),
        row.orNull("comment"));
  }

  private void relation(Row row) throws SQLException {
    long oid = row.number("oid");
    String name = row.text("name");
    String comment = row.orNull("comment");
    List<Attribute> columns = attributes.getOrDefault(oid, List.of());
    SchemaObject object =
        switch (row.text("relkind")) {
          case "r", "p", "f" -> Storages.table(row);
          case "v" ->
              new View(
                  name,
                  CatalogCodes.query(row.text("query")),
                  row.texts("options"),
                  columns,
                  comment);
          case "m" ->
              new MaterializedView(
                  name,
                  CatalogCodes.query(row.text("query")),
                  columns,
                  Storages.relation(row),
                  row.orNull("clustering"),
                  comment);
          default -> new CompositeType(name, columns, comment);
        };
    if (object instanceof Table) {
      columnOrder.computeIfAbsent(name, key -> new ArrayList<>());
    }
    names.put("pg_class", oid, object.id());
    add(object);
  }

  private void type(Row row) throws SQLException {
    long oid = row.number("oid");
    String name = row.text("name");
    String comment = row.orNull("comment");
    SchemaObject type =
        row.text("typtype").equals("e")
            ? new EnumType(name, row.texts("labels"), comment)
            : new DomainType(
                name,
                row.text("base"),
                row.flag("not_null"),
                row.orNull("default_value"),
                row.orNull("collation"),
                onRelations.ofDomain(oid),
                comment);
    names.put("pg_type", oid, type.id());
    add(type);
  }

  private void routine(Row row) throws SQLException {
    Routine routine =
        new Routine(
            row.text("identity"),
            row.flag("procedure"),
            row.text("arguments"),
            row.orNull("result"),
            row.text("definition"),
            row.orNull("comment"));
    names.put("pg_proc", row.number("oid"), routine.id());
    add(routine);
  }

  static UnreadObject unread(Row row) throws SQLException {
    return new UnreadObject(row.text("kind"), row.text("name"), row.text("reason"));
  }
}
