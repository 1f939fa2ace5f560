package dev.releaseledger.domain.lint;

import static dev.releaseledger.domain.risk.rule.Given.CUSTOMER;
import static dev.releaseledger.domain.risk.rule.Given.NOTE;
import static dev.releaseledger.domain.risk.rule.Given.ORDERS;
import static dev.releaseledger.domain.risk.rule.Given.check;
import static dev.releaseledger.domain.risk.rule.Given.column;
import static dev.releaseledger.domain.risk.rule.Given.index;
import static dev.releaseledger.domain.risk.rule.Given.primaryKey;
import static dev.releaseledger.domain.risk.rule.Given.schema;
import static dev.releaseledger.domain.risk.rule.Given.shop;
import static dev.releaseledger.domain.risk.rule.Given.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.rehearsal.MeasuredStep;
import dev.releaseledger.domain.rehearsal.TakenLock;
import dev.releaseledger.domain.rehearsal.UndoMark;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Table;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LintingTest {

  private static final String T = "public.orders";
  private static final SchemaObject I = index(ORDERS, "i", "customer_id");

  @Test
  void an_index_that_keeps_writers_out_is_found_by_its_rule() {
    List<Finding> findings =
        judge("CREATE INDEX i ON orders (customer_id)", shop(), shop(I), did("SHARE", false, true));
    assertThat(findings).extracting(Finding::rule).containsExactly("build-index");
  }

  @Test
  void an_index_that_keeps_nobody_out_is_clean() {
    List<Finding> findings =
        judge(
            "CREATE INDEX CONCURRENTLY i ON orders (customer_id)",
            shop(),
            shop(I),
            did("SHARE UPDATE EXCLUSIVE", false, true));
    assertThat(findings).isEmpty();
  }

  @Test
  void an_index_on_a_table_of_the_same_script_is_clean() {
    Statement statement = new Statement("CREATE INDEX i ON orders (customer_id)", 0, List.of());
    assertThat(linting(schema()).judge(statement, shop(), shop(I), did("SHARE", false, true)))
        .isEmpty();
  }

  @Test
  void the_index_of_a_new_constraint_is_not_lost() {
    String sql = "ALTER TABLE orders ADD CONSTRAINT pk PRIMARY KEY USING INDEX i";
    Schema after = shop(primaryKey(ORDERS, "customer_id"));
    assertThat(judge(sql, shop(I), after, did("ACCESS EXCLUSIVE", false, false))).isEmpty();
  }

  @Test
  void a_drop_is_breaking_and_a_rename_is_not_taken_for_a_drop() {
    MeasuredStep quick = did("ACCESS EXCLUSIVE", false, false);
    Schema renamed = shop(column(ORDERS, "remark", "text", false));
    assertThat(judge("ALTER TABLE orders DROP note", shop(NOTE), shop(), quick))
        .extracting(Finding::rule)
        .containsExactly("drop-column");
    assertThat(judge("ALTER TABLE orders RENAME note TO remark", shop(NOTE), renamed, quick))
        .extracting(Finding::rule, Finding::object)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("rename", "column public.orders.note"));
    assertThat(judge("ALTER INDEX i RENAME TO j", shop(I), shop(index(ORDERS, "j", "x")), quick))
        .isEmpty();
  }

  @Test
  void a_proof_that_goes_in_the_statement_that_needs_it_is_none() {
    Column proven = column(ORDERS, "note", "text", true);
    List<Finding> findings =
        judge(
            "ALTER TABLE orders ALTER note SET NOT NULL, DROP CONSTRAINT c",
            shop(NOTE, check(ORDERS, "note IS NOT NULL")),
            shop(proven),
            did("ACCESS EXCLUSIVE", false, true));
    assertThat(findings)
        .extracting(Finding::rule)
        .contains("merged-not-null-proof")
        .doesNotContain("table-scan-under-lock");
  }

  @Test
  void a_rewrite_that_no_rule_explains_is_told_from_the_measurement() {
    List<Finding> findings =
        judge("VACUUM FULL orders", shop(), shop(), did("ACCESS EXCLUSIVE", true, true));
    assertThat(findings).extracting(Finding::rule).containsExactly("table-rewrite");
    assertThat(findings.getFirst().message())
        .isEqualTo(
            "public.orders is written anew under ACCESS EXCLUSIVE: readers and writers wait,"
                + " which takes as long as it is large");
  }

  @Test
  void a_scan_that_no_rule_explains_is_told_from_the_measurement() {
    List<Finding> findings =
        judge("CALL anything()", shop(), shop(), did("SHARE ROW EXCLUSIVE", false, true));
    assertThat(findings).extracting(Finding::rule).containsExactly("table-scan-under-lock");
  }

  @Test
  void rows_that_go_are_told_from_the_words() {
    assertThat(rules("TRUNCATE orders", did("ACCESS EXCLUSIVE", true, false)))
        .containsExactly("drops-data");
    assertThat(rules("DELETE FROM orders", did("ROW EXCLUSIVE", false, true)))
        .containsExactly("drops-data");
    assertThat(rules("DELETE FROM orders WHERE true", did("ROW EXCLUSIVE", false, true))).isEmpty();
    assertThat(rules("UPDATE orders SET note = 'WHERE'", did("ROW EXCLUSIVE", false, true)))
        .containsExactly("writes-every-row");
    assertThat(rules("UPDATE orders SET a = 1 /* */ WHERE b", did("ROW EXCLUSIVE", false, true)))
        .isEmpty();
  }

  @Test
  void waiting_without_end_is_noticed_only_where_others_would_wait_too() {
    MeasuredStep strong = did("ACCESS EXCLUSIVE", false, false);
    MeasuredStep weak = did("SHARE UPDATE EXCLUSIVE", false, false);
    Statement statement = new Statement("ALTER TABLE orders SET (x)", 0, List.of());
    assertThat(linting(shop()).judge(statement, shop(), shop(), strong))
        .extracting(Finding::rule)
        .containsExactly("missing-lock-timeout");
    assertThat(linting(shop()).judge(statement, shop(), shop(), weak)).isEmpty();
  }

  @Test
  void a_lock_from_before_is_noticed_while_something_else_is_worked_on() {
    TakenLock held = new TakenLock("public.customers", "ACCESS EXCLUSIVE");
    Statement update = new Statement("UPDATE orders SET a = 1 WHERE b", 5_000, List.of(held));
    assertThat(linting(shop()).judge(update, shop(), shop(), did("ROW EXCLUSIVE", false, true)))
        .extracting(Finding::rule)
        .containsExactly("blocking-lock");
    assertThat(linting(shop()).judge(update, shop(), shop(), did("ROW EXCLUSIVE", false, false)))
        .isEmpty();
  }

  @Test
  void what_no_reader_covers_does_not_keep_the_rest_from_being_judged() {
    Table other = table("public.other");
    assertThat(
            judge("CREATE TABLE other ()", shop(), shop(other), did("ACCESS SHARE", false, false)))
        .extracting(Finding::rule)
        .containsExactly("missing-primary-key");
    assertThat(judge("SELECT 1", shop(CUSTOMER), shop(CUSTOMER), did("ACCESS SHARE", false, false)))
        .isEmpty();
  }

  private static List<String> rules(String sql, MeasuredStep measured) {
    return judge(sql, shop(), shop(), measured).stream().map(Finding::rule).toList();
  }

  private static List<Finding> judge(
      String sql, Schema before, Schema after, MeasuredStep measured) {
    return linting(before).judge(new Statement(sql, 5_000, List.of()), before, after, measured);
  }

  private static Linting linting(Schema start) {
    return new Linting(start, 17);
  }

  private static MeasuredStep did(String lock, boolean rewrites, boolean scans) {
    return new MeasuredStep(
        1,
        1,
        List.of(new TakenLock(T, lock)),
        Stream.of(T).filter(name -> rewrites).toList(),
        Stream.of(T).filter(name -> scans).toList(),
        new UndoMark.Irreversible("not tried"));
  }
}
