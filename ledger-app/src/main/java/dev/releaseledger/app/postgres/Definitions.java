package dev.releaseledger.app.postgres;

import dev.releaseledger.app.postgres.Rows.Row;
import dev.releaseledger.domain.schema.Defined;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Reads the objects that one definition makes. */
final class Definitions {

  /** In the order in which one names the other. */
  private static final List<String> QUERIES =
      List.of(
          "type_definitions",
          "routine_definitions",
          "operator_definitions",
          "text_search_definitions",
          "data_definitions");

  private final CatalogNames names;
  private final Consumer<Defined> objects;

  private Definitions(CatalogNames names, Consumer<Defined> objects) {
    this.names = names;
    this.objects = objects;
  }

  static void read(Rows rows, CatalogNames names, Consumer<Defined> objects) throws SQLException {
    Definitions definitions = new Definitions(names, objects);
    for (String query : QUERIES) {
      rows.each(query, definitions::definition);
    }
  }

  private void definition(Row row) throws SQLException {
    ObjectId id = new ObjectId(ObjectKind.valueOf(row.text("kind")), row.text("identity"));
    String parent = row.orNull("parent_catalog");
    Defined defined =
        new Defined(
            id,
            row.text("definition"),
            options(row.texts("options")),
            row.orNull("signature"),
            parent == null ? null : names.find(parent, row.number("parent_oid")),
            row.orNull("comment"));
    names.put(row.text("catalog"), row.number("oid"), id);
    objects.accept(defined);
  }

  private static SortedMap<String, String> options(List<String> pairs) {
    SortedMap<String, String> options = new TreeMap<>();
    for (int i = 0; i < pairs.size(); i += 2) {
      options.put(pairs.get(i), pairs.get(i + 1));
    }
    return options;
  }
}
