package dev.releaseledger.domain.risk.rule;

import static dev.releaseledger.domain.risk.rule.Example.ignored;
import static dev.releaseledger.domain.risk.rule.Example.noticed;
import static dev.releaseledger.domain.risk.rule.Given.CUSTOMERS;
import static dev.releaseledger.domain.risk.rule.Given.CUSTOMER_ID;
import static dev.releaseledger.domain.risk.rule.Given.ORDERS;
import static dev.releaseledger.domain.risk.rule.Given.check;
import static dev.releaseledger.domain.risk.rule.Given.column;
import static dev.releaseledger.domain.risk.rule.Given.foreignKey;
import static dev.releaseledger.domain.risk.rule.Given.index;
import static dev.releaseledger.domain.risk.rule.Given.notValid;
import static dev.releaseledger.domain.risk.rule.Given.primaryKey;
import static dev.releaseledger.domain.risk.rule.Given.schema;
import static dev.releaseledger.domain.risk.rule.Given.shop;

import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Operation.Create;
import dev.releaseledger.domain.plan.Operation.Drop;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.Index;
import dev.releaseledger.domain.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** What is worth a word although nobody waits for it. */
final class NoteExamples {

  private NoteExamples() {}

  static List<Example> all() {
    List<Example> examples = new ArrayList<>(foreignKeys());
    examples.addAll(tables());
    return examples;
  }

  private static List<Example> foreignKeys() {
    String rule = "foreign-key-without-index";
    Constraint key = foreignKey(ORDERS, "customer_id");
    Index index = index(ORDERS, "i", "customer_id, note");
    Operation add = new Create(key, false);
    Operation drop = new Drop(index, false);
    Schema before = schema(CUSTOMERS, CUSTOMER_ID);
    return List.of(
        noticed(rule, add, shop(), shop(key), "has no index on (customer_id)"),
        ignored(rule, add, shop(), shop(key, index)),
        ignored(rule, add, shop(), shop(key, primaryKey(ORDERS, "customer_id"))),
        noticed(rule, add, shop(), shop(key, index(ORDERS, "i", "note, customer_id")), "no index"),
        noticed(rule, drop, shop(key, index), shop(key), "loses its index"),
        ignored(rule, drop, shop(index), shop()),
        ignored(rule, drop, shop(key, index), shop(key, index(ORDERS, "j", "customer_id"))),
        noticed("references-table-in-use", add, before, shop(key), "public.customers, whose"),
        ignored("references-table-in-use", add, shop(), shop(key)),
        ignored("references-table-in-use", add, Schema.empty(), shop(key)));
  }

  private static List<Example> tables() {
    Column json = column(ORDERS, "body", "json", false);
    Column jsonb = column(ORDERS, "body", "jsonb", false);
    Constraint loose = notValid(check(ORDERS, "true"));
    Index one = index(ORDERS, "one", "customer_id");
    Index two = index(ORDERS, "two", "customer_id");
    Operation table = new Create(ORDERS, false);
    Operation second = new Create(two, false);
    return List.of(
        noticed("missing-primary-key", table, Schema.empty(), shop(), "no primary key"),
        ignored("missing-primary-key", table, Schema.empty(), shop(primaryKey(ORDERS, "id"))),
        noticed("json-column", new Create(json, false), shop(), shop(json), "no equality"),
        noticed("json-column", table, Schema.empty(), shop(json), "orders.body is of type json"),
        ignored("json-column", new Create(jsonb, false), shop(), shop(jsonb)),
        noticed(
            "unvalidated-constraint", new Create(loose, false), shop(), shop(loose), "NOT VALID"),
        ignored(
            "unvalidated-constraint",
            new Create(loose, false),
            shop(),
            shop(check(ORDERS, "true"))),
        noticed("duplicate-index", second, shop(one), shop(one, two), "does what public.one does"),
        ignored("duplicate-index", second, shop(one), shop(two)));
  }
}
