package dev.releaseledger.app.postgres;

import dev.releaseledger.app.postgres.Rows.Row;
import dev.releaseledger.domain.schema.ColumnStorage;
import dev.releaseledger.domain.schema.ForeignSource;
import dev.releaseledger.domain.schema.IndexStorage;
import dev.releaseledger.domain.schema.NotNullConstraint;
import dev.releaseledger.domain.schema.PartitionBound;
import dev.releaseledger.domain.schema.Policy;
import dev.releaseledger.domain.schema.RowSecurity;
import dev.releaseledger.domain.schema.Table;
import dev.releaseledger.domain.schema.TableStorage;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads how tables, columns and indexes are stored, sampled and guarded. */
final class Storages {

  private Storages() {}

  static Table table(Row row) throws SQLException {
    String server = row.orNull("server");
    List<String> parents = row.texts("parents");
    return new Table(
        row.text("name"),
        row.orNull("of_type"),
        row.orNull("partition_key"),
        server == null ? null : new ForeignSource(server, row.texts("foreign_options")),
        row.flag("partition") ? new PartitionBound(parents.getFirst(), row.text("bound")) : null,
        row.flag("partition") ? null : parents,
        relation(row),
        rowSecurity(row),
        row.orNull("replica_identity"),
        row.orNull("clustering"),
        row.orNull("comment"));
  }

  static @Nullable TableStorage relation(Row row) throws SQLException {
    return new TableStorage(
            row.flag("unlogged"),
            row.orNull("access_method"),
            row.orNull("tablespace"),
            row.texts("options"))
        .orNull();
  }

  private static @Nullable RowSecurity rowSecurity(Row row) throws SQLException {
    boolean enabled = row.flag("row_security");
    boolean forced = row.flag("force_row_security");
    return enabled || forced ? new RowSecurity(enabled, forced) : null;
  }

  static @Nullable ColumnStorage column(Row row) throws SQLException {
    String statistics = row.orNull("statistics");
    return new ColumnStorage(
            row.orNull("storage"),
            row.orNull("compression"),
            statistics == null ? null : Integer.valueOf(statistics),
            row.texts("options"),
            row.texts("foreign_options"))
        .orNull();
  }

  static @Nullable IndexStorage index(Row row) throws SQLException {
    return new IndexStorage(
            row.orNull("tablespace"), row.texts("index_options"), row.texts("statistics"))
        .orNull();
  }

  static @Nullable NotNullConstraint notNull(Row row) throws SQLException {
    return row.flag("named_not_null")
        ? new NotNullConstraint(
            row.orNull("not_null_name"),
            row.flag("not_null_validated"),
            row.flag("not_null_no_inherit"),
            row.orNull("not_null_comment"))
        : null;
  }

  static Policy policy(Row row, String table) throws SQLException {
    return new Policy(
        table,
        row.text("name"),
        row.text("command"),
        row.flag("permissive"),
        row.texts("roles"),
        row.orNull("using_expression"),
        row.orNull("check_expression"),
        row.orNull("comment"));
  }
}
