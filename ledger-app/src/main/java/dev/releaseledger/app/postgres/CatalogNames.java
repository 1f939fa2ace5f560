package dev.releaseledger.app.postgres;

import dev.releaseledger.app.postgres.Rows.Row;
import dev.releaseledger.domain.schema.Dependency;
import dev.releaseledger.domain.schema.ObjectId;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows which object of the schema each row of the catalog belongs to. */
final class CatalogNames {

  /** A row of the catalog: which catalog, which row, and which column of a relation or 0. */
  private record Address(long catalog, long oid, long column) {}

  private static final Map<String, Long> CATALOGS =
      Map.ofEntries(
          Map.entry("pg_type", 1247L),
          Map.entry("pg_proc", 1255L),
          Map.entry("pg_class", 1259L),
          Map.entry("pg_foreign_server", 1417L),
          Map.entry("pg_user_mapping", 1418L),
          Map.entry("pg_foreign_data_wrapper", 2328L),
          Map.entry("pg_am", 2601L),
          Map.entry("pg_amop", 2602L),
          Map.entry("pg_amproc", 2603L),
          Map.entry("pg_attrdef", 2604L),
          Map.entry("pg_cast", 2605L),
          Map.entry("pg_constraint", 2606L),
          Map.entry("pg_conversion", 2607L),
          Map.entry("pg_language", 2612L),
          Map.entry("pg_namespace", 2615L),
          Map.entry("pg_opclass", 2616L),
          Map.entry("pg_operator", 2617L),
          Map.entry("pg_rewrite", 2618L),
          Map.entry("pg_trigger", 2620L),
          Map.entry("pg_opfamily", 2753L),
          Map.entry("pg_extension", 3079L),
          Map.entry("pg_policy", 3256L),
          Map.entry("pg_statistic_ext", 3381L),
          Map.entry("pg_collation", 3456L),
          Map.entry("pg_event_trigger", 3466L),
          Map.entry("pg_transform", 3576L),
          Map.entry("pg_ts_dict", 3600L),
          Map.entry("pg_ts_parser", 3601L),
          Map.entry("pg_ts_config", 3602L),
          Map.entry("pg_ts_template", 3764L),
          Map.entry("pg_publication", 6104L),
          Map.entry("pg_publication_rel", 6106L),
          Map.entry("pg_publication_namespace", 6237L));

  private final Map<Address, ObjectId> ids = new HashMap<>();
  private final Map<Address, Address> aliases = new HashMap<>();

  void put(String catalog, long oid, ObjectId id) {
    if (oid != 0) {
      ids.put(address(catalog, oid), id);
    }
  }

  void putColumn(long relation, long number, ObjectId id) {
    ids.put(new Address(catalog("pg_class"), relation, number), id);
  }

  /** Says that a row is the inside of another one. */
  void alias(String catalog, long oid, String asCatalog, long asOid) {
    aliases.put(address(catalog, oid), address(asCatalog, asOid));
  }

  void readAliases(Rows rows) throws SQLException {
    rows.each(
        "aliases",
        row ->
            aliases.put(
                new Address(row.number("classid"), row.number("objid"), 0),
                new Address(row.number("asclass"), row.number("asobj"), 0)));
  }

  @Nullable ObjectId find(String catalog, long oid) {
    return find(address(catalog, oid));
  }

  /** The dependency a row of pg_depend tells of, unless it is within one object. */
  Optional<Dependency> dependency(Row row) throws SQLException {
    ObjectId from =
        find(new Address(row.number("classid"), row.number("objid"), row.number("objsubid")));
    ObjectId on =
        find(
            new Address(
                row.number("refclassid"), row.number("refobjid"), row.number("refobjsubid")));
    if (from == null || on == null || from.equals(on) || isTie(from, on)) {
      return Optional.empty();
    }
    return Optional.of(new Dependency(from, on));
  }

  /** The ties of sequences and tables to other things are told by themselves. */
  private static boolean isTie(ObjectId from, ObjectId on) {
    return switch (from.kind()) {
      case SEQUENCE ->
          switch (on.kind()) {
            case COLUMN, TABLE -> true;
            default -> false;
          };
      case TABLE ->
          switch (on.kind()) {
            case COLUMN, TABLE, COMPOSITE -> true;
            default -> false;
          };
      default -> false;
    };
  }

  private @Nullable ObjectId find(Address address) {
    ObjectId id = ids.get(address);
    if (id == null && address.column() != 0) {
      return find(new Address(address.catalog(), address.oid(), 0));
    }
    Address alias = aliases.get(address);
    return id == null && alias != null ? find(alias) : id;
  }

  private static Address address(String catalog, long oid) {
    return new Address(catalog(catalog), oid, 0);
  }

  private static long catalog(String name) {
    Long oid = CATALOGS.get(name);
    if (oid == null) {
      throw new IllegalArgumentException("not a known catalog: " + name);
    }
    return oid;
  }
}
