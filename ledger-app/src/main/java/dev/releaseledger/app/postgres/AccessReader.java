package dev.releaseledger.app.postgres;

import dev.releaseledger.app.postgres.Rows.Row;
import dev.releaseledger.domain.schema.Access;
import dev.releaseledger.domain.schema.Dependency;
import dev.releaseledger.domain.schema.Grant;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Privileges;
import dev.releaseledger.domain.schema.UnreadObject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads who owns and may use the objects that have been read. */
final class AccessReader {

  private final Rows rows;
  private final CatalogNames names;
  private final List<Grant> grants = new ArrayList<>();
  private final SortedSet<ObjectId> foreign = new TreeSet<>();

  AccessReader(Rows rows, CatalogNames names) {
    this.rows = rows;
    this.names = names;
  }

  Access read(
      Privileges privileges, Collection<UnreadObject> unread, Collection<Dependency> dependencies)
      throws SQLException {
    rows.each("privileges", this::grant);
    rows.each("owners", this::owner);
    if (privileges == Privileges.GOVERNED) {
      rows.each("default_privileges", row -> byDefault(row, dependencies));
      rows.each("unread_privileges", row -> unread.add(Snapshot.unread(row)));
    }
    grants.sort((one, other) -> one.id().compareTo(other.id()));
    return new Access(privileges, grants, foreign);
  }

  private void grant(Row row) throws SQLException {
    ObjectId on = names.find(row.text("catalog"), row.number("oid"));
    if (on != null) {
      grants.add(grant(row, on, row.orNull("part")));
    }
  }

  private void byDefault(Row row, Collection<Dependency> dependencies) throws SQLException {
    ObjectId on = new ObjectId(ObjectKind.DEFAULT_PRIVILEGES, row.text("scope"));
    Grant grant = grant(row, on, null);
    grants.add(grant);
    ObjectId namespace = names.find("pg_namespace", row.number("namespace"));
    if (namespace != null) {
      dependencies.add(new Dependency(grant.id(), namespace));
    }
  }

  private static Grant grant(Row row, ObjectId on, @Nullable String part) throws SQLException {
    return new Grant(
        on,
        part,
        row.text("grantee"),
        row.texts("privileges"),
        row.texts("grantable"),
        row.texts("standing"));
  }

  private void owner(Row row) throws SQLException {
    ObjectId object = names.find(row.text("catalog"), row.number("oid"));
    if (object != null) {
      foreign.add(object);
    }
  }
}
