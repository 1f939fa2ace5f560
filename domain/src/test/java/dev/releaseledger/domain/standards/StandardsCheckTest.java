package dev.releaseledger.domain.standards;

import static dev.releaseledger.domain.risk.rule.Given.CUSTOMERS;
import static dev.releaseledger.domain.risk.rule.Given.CUSTOMER_ID;
import static dev.releaseledger.domain.risk.rule.Given.ORDERS;
import static dev.releaseledger.domain.risk.rule.Given.column;
import static dev.releaseledger.domain.risk.rule.Given.defined;
import static dev.releaseledger.domain.risk.rule.Given.foreignKey;
import static dev.releaseledger.domain.risk.rule.Given.index;
import static dev.releaseledger.domain.risk.rule.Given.partition;
import static dev.releaseledger.domain.risk.rule.Given.primaryKey;
import static dev.releaseledger.domain.risk.rule.Given.schema;
import static dev.releaseledger.domain.risk.rule.Given.shop;
import static dev.releaseledger.domain.risk.rule.Given.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.plan.Severity;
import dev.releaseledger.domain.risk.Planning;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.ConstraintType;
import dev.releaseledger.domain.schema.DomainType;
import dev.releaseledger.domain.schema.Index;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StandardsCheckTest {

  private static final Column DOCUMENT = column(ORDERS, "document", "json", false);
  private static final Column PLACED_AT =
      column(ORDERS, "placed_at", "timestamp(3) without time zone", false);

  private static Standards asking(Object rules) {
    return StandardsDocumentTest.read(Map.of("rules", rules));
  }

  private static List<String> messages(Object rules, SchemaObject... objects) {
    return StandardsCheck.whole(schema(objects), asking(rules)).stream()
        .map(Finding::message)
        .toList();
  }

  private static Constraint constraint(String name, ConstraintType type, String definition) {
    return new Constraint(ORDERS.name(), name, type, definition, true, null);
  }

  private static Constraint foreignKeyAs(String name, String ending) {
    return constraint(
        name,
        ConstraintType.FOREIGN_KEY,
        "FOREIGN KEY (customer_id) REFERENCES public.customers(id)" + ending);
  }

  @Test
  void nothing_is_said_where_nothing_is_asked() {
    assertThat(StandardsCheck.whole(shop(DOCUMENT, PLACED_AT), Standards.NONE)).isEmpty();
  }

  @Test
  void findings_carry_how_much_the_project_minds_and_the_worst_come_first() {
    List<Finding> findings =
        StandardsCheck.whole(
            shop(DOCUMENT, PLACED_AT),
            asking(Map.of("json-column", "info", "timestamp-without-time-zone", "error")));
    assertThat(findings)
        .extracting(Finding::rule)
        .containsExactly("timestamp-without-time-zone", "json-column");
    assertThat(findings)
        .extracting(Finding::severity)
        .containsExactly(Severity.ERROR, Severity.INFO);
    assertThat(findings)
        .allSatisfy(it -> assertThat(it.message()).startsWith(it.object()).doesNotContain("  "));
    assertThat(findings).allSatisfy(it -> assertThat(it.remedy()).endsWith("."));
  }

  @Test
  void names_of_tables() {
    Map<String, Object> plural = Map.of("table-name", Map.of("number", "plural"));
    assertThat(messages(plural, ORDERS, table("public.person"), table("public.\"Items\"")))
        .containsExactly(
            "table public.\"Items\" is not in snake_case",
            "table public.person is not in the plural");
    assertThat(messages(Map.of("table-name", Map.of("pattern", "t_{name}")), ORDERS))
        .containsExactly("table public.orders is not named as t_{name}");
  }

  @Test
  void names_of_columns() {
    assertThat(
            messages(
                Map.of("column-name", Map.of("number", "singular")),
                ORDERS,
                column(ORDERS, "\"placedAt\"", "date", false),
                column(ORDERS, "notes", "text", false),
                column(ORDERS, "tags", "text[]", false),
                column(ORDERS, "downloads", "bigint", false),
                column(ORDERS, "expires", "timestamp with time zone", false)))
        .containsExactly(
            "column public.orders.\"placedAt\" is not in snake_case",
            "column public.orders.notes is not in the singular");
  }

  @Test
  void names_of_indexes() {
    Map<String, Object> rules =
        Map.of("index-name", Map.of("pattern", "idx_{table}_{columns}", "severity", "error"));
    Index unique =
        new Index(
            "public.idx_orders_day_customer_id_known",
            ORDERS.id(),
            "CREATE UNIQUE INDEX idx_orders_day_customer_id_known ON public.orders USING btree"
                + " (day DESC NULLS LAST, customer_id) INCLUDE (note) WHERE (day IS NOT NULL)",
            true,
            null);
    assertThat(
            messages(
                rules,
                ORDERS,
                index(ORDERS, "idx_orders_customer_id", "customer_id"),
                index(ORDERS, "idx_orders_lower_note", "lower(note)"),
                index(ORDERS, "idx_orders_order", "\"Order\""),
                unique))
        .isEmpty();
    List<Finding> findings =
        StandardsCheck.whole(schema(ORDERS, index(ORDERS, "i", "day, lower(note)")), asking(rules));
    assertThat(findings).hasSize(1);
    assertThat(findings.getFirst().remedy()).isEqualTo("Name it idx_orders_day_<...>.");
  }

  @Test
  void capital_letters_are_said_of_what_has_them_first() {
    Table mixed = table("public.\"Person\"");
    assertThat(
            messages(
                Map.of("primary-key-name", "error", "index-name", "error"),
                mixed,
                new Constraint(
                    mixed.name(),
                    "\"Person_pkey\"",
                    ConstraintType.PRIMARY_KEY,
                    "PRIMARY KEY (id)",
                    true,
                    null),
                index(ORDERS, "\"orders_placedAt_idx\"", "\"placedAt\""),
                index(ORDERS, "\"orders_Idx\"", "\"placedAt\"")))
        .containsExactly("index public.\"orders_Idx\" is not in snake_case");
  }

  @Test
  void names_of_constraints() {
    Standards alembic = StandardsDocumentTest.read(Map.of("preset", "alembic"));
    List<SchemaObject> good =
        List.of(
            constraint("pk_orders", ConstraintType.PRIMARY_KEY, "PRIMARY KEY (id)"),
            constraint("uq_orders_day", ConstraintType.UNIQUE, "UNIQUE (day, number)"),
            constraint("ck_orders_total", ConstraintType.CHECK, "CHECK ((total > 0))"),
            foreignKeyAs("fk_orders_customer_id_customers", ""));
    List<SchemaObject> bad =
        List.of(
            constraint("orders_pkey", ConstraintType.PRIMARY_KEY, "PRIMARY KEY (id)"),
            constraint("orders_day_key", ConstraintType.UNIQUE, "UNIQUE (day)"),
            constraint("total", ConstraintType.CHECK, "CHECK ((total > 0))"),
            foreignKeyAs("orders_customer_id_fkey", ""));
    Schema named = schema(good.toArray(SchemaObject[]::new));
    Schema unnamed = schema(bad.toArray(SchemaObject[]::new));
    assertThat(StandardsCheck.whole(named, alembic)).isEmpty();
    assertThat(StandardsCheck.whole(unnamed, alembic))
        .extracting(Finding::rule, Finding::remedy)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "foreign-key-name", "Name it fk_orders_customer_id_customers."),
            org.assertj.core.groups.Tuple.tuple("unique-name", "Name it uq_orders_day."),
            org.assertj.core.groups.Tuple.tuple("primary-key-name", "Name it pk_orders."),
            org.assertj.core.groups.Tuple.tuple("check-name", "Name it ck_orders_<...>."));
  }

  @Test
  void any_of_several_patterns_will_do() {
    Object rules =
        Map.of(
            "foreign-key-name",
            Map.of("pattern", List.of("fk_{table}_{columns}", "{table}_{columns}_fkey")));
    assertThat(messages(rules, foreignKeyAs("orders_customer_id_fkey", ""))).isEmpty();
    assertThat(messages(rules, foreignKeyAs("customer", "")))
        .containsExactly(
            "constraint public.orders.customer is not named as fk_{table}_{columns} or"
                + " {table}_{columns}_fkey");
  }

  @Test
  void timestamps_without_time_zone_are_found_also_in_arrays_and_domains() {
    DomainType day =
        new DomainType(
            "public.moment", "timestamp without time zone", false, null, null, List.of(), null);
    assertThat(
            messages(
                Map.of("timestamp-without-time-zone", "error"),
                ORDERS,
                PLACED_AT,
                day,
                column(ORDERS, "a", "timestamp without time zone[]", false),
                column(ORDERS, "b", "public.moment", false),
                column(ORDERS, "c", "timestamp with time zone", false),
                column(ORDERS, "d", "time without time zone", false)))
        .hasSize(3)
        .allSatisfy(it -> assertThat(it).contains("is a timestamp without time zone"));
  }

  @Test
  void a_table_needs_a_primary_key() {
    Object rules = Map.of("missing-primary-key", "error");
    assertThat(messages(rules, CUSTOMERS, CUSTOMER_ID, primaryKey(CUSTOMERS, "id"))).isEmpty();
    assertThat(messages(rules, CUSTOMERS, CUSTOMER_ID))
        .hasSize(1)
        .allSatisfy(it -> assertThat(it).startsWith("table public.customers has no primary key"));
  }

  @Test
  void a_foreign_key_needs_an_index_that_begins_with_its_columns() {
    Object rules = Map.of("foreign-key-without-index", "error");
    Constraint key = foreignKey(ORDERS, "customer_id, day");
    Index partial = index(ORDERS, "p", "customer_id, day");
    assertThat(messages(rules, ORDERS, key)).hasSize(1);
    assertThat(messages(rules, ORDERS, key, index(ORDERS, "i", "day"))).hasSize(1);
    assertThat(
            messages(
                rules,
                ORDERS,
                key,
                new Index(
                    partial.name(),
                    ORDERS.id(),
                    partial.definition() + " WHERE (day > 0)",
                    true,
                    null)))
        .hasSize(1);
    assertThat(messages(rules, ORDERS, key, index(ORDERS, "i", "day, customer_id, note")))
        .isEmpty();
    assertThat(
            messages(
                rules,
                ORDERS,
                key,
                constraint("pk", ConstraintType.PRIMARY_KEY, "PRIMARY KEY (customer_id, day, n)")))
        .isEmpty();
  }

  @Test
  void a_foreign_key_says_what_becomes_of_its_rows() {
    Object rules = Map.of("foreign-key-cascade-not-stated", "warning");
    assertThat(messages(rules, foreignKeyAs("k", "")))
        .containsExactly(
            "constraint public.orders.k does not say what becomes of rows of public.orders whose"
                + " row of public.customers is deleted");
    assertThat(messages(rules, foreignKeyAs("k", " ON UPDATE CASCADE"))).hasSize(1);
    assertThat(messages(rules, foreignKeyAs("k", " ON DELETE RESTRICT"))).isEmpty();
    assertThat(messages(rules, foreignKeyAs("k", " ON DELETE SET NULL"))).isEmpty();
    assertThat(messages(rules, foreignKeyAs("k", " DEFERRABLE INITIALLY DEFERRED"))).isEmpty();
  }

  @Test
  void exemptions_name_tables_and_parts_of_tables() {
    Schema schema =
        schema(
            table("public.\"Old\""),
            table("public.\"OldOrders\""),
            table("other.\"Old\""),
            ORDERS,
            DOCUMENT);
    assertThat(objects(schema, "Old")).doesNotContain("table public.\"Old\"").hasSize(2);
    assertThat(objects(schema, "public.Old")).contains("table other.\"Old\"").hasSize(3);
    assertThat(objects(schema, "Old*")).containsExactly("column public.orders.document");
    assertThat(objects(schema, "orders.document")).doesNotContain("column public.orders.document");
    assertThat(objects(schema, "orders")).doesNotContain("column public.orders.document");
    assertThat(objects(schema, "*")).isEmpty();
    assertThat(objects(schema, "document")).hasSize(4);
  }

  private static List<String> objects(Schema schema, String exempt) {
    Standards standards =
        StandardsDocumentTest.read(
            Map.of(
                "exempt",
                List.of(exempt),
                "rules",
                Map.of("table-name", "error", "json-column", "error")));
    return StandardsCheck.whole(schema, standards).stream().map(Finding::object).toList();
  }

  @Test
  void an_exemption_of_one_rule_is_none_of_the_others() {
    Object rules =
        Map.of(
            "json-column",
            Map.of("severity", "error", "exempt", List.of("orders")),
            "timestamp-without-time-zone",
            "error");
    assertThat(messages(rules, ORDERS, DOCUMENT, PLACED_AT)).hasSize(1);
  }

  @Test
  void partitions_and_what_is_inherited_are_judged_where_they_come_from() {
    Table part = partition("public.\"Orders1\"", "FOR VALUES IN (1)");
    Table heir =
        new Table(
            "public.heirs",
            null,
            null,
            null,
            null,
            List.of("public.orders"),
            null,
            null,
            null,
            null,
            null);
    assertThat(
            messages(
                Map.of("json-column", "error", "table-name", "error"),
                ORDERS,
                DOCUMENT,
                part,
                column(part, "document", "json", false),
                heir,
                column(heir, "document", "json", false),
                column(heir, "own", "json", false)))
        .hasSize(2)
        .allSatisfy(
            it -> assertThat(it).containsAnyOf("public.orders.document", "public.heirs.own"));
  }

  @Test
  void what_stands_by_itself_is_not_looked_at() {
    assertThat(
            messages(Map.of("table-name", "error"), defined(ObjectKind.COLLATION, "public.\"C\"")))
        .isEmpty();
  }

  @Test
  void a_plan_is_told_what_it_brings_and_not_what_was_there() {
    Standards standards = asking(Map.of("json-column", "error"));
    Schema base = shop(DOCUMENT);
    Column another = column(CUSTOMERS, "document", "json", false);
    assertThat(brought(base, shop(DOCUMENT), standards)).isEmpty();
    assertThat(brought(base, shop(DOCUMENT.commented("a document")), standards)).isEmpty();
    assertThat(brought(base, shop(DOCUMENT, another), standards))
        .containsExactly("column public.customers.document");
    assertThat(brought(base, shop(column(ORDERS, "document", "json", true)), standards))
        .containsExactly("column public.orders.document");
  }

  @Test
  void a_plan_is_told_what_becomes_bad_by_what_it_takes_away() {
    Standards standards =
        asking(Map.of("missing-primary-key", "error", "foreign-key-without-index", "error"));
    Constraint key = foreignKey(ORDERS, "customer_id");
    Schema base =
        shop(
            primaryKey(CUSTOMERS, "id"),
            primaryKey(ORDERS, "id"),
            key,
            index(ORDERS, "i", "customer_id"));
    assertThat(brought(base, shop(primaryKey(CUSTOMERS, "id"), key), standards))
        .containsExactlyInAnyOrder("table public.orders", "constraint public.orders.fk");
  }

  @Test
  void a_plan_is_told_of_what_it_renames() {
    Standards standards = asking(Map.of("table-name", Map.of("pattern", "t_{name}")));
    Schema after = shop();
    Set<ObjectId> renamed = Set.of(ORDERS.id());
    assertThat(StandardsCheck.brought(after, after, renamed, standards))
        .extracting(Finding::object)
        .containsExactly("table public.orders");
  }

  private static List<String> brought(Schema base, Schema target, Standards standards) {
    return StandardsCheck.brought(base, target, Set.of(), standards).stream()
        .map(Finding::object)
        .toList();
  }

  @Test
  void a_plan_says_it_once_and_as_the_project_minds_it() {
    Standards standards = asking(Map.of("json-column", "error"));
    Schema target = shop(DOCUMENT);
    SchemaPlan plan = Planning.plan(shop(), target, PlanSettings.defaults());
    SchemaPlan held = plan.heldTo(StandardsCheck.brought(shop(), target, Set.of(), standards));
    assertThat(plan.findings()).extracting(Finding::rule).contains("json-column");
    assertThat(held.findings())
        .filteredOn(it -> it.rule().equals("json-column"))
        .extracting(Finding::severity)
        .containsExactly(Severity.ERROR);
    assertThat(held.steps()).hasSameSizeAs(plan.steps());
    assertThat(plan.heldTo(List.of())).isSameAs(plan);
  }
}
