package dev.releaseledger.domain.risk.rule;

import static dev.releaseledger.domain.risk.rule.Example.ignored;
import static dev.releaseledger.domain.risk.rule.Example.noticed;
import static dev.releaseledger.domain.risk.rule.Given.CUSTOMER;
import static dev.releaseledger.domain.risk.rule.Given.NOTE;
import static dev.releaseledger.domain.risk.rule.Given.ORDERS;
import static dev.releaseledger.domain.risk.rule.Given.check;
import static dev.releaseledger.domain.risk.rule.Given.column;
import static dev.releaseledger.domain.risk.rule.Given.domain;
import static dev.releaseledger.domain.risk.rule.Given.exclusion;
import static dev.releaseledger.domain.risk.rule.Given.foreignKey;
import static dev.releaseledger.domain.risk.rule.Given.generated;
import static dev.releaseledger.domain.risk.rule.Given.identity;
import static dev.releaseledger.domain.risk.rule.Given.index;
import static dev.releaseledger.domain.risk.rule.Given.materializedView;
import static dev.releaseledger.domain.risk.rule.Given.notValid;
import static dev.releaseledger.domain.risk.rule.Given.primaryKey;
import static dev.releaseledger.domain.risk.rule.Given.routine;
import static dev.releaseledger.domain.risk.rule.Given.shop;
import static dev.releaseledger.domain.risk.rule.Given.unique;

import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Operation.Create;
import dev.releaseledger.domain.plan.Way;
import dev.releaseledger.domain.schema.Index;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What comes to a table that is there. */
final class AddingExamples {

  private AddingExamples() {}

  static List<Example> all() {
    List<Example> examples = new ArrayList<>();
    examples.addAll(
        pair("add-check", check(ORDERS, "customer_id > 0"), "readers and writers wait"));
    examples.addAll(pair("add-foreign-key", foreignKey(ORDERS, "customer_id"), "both tables wait"));
    examples.addAll(pair("add-unique", unique(ORDERS, "customer_id"), "fails on duplicates"));
    examples.addAll(pair("add-unique", primaryKey(ORDERS, "customer_id"), "builds its index"));
    examples.addAll(pair("add-exclusion", exclusion(ORDERS), "no gentler way"));
    Index index = index(ORDERS, "i", "customer_id");
    Operation beside = new Create(index, false, Way.CONCURRENTLY);
    Operation key = new Operation.BuildKey(primaryKey(ORDERS, "customer_id"));
    Operation made = new Create(primaryKey(ORDERS, "customer_id"), false, Way.FROM_INDEX);
    examples.add(noticed("build-index-concurrently", beside, shop(), shop(), "everybody goes on"));
    examples.add(noticed("build-index-concurrently", key, shop(), shop(), "has its index built"));
    examples.add(ignored("build-index-concurrently", made, shop(), shop()));
    examples.add(ignored("build-index", beside, shop(), shop()));
    examples.add(ignored("add-unique", made, shop(), shop()));
    examples.addAll(pair("build-index", index(ORDERS, "i", "customer_id"), "writers wait"));
    examples.addAll(
        pair(
            "add-column-rewrites",
            column(ORDERS, "u", "uuid", false, "gen_random_uuid()"),
            "a value of its own in every row"));
    examples.addAll(pair("add-identity-column", identity(ORDERS, "n"), "numbers every row"));
    examples.addAll(pair("add-stored-column", generated(ORDERS, "g", true), "stored"));
    examples.addAll(more());
    return examples;
  }

  private static List<Example> more() {
    Schema base = shop();
    Operation mail = create(column(ORDERS, "mail", "public.email", false));
    Operation own = create(column(ORDERS, "n", "integer", false, "public.f()"));
    Operation rebuilt = new Create(generated(ORDERS, "g", true), true);
    Operation again = new Create(materializedView("SELECT 1"), true);
    Operation required = create(column(ORDERS, "n", "text", true));
    return List.of(
        noticed("add-required-column", required, base, base, "when the table has rows"),
        ignored("add-required-column", required, Schema.empty(), base),
        ignored("add-check", create(notValid(check(ORDERS, "true"))), base, base),
        ignored("add-foreign-key", create(notValid(foreignKey(ORDERS, "x"))), base, base),
        ignored("add-required-column", create(column(ORDERS, "n", "int", true, "7")), base, base),
        ignored("add-column-rewrites", create(column(ORDERS, "n", "int", true, "7")), base, base),
        ignored("add-column-rewrites", create(NOTE), base, base),
        noticed("add-column-rewrites", own, base, shop(routine("VOLATILE")), "its own"),
        ignored("add-column-rewrites", own, base, shop(routine("STABLE"))),
        ignored("add-column-rewrites", own, base, shop(routine("IMMUTABLE STRICT"))),
        ignored("add-stored-column", create(generated(ORDERS, "g", false)), base, base),
        noticed("add-domain-column", mail, base, shop(domain(true)), "public.email"),
        ignored("add-domain-column", mail, base, shop(domain(false))),
        noticed("rebuild-column", rebuilt, base, base, "anew for every row"),
        ignored("rebuild-column", create(generated(ORDERS, "g", true)), base, base),
        noticed("rebuild-materialized-view", again, base, base, "cannot be read"),
        ignored("rebuild-materialized-view", create(materializedView("SELECT 1")), base, base),
        ignored("replace-column", new Operation.Drop(CUSTOMER, false), base, base));
  }

  /** Noticed when the table has rows, and not when it is new or known to have none. */
  private static List<Example> pair(String rule, SchemaObject made, String says) {
    Example noticed = noticed(rule, create(made), shop(), shop(made), says);
    return Stream.of(
            noticed, noticed.withoutRows(), ignored(rule, create(made), Schema.empty(), shop(made)))
        .toList();
  }

  private static Operation create(SchemaObject made) {
    return new Create(made, false);
  }
}
