package dev.releaseledger.domain.risk.rule;

import static dev.releaseledger.domain.risk.rule.Example.ignored;
import static dev.releaseledger.domain.risk.rule.Example.noticed;
import static dev.releaseledger.domain.risk.rule.Given.CUSTOMERS;
import static dev.releaseledger.domain.risk.rule.Given.NOTE;
import static dev.releaseledger.domain.risk.rule.Given.ORDERS;
import static dev.releaseledger.domain.risk.rule.Given.check;
import static dev.releaseledger.domain.risk.rule.Given.column;
import static dev.releaseledger.domain.risk.rule.Given.domain;
import static dev.releaseledger.domain.risk.rule.Given.extension;
import static dev.releaseledger.domain.risk.rule.Given.foreignKey;
import static dev.releaseledger.domain.risk.rule.Given.generated;
import static dev.releaseledger.domain.risk.rule.Given.index;
import static dev.releaseledger.domain.risk.rule.Given.materializedView;
import static dev.releaseledger.domain.risk.rule.Given.mood;
import static dev.releaseledger.domain.risk.rule.Given.policy;
import static dev.releaseledger.domain.risk.rule.Given.rewriteRule;
import static dev.releaseledger.domain.risk.rule.Given.routine;
import static dev.releaseledger.domain.risk.rule.Given.schema;
import static dev.releaseledger.domain.risk.rule.Given.sequence;
import static dev.releaseledger.domain.risk.rule.Given.shop;
import static dev.releaseledger.domain.risk.rule.Given.table;
import static dev.releaseledger.domain.risk.rule.Given.trigger;
import static dev.releaseledger.domain.risk.rule.Given.view;

import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Operation.Allow;
import dev.releaseledger.domain.plan.Operation.Drop;
import dev.releaseledger.domain.plan.Operation.Revoke;
import dev.releaseledger.domain.schema.Access;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Grant;
import dev.releaseledger.domain.schema.Namespace;
import dev.releaseledger.domain.schema.Privileges;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What goes. */
final class DroppingExamples {

  private DroppingExamples() {}

  static List<Example> all() {
    List<Example> examples = new ArrayList<>();
    examples.addAll(pair("drop-column", NOTE, "the values in it"));
    examples.addAll(pair("drop-constraint", check(ORDERS, "true"), "no longer guarded"));
    examples.addAll(pair("drop-extension", extension("1"), "is removed"));
    examples.addAll(pair("drop-index", index(ORDERS, "i", "note"), "get slow"));
    examples.addAll(pair("drop-materialized-view", materializedView("SELECT 1"), "is removed"));
    examples.addAll(pair("drop-routine", routine("STABLE"), "is removed"));
    examples.addAll(pair("drop-schema", new Namespace("audit", null), "is removed"));
    examples.addAll(pair("drop-sequence", sequence(null), "how far it had counted"));
    examples.addAll(pair("drop-table", ORDERS, "with all its rows"));
    examples.addAll(pair("drop-trigger", trigger(ORDERS), "no longer guarded"));
    examples.addAll(pair("drop-type", mood("sad"), "is removed"));
    examples.addAll(pair("drop-type", domain(true), "is removed"));
    examples.addAll(pair("drop-view", view("SELECT 1"), "is removed"));
    examples.addAll(pair("drop-policy", policy(ORDERS), "is removed"));
    examples.addAll(pair("drop-rule", rewriteRule(ORDERS), "is removed"));
    examples.addAll(rebuilding());
    examples.addAll(revoking());
    examples.addAll(locking());
    examples.addAll(renaming());
    return examples;
  }

  private static List<Example> rebuilding() {
    Schema base = shop(NOTE);
    SchemaObject theirs = view("SELECT 1");
    Schema foreign = ownedByOthers(base, theirs);
    return List.of(
        noticed("replace-column", new Drop(NOTE, true), base, base, "values in it are lost"),
        ignored("replace-column", new Drop(generated(ORDERS, "g", true), true), base, base),
        noticed("replace-table", new Drop(ORDERS, true), base, base, "its rows are lost"),
        ignored("replace-table", new Drop(ORDERS, false), base, base),
        noticed("rebuild-loses-grants", new Drop(theirs, true), foreign, base, "its owner"),
        ignored("rebuild-loses-grants", new Drop(theirs, false), foreign, base),
        ignored("rebuild-loses-grants", new Drop(theirs, true), base, base));
  }

  private static List<Example> revoking() {
    Schema base = shop();
    Grant grant = new Grant(ORDERS.id(), null, "app", List.of("SELECT"), List.of(), List.of());
    return List.of(
        noticed("revoke-privilege", new Revoke(grant, false), base, base, "are revoked"),
        ignored("revoke-privilege", new Revoke(grant, true), base, base),
        ignored("revoke-privilege", new Revoke(grant, false), schema(), base),
        ignored("revoke-privilege", new Allow(grant), base, base));
  }

  private static Schema ownedByOthers(Schema schema, SchemaObject object) {
    return new Schema(
        schema.objects(),
        schema.dependencies(),
        schema.columnOrder(),
        schema.unread(),
        new Access(Privileges.IGNORED, List.of(), new TreeSet<>(List.of(object.id()))));
  }

  private static List<Example> locking() {
    SchemaObject key = foreignKey(ORDERS, "customer_id");
    Schema base = shop(key);
    Operation drop = new Drop(key, false);
    return List.of(
        noticed("locks-referenced-table", drop, base, shop(), "on public.customers as well"),
        noticed(
            "locks-referenced-table", new Drop(ORDERS, false), base, shop(), "public.customers"),
        ignored("locks-referenced-table", new Drop(ORDERS, false), shop(), shop()),
        ignored("locks-referenced-table", new Drop(CUSTOMERS, false), base, shop()));
  }

  private static List<Example> renaming() {
    Schema base = shop(NOTE);
    Column remark = column(ORDERS, "remark", "text", false);
    Column number = column(ORDERS, "number", "integer", false);
    Table invoices = table("public.invoices");
    Schema renamed = schema(CUSTOMERS, invoices, column(invoices, "customer_id", "integer", true));
    Operation drop = new Drop(NOTE, false);
    Operation rename = new Operation.Rename(invoices.id(), ORDERS.id(), null);
    return List.of(
        noticed("rename", rename, shop(), renamed, "public.orders"),
        ignored("rename", drop, base, shop(remark)),
        noticed("possible-rename", drop, base, shop(remark), "column public.orders.remark comes"),
        ignored("possible-rename", drop, base, shop(number)),
        ignored("possible-rename", drop, shop(NOTE, remark), shop(remark)),
        noticed("possible-rename", new Drop(ORDERS, false), shop(), renamed, "invoices comes"),
        ignored("possible-rename", new Drop(ORDERS, false), base, renamed));
  }

  /** Noticed when it goes for good, and not when it comes back. */
  private static List<Example> pair(String rule, SchemaObject gone, String says) {
    return List.of(
        noticed(rule, new Drop(gone, false), shop(gone), shop(), says),
        ignored(rule, new Drop(gone, true), shop(gone), shop(gone)));
  }
}
