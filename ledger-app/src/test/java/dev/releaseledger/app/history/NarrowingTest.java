package dev.releaseledger.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.ConstraintType;
import dev.releaseledger.domain.schema.Dependency;
import dev.releaseledger.domain.schema.Index;
import dev.releaseledger.domain.schema.Namespace;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.Table;
import dev.releaseledger.domain.schema.View;
import java.util.List;
import org.junit.jupiter.api.Test;

class NarrowingTest {

  private static final Table ORDERS = new Table("sales.orders", null);
  private static final Table ITEMS = new Table("sales.order_items", "all that was ordered");
  private static final Table ODD = new Table("public.\"Orders\"", null);
  private static final Column ID = column("sales.orders", "id");
  private static final Column ORDER = column("sales.order_items", "order_id");
  private static final Schema SCHEMA =
      Schema.of(
          List.of(
              new Namespace("public", null),
              new Namespace("sales", null),
              ORDERS,
              ID,
              new Constraint(
                  "sales.orders", "pk", ConstraintType.PRIMARY_KEY, "PRIMARY KEY (id)", true, null),
              ITEMS,
              ORDER,
              new Constraint(
                  "sales.order_items",
                  "fk",
                  ConstraintType.FOREIGN_KEY,
                  "FOREIGN KEY (order_id) REFERENCES sales.orders(id)",
                  true,
                  null),
              new Index(
                  "sales.i",
                  ITEMS.id(),
                  "CREATE INDEX i ON sales.order_items USING btree (order_id)",
                  true,
                  null),
              ODD,
              new View("sales.v", "SELECT 1", List.of(), List.of(), null)),
          List.of(
              new Dependency(
                  new ObjectId(ObjectKind.CONSTRAINT, "sales.order_items.fk"),
                  new ObjectId(ObjectKind.CONSTRAINT, "sales.orders.pk")),
              new Dependency(new ObjectId(ObjectKind.VIEW, "sales.v"), ORDERS.id())));

  @Test
  void a_name_is_with_or_without_its_schema_and_in_the_case_it_has() {
    assertThat(Narrowing.tables(SCHEMA, "order_items")).containsExactly(ITEMS.id());
    assertThat(Narrowing.tables(SCHEMA, "SALES.Order_Items")).containsExactly(ITEMS.id());
    assertThat(Narrowing.tables(SCHEMA, "public.order_items")).isEmpty();
    assertThat(Narrowing.tables(SCHEMA, "\"orders\"")).containsExactly(ORDERS.id());
    assertThat(Narrowing.tables(SCHEMA, "\"Orders\"")).containsExactly(ODD.id());
    assertThat(Narrowing.tables(SCHEMA, "order")).isEmpty();
    assertThat(Narrowing.tables(SCHEMA, "v")).isEmpty();
  }

  @Test
  void the_script_of_a_table_has_its_parts_and_nothing_else() {
    assertThat(Narrowing.script(SCHEMA, List.of(ITEMS.id())))
        .contains("CREATE TABLE sales.order_items", "order_id integer")
        .contains("FOREIGN KEY (order_id) REFERENCES sales.orders(id)")
        .contains("CREATE INDEX i ON sales.order_items")
        .contains("COMMENT ON TABLE sales.order_items IS 'all that was ordered'")
        .doesNotContain("CREATE TABLE sales.orders ", "CREATE SCHEMA", "VIEW");
  }

  @Test
  void an_object_is_named_with_its_kind() {
    assertThat(ObjectName.parse("materialized view public.totals"))
        .isEqualTo(new ObjectName(ObjectKind.MATERIALIZED_VIEW, "public.totals"));
    assertThat(ObjectName.parse("materialized_view totals"))
        .isEqualTo(new ObjectName(ObjectKind.MATERIALIZED_VIEW, "totals"));
    assertThat(ObjectName.parse("View public.v").exact())
        .isEqualTo(new ObjectId(ObjectKind.VIEW, "public.v"));
    assertThat(ObjectName.parse("composite type t").kind()).isEqualTo(ObjectKind.COMPOSITE);
    assertThat(ObjectName.parse("routine public.f(integer, text)").name())
        .isEqualTo("public.f(integer, text)");
  }

  private static Column column(String table, String name) {
    return new Column(table, name, "integer", false, null, null, null, null, null);
  }
}
