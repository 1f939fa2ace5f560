package dev.releaseledger.domain.plan;

import static dev.releaseledger.domain.risk.rule.Given.CUSTOMER;
import static dev.releaseledger.domain.risk.rule.Given.NOTE;
import static dev.releaseledger.domain.risk.rule.Given.ORDERS;
import static dev.releaseledger.domain.risk.rule.Given.check;
import static dev.releaseledger.domain.risk.rule.Given.column;
import static dev.releaseledger.domain.risk.rule.Given.foreignKey;
import static dev.releaseledger.domain.risk.rule.Given.index;
import static dev.releaseledger.domain.risk.rule.Given.primaryKey;
import static dev.releaseledger.domain.risk.rule.Given.shop;
import static dev.releaseledger.domain.risk.rule.Given.unique;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.plan.Draft.DraftStage;
import dev.releaseledger.domain.plan.Draft.DraftStep;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.Index;
import dev.releaseledger.domain.schema.Schema;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which way each change takes, in which stages, and what a failure of each takes back. */
class OnlineTest {

  private static final Schema BASE = shop(NOTE);

  @Test
  void a_check_is_for_new_rows_first_and_then_for_all() {
    assertThat(stages(BASE, shop(NOTE, check(ORDERS, "customer_id > 0"))))
        .containsExactly(
            "together: ALTER TABLE public.orders ADD CONSTRAINT c CHECK ((customer_id > 0)) NOT"
                + " VALID",
            "together: ALTER TABLE public.orders VALIDATE CONSTRAINT c, takes back [1]");
  }

  @Test
  void so_is_a_foreign_key() {
    assertThat(stages(BASE, shop(NOTE, foreignKey(ORDERS, "customer_id"))))
        .containsExactly(
            "together: ALTER TABLE public.orders ADD CONSTRAINT fk FOREIGN KEY (customer_id)"
                + " REFERENCES public.customers(id) ON DELETE CASCADE NOT VALID",
            "together: ALTER TABLE public.orders VALIDATE CONSTRAINT fk, takes back [1]");
  }

  @Test
  void what_is_half_done_is_taken_back_and_what_is_done_stays() {
    Constraint other =
        new Constraint(ORDERS.name(), "d", check(ORDERS, "").type(), "CHECK (true)", true, null);
    assertThat(
            Planner.draft(BASE, shop(NOTE, check(ORDERS, "1 > 0"), other), settings(17)).stages())
        .extracting(DraftStage::takesBack)
        .containsExactly(List.of(), List.of(2, 1), List.of(2));
  }

  @Test
  void not_null_is_proven_by_a_check_up_to_17() {
    assertThat(stages(BASE, shop(column(ORDERS, "note", "text", true))))
        .containsExactly(
            "together: ALTER TABLE public.orders ADD CONSTRAINT note_is_not_null"
                + " CHECK (note IS NOT NULL) NOT VALID",
            "together: ALTER TABLE public.orders VALIDATE CONSTRAINT note_is_not_null,"
                + " takes back [1]",
            "together: ALTER TABLE public.orders ALTER COLUMN note SET NOT NULL;"
                + " ALTER TABLE public.orders DROP CONSTRAINT note_is_not_null, takes back [1]");
  }

  @Test
  void not_null_comes_by_itself_from_18_on() {
    Schema target = shop(column(ORDERS, "note", "text", true));
    assertThat(stages(BASE, target, settings(18)))
        .containsExactly(
            "together: ALTER TABLE public.orders ADD NOT NULL note NOT VALID",
            "together: ALTER TABLE public.orders VALIDATE CONSTRAINT orders_note_not_null,"
                + " takes back [1]");
  }

  @Test
  void a_valid_check_that_stays_is_proof_enough() {
    Constraint proof = check(ORDERS, "note IS NOT NULL");
    assertThat(stages(shop(NOTE, proof), shop(column(ORDERS, "note", "text", true), proof)))
        .containsExactly("together: ALTER TABLE public.orders ALTER COLUMN note SET NOT NULL");
  }

  @Test
  void an_index_is_built_outside_of_a_transaction() {
    assertThat(stages(BASE, shop(NOTE, index(ORDERS, "i", "note"))))
        .containsExactly(
            "alone: CREATE INDEX CONCURRENTLY i ON public.orders USING btree (note),"
                + " takes back [1]");
  }

  @Test
  void an_index_that_changes_is_built_beside_the_old_one() {
    Schema before = shop(NOTE, index(ORDERS, "i", "note"));
    assertThat(stages(before, shop(NOTE, index(ORDERS, "i", "note, customer_id"))))
        .containsExactly(
            "alone: CREATE INDEX CONCURRENTLY i_next ON public.orders USING btree"
                + " (note, customer_id), takes back [1]",
            "together: DROP INDEX public.i; ALTER INDEX public.i_next RENAME TO i,"
                + " takes back [1]");
  }

  @Test
  void an_index_goes_last_and_outside_of_a_transaction() {
    Schema before = shop(NOTE, index(ORDERS, "i", "note"));
    Schema after = shop(NOTE, column(ORDERS, "more", "text", false));
    assertThat(stages(before, after))
        .containsExactly(
            "together: ALTER TABLE public.orders ADD COLUMN more text",
            "alone: DROP INDEX CONCURRENTLY public.i");
  }

  @Test
  void a_key_is_made_from_an_index_that_was_built_before() {
    assertThat(stages(BASE, shop(NOTE, unique(ORDERS, "note"))))
        .containsExactly(
            "alone: CREATE UNIQUE INDEX CONCURRENTLY u ON public.orders USING btree (note),"
                + " takes back [1]",
            "together: ALTER TABLE public.orders ADD CONSTRAINT u UNIQUE USING INDEX u,"
                + " takes back [1]");
  }

  @Test
  void the_old_primary_key_goes_when_the_new_one_is_ready() {
    Schema before = shop(NOTE, primaryKey(ORDERS, "customer_id"));
    Constraint next =
        new Constraint(
            ORDERS.name(),
            "orders_pkey",
            primaryKey(ORDERS, "x").type(),
            "PRIMARY KEY (customer_id) INCLUDE (note)",
            true,
            null);
    assertThat(stages(before, shop(NOTE, next)))
        .containsExactly(
            "alone: CREATE UNIQUE INDEX CONCURRENTLY orders_pkey ON public.orders USING btree"
                + " (customer_id) INCLUDE (note), takes back [1]",
            "together: ALTER TABLE public.orders DROP CONSTRAINT pk; ALTER TABLE public.orders"
                + " ADD CONSTRAINT orders_pkey PRIMARY KEY USING INDEX orders_pkey,"
                + " takes back [1]");
  }

  @Test
  void a_table_without_rows_takes_the_short_way() {
    PlanSettings empty =
        settings(17).knowingEmpty(new TreeSet<>(List.of("public.orders", "public.customers")));
    Index index = index(ORDERS, "i", "note");
    Schema target =
        shop(column(ORDERS, "note", "text", true), index, check(ORDERS, "true"), CUSTOMER);
    assertThat(stages(BASE, target, empty))
        .containsExactly(
            "together: ALTER TABLE public.orders ALTER COLUMN note SET NOT NULL;"
                + " ALTER TABLE public.orders ADD CONSTRAINT c CHECK ((true));"
                + " CREATE INDEX i ON public.orders USING btree (note)");
  }

  private static PlanSettings settings(int version) {
    return PlanSettings.defaults().on(version);
  }

  private static List<String> stages(Schema base, Schema target) {
    return stages(base, target, settings(17));
  }

  private static List<String> stages(Schema base, Schema target, PlanSettings settings) {
    return Planner.draft(base, target, settings).stages().stream().map(OnlineTest::stage).toList();
  }

  private static String stage(DraftStage stage) {
    return (stage.transactional() ? "together: " : "alone: ")
        + stage.steps().stream().map(DraftStep::sql).collect(joining("; "))
        + (stage.takesBack().isEmpty() ? "" : ", takes back " + stage.takesBack());
  }
}
