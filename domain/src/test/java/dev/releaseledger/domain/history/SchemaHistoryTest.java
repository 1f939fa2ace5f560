package dev.releaseledger.domain.history;

import static dev.releaseledger.domain.history.Lives.check;
import static dev.releaseledger.domain.history.Lives.column;
import static dev.releaseledger.domain.history.Lives.foreignKey;
import static dev.releaseledger.domain.history.Lives.index;
import static dev.releaseledger.domain.history.Lives.renamed;
import static dev.releaseledger.domain.history.Lives.schema;
import static dev.releaseledger.domain.history.Lives.table;
import static dev.releaseledger.domain.history.Lives.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.schema.EnumType;
import dev.releaseledger.domain.schema.Grant;
import dev.releaseledger.domain.schema.Namespace;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.View;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaHistoryTest {

  private static final Schema USERS =
      schema(
          table("public.users"),
          column("public.users", "id", "integer"),
          column("public.users", "name", "text"),
          index("public.users_name_idx", "public.users", "name"));

  @Test
  void the_same_schema_brings_no_version() {
    assertThat(told(USERS, USERS)).isEmpty();
  }

  @Test
  void the_first_schema_adds_what_a_new_database_does_not_have() {
    assertThat(told(Schema.empty(), USERS))
        .containsExactly(
            "added table public.users: added table public.users; added column public.users.id;"
                + " added column public.users.name; added index public.users_name_idx");
  }

  @Test
  void a_change_of_type_is_told_with_both_types() {
    Schema wider =
        schema(
            table("public.users"),
            column("public.users", "id", "bigint"),
            column("public.users", "name", "text"),
            index("public.users_name_idx", "public.users", "name"));

    assertThat(told(USERS, wider))
        .containsExactly(
            "changed table public.users: changed column public.users.id type integer -> bigint");
  }

  @Test
  void only_the_object_that_changed_has_a_version() {
    Schema more =
        schema(
            table("public.users"),
            column("public.users", "id", "integer"),
            column("public.users", "name", "text"),
            index("public.users_name_idx", "public.users", "name"),
            new EnumType("public.mood", List.of("sad"), null));

    assertThat(told(USERS, more)).containsExactly("added enum public.mood: added enum public.mood");
  }

  @Test
  void a_renamed_table_goes_on_and_its_parts_are_what_they_were() {
    Schema customers =
        schema(
            table("public.customers"),
            column("public.customers", "id", "integer"),
            column("public.customers", "name", "text"),
            index("public.users_name_idx", "public.customers", "name"));

    assertThat(told(USERS, customers, renamed(ObjectKind.TABLE, "public.customers", "users")))
        .containsExactly(
            "renamed table public.customers from public.users: renamed table public.customers;"
                + " followed column public.customers.id; followed column public.customers.name;"
                + " followed index public.users_name_idx");
  }

  @Test
  void what_also_changed_with_a_rename_is_told() {
    Schema customers =
        schema(
            table("public.customers"),
            column("public.customers", "id", "bigint"),
            column("public.customers", "full_name", "text"),
            index("public.customers_full_name_idx", "public.customers", "full_name"));

    assertThat(
            told(
                USERS,
                customers,
                renamed(ObjectKind.TABLE, "public.customers", "users"),
                renamed(ObjectKind.COLUMN, "public.customers.full_name", "name")))
        .containsExactly(
            "renamed table public.customers from public.users: renamed table public.customers;"
                + " changed column public.customers.id type integer -> bigint;"
                + " renamed column public.customers.full_name;"
                + " renamed index public.customers_full_name_idx");
  }

  @Test
  void without_a_declared_rename_one_table_goes_and_another_comes() {
    assertThat(told(schema(table("public.users")), schema(table("public.customers"))))
        .containsExactly(
            "added table public.customers: added table public.customers",
            "removed table public.users: removed table public.users");
  }

  @Test
  void a_name_that_is_given_away_can_be_taken_again() {
    Schema both =
        schema(
            table("public.customers"),
            column("public.customers", "id", "integer"),
            column("public.customers", "name", "text"),
            index("public.users_name_idx", "public.customers", "name"),
            table("public.users"),
            column("public.users", "id", "uuid"));

    assertThat(told(USERS, both, renamed(ObjectKind.TABLE, "public.customers", "users")))
        .element(1)
        .isEqualTo(
            "added table public.users: added table public.users; added column public.users.id");
  }

  @Test
  void a_reference_to_a_renamed_table_follows_it() {
    Schema base =
        schema(
            table("public.users"),
            table("public.orders"),
            foreignKey("public.orders", "fk", "FOREIGN KEY (u) REFERENCES public.users(id)"));
    Schema target =
        schema(
            table("public.customers"),
            table("public.orders"),
            foreignKey("public.orders", "fk", "FOREIGN KEY (u) REFERENCES public.customers(id)"));

    assertThat(told(base, target, renamed(ObjectKind.TABLE, "public.customers", "users")))
        .contains("changed table public.orders: followed constraint public.orders.fk");
  }

  @Test
  void a_literal_is_no_name_and_its_change_is_a_change() {
    Schema base =
        schema(
            table("public.t"),
            column("public.t", "a", "text"),
            check("public.t", "c", "kind = 'a'"));
    Schema target =
        schema(
            table("public.t"),
            column("public.t", "b", "text"),
            check("public.t", "c", "kind = 'b'"));

    assertThat(told(base, target, renamed(ObjectKind.COLUMN, "public.t.b", "a")))
        .containsExactly(
            "changed table public.t: renamed column public.t.b; changed constraint public.t.c"
                + " definition CHECK (kind = 'a') -> CHECK (kind = 'b')");
  }

  @Test
  void a_renamed_schema_takes_everything_in_it_along() {
    Schema base =
        schema(new Namespace("sales", null), table("sales.t"), column("sales.t", "c", "text"));
    Schema target =
        schema(new Namespace("trade", null), table("trade.t"), column("trade.t", "c", "text"));

    assertThat(told(base, target, renamed(ObjectKind.SCHEMA, "trade", "sales")))
        .containsExactly(
            "renamed schema trade from sales: renamed schema trade",
            "renamed table trade.t from sales.t: followed table trade.t; followed column"
                + " trade.t.c");
  }

  @Test
  void names_that_look_alike_are_not_the_same() {
    Schema base = schema(table("public.\"a.b\""), table("public.a_b"), table("public.\"A_b\""));
    Schema target =
        schema(
            table("public.\"a.b\""),
            column("public.\"a.b\"", "x", "text"),
            table("public.a_b"),
            table("public.\"A_b\""));

    assertThat(told(base, target))
        .containsExactly("changed table public.\"a.b\": added column public.\"a.b\".x");
  }

  @Test
  void an_index_that_moves_to_another_table_goes_from_one_and_comes_to_the_other() {
    Schema base = schema(table("public.a"), table("public.b"), index("public.i", "public.a", "x"));
    Schema target =
        schema(table("public.a"), table("public.b"), index("public.i", "public.b", "x"));

    assertThat(told(base, target))
        .containsExactly(
            "changed table public.a: removed index public.i",
            "changed table public.b: added index public.i");
  }

  @Test
  void a_privilege_on_a_column_is_a_part_of_its_table() {
    Grant grant =
        new Grant(
            new ObjectId(ObjectKind.TABLE, "public.users"),
            "name",
            "bob",
            List.of("SELECT"),
            List.of(),
            List.of());
    Schema base = schema(table("public.users"), column("public.users", "name", "text"));
    Schema target = schema(table("public.users"), column("public.users", "name", "text"), grant);

    assertThat(told(base, target))
        .containsExactly("changed table public.users: added " + grant.id().label());
  }

  @Test
  void a_view_is_an_object_of_its_own() {
    View before = new View("public.v", "SELECT 1", List.of(), List.of(), null);
    View after = new View("public.v", "SELECT 2", List.of(), List.of(), null);

    assertThat(told(schema(before), schema(after)))
        .containsExactly("changed view public.v: changed view public.v query SELECT 1 -> SELECT 2");
  }
}
