package dev.releaseledger.domain.risk.rule;

import static dev.releaseledger.domain.risk.rule.Example.ignored;
import static dev.releaseledger.domain.risk.rule.Example.noticed;
import static dev.releaseledger.domain.risk.rule.Given.CUSTOMERS;
import static dev.releaseledger.domain.risk.rule.Given.CUSTOMER_ID;
import static dev.releaseledger.domain.risk.rule.Given.NOTE;
import static dev.releaseledger.domain.risk.rule.Given.ORDERS;
import static dev.releaseledger.domain.risk.rule.Given.check;
import static dev.releaseledger.domain.risk.rule.Given.collated;
import static dev.releaseledger.domain.risk.rule.Given.column;
import static dev.releaseledger.domain.risk.rule.Given.domain;
import static dev.releaseledger.domain.risk.rule.Given.extension;
import static dev.releaseledger.domain.risk.rule.Given.foreignKey;
import static dev.releaseledger.domain.risk.rule.Given.identity;
import static dev.releaseledger.domain.risk.rule.Given.index;
import static dev.releaseledger.domain.risk.rule.Given.mood;
import static dev.releaseledger.domain.risk.rule.Given.sequence;
import static dev.releaseledger.domain.risk.rule.Given.shop;

import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Operation.ChangeType;
import dev.releaseledger.domain.plan.Setting;
import dev.releaseledger.domain.plan.TypeChange;
import dev.releaseledger.domain.plan.TypeChange.Declared;
import dev.releaseledger.domain.plan.TypeChange.Narrowing;
import dev.releaseledger.domain.plan.TypeChange.Undeclared;
import dev.releaseledger.domain.plan.TypeChange.Widening;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** What changes in place. */
final class ChangingExamples {

  private ChangingExamples() {}

  static List<Example> all() {
    List<Example> examples = new ArrayList<>(types());
    examples.addAll(others());
    return examples;
  }

  private static List<Example> types() {
    Schema base = shop(NOTE);
    Operation wider = type(CUSTOMER_ID, "bigint", new Widening(true));
    Operation same = type(NOTE, "character varying", new Widening(false));
    Operation narrow = type(NOTE, "character varying(9)", new Narrowing());
    Operation declared = type(NOTE, "jsonb", new Declared("note::jsonb"));
    Operation undeclared = type(NOTE, "jsonb", new Undeclared());
    Operation collates = new ChangeType(NOTE, collated(NOTE, "\"C\""), new Widening(false));
    Schema checked = shop(NOTE, check(ORDERS, "note <> ''::text"));
    Schema indexed = shop(NOTE, index(ORDERS, "i", "note"));
    Schema referenced = shop(NOTE, foreignKey(ORDERS, "customer_id"));
    Example rewrites =
        noticed(
            "change-type-rewrites", type(NOTE, "x", new Widening(true)), base, base, "from text");
    Example narrows = noticed("narrow-type", narrow, base, base, "do not fit");
    return List.of(
        rewrites,
        rewrites.withoutRows(),
        ignored("change-type-rewrites", same, base, base),
        narrows,
        narrows.withoutRows(),
        noticed("declared-conversion", declared, base, base, "note::jsonb"),
        ignored("declared-conversion", narrow, base, base),
        noticed("needs-conversion", undeclared, base, base, "no cast does by itself"),
        ignored("needs-conversion", declared, base, base),
        noticed("change-type-scans", same, checked, checked, "checks that look at it"),
        ignored("change-type-scans", same, base, base),
        ignored("change-type-scans", same, indexed, indexed),
        noticed("change-type-scans", collates, indexed, indexed, "indexes that have it are built"),
        noticed(
            "locks-referencing-tables", wider, referenced, referenced, "public.orders wait too"),
        ignored("locks-referencing-tables", wider, base, base));
  }

  private static List<Example> others() {
    Schema base = shop(NOTE, domain(false), mood("sad"), extension("1.5"), sequence(null));
    Column filled = column(ORDERS, "note", "text", true);
    Column plain = column(ORDERS, "n", "bigint", true);
    Column counting = identity(ORDERS, "n");
    Schema proven = shop(NOTE, check(ORDERS, "note IS NOT NULL"));
    Operation setNotNull = new Operation.SetNotNull(filled);
    Operation identity = new Operation.ChangeIdentity(plain, counting);
    Operation tighter = new Operation.TightenDomain(domain(true));
    Operation label = new Operation.AddLabel(mood("sad", "happy"), "happy");
    Operation update = new Operation.Change(extension("1.5"), extension("1.6"));
    Operation validate = new Operation.Validate(check(ORDERS, "true"));
    Operation unlogged = new Operation.Set(ORDERS, Setting.PERSISTENCE);
    Operation fillfactor = new Operation.Set(ORDERS, Setting.STORAGE_PARAMETERS);
    Operation counts = new Operation.Change(sequence(null), sequence(null));
    return List.of(
        noticed("set-not-null", setNotNull, base, base, "and scans the table"),
        ignored("set-not-null", setNotNull, Schema.empty(), base),
        noticed("set-not-null", new Operation.RefuseNull(filled), base, base, "when there is one"),
        ignored("set-not-null", new Operation.SetNotNull(filled, true), base, base),
        noticed("set-not-null", setNotNull, proven, proven, "when there is one"),
        noticed("rewrite-storage", unlogged, base, base, "written anew"),
        ignored("rewrite-storage", fillfactor, base, base),
        noticed("identity-restarts", identity, base, base, "starts counting anew"),
        ignored("identity-restarts", new Operation.ChangeIdentity(counting, plain), base, base),
        noticed("tighten-domain", tighter, base, base, "every table that uses it"),
        ignored("tighten-domain", tighter, shop(), base),
        noticed("enum-label-added", label, base, base, "'happy'"),
        ignored("enum-label-added", update, base, base),
        noticed("update-extension", update, base, base, "scripts of its author"),
        ignored("update-extension", counts, base, base),
        noticed("validate-constraint", validate, base, base, "readers and writers go on"),
        noticed("validate-constraint", validate, base, base, "every row").withoutRows(),
        noticed(
            "drop-not-null", new Operation.DropNotNull(CUSTOMER_ID), base, base, "accepts NULL"),
        ignored("drop-not-null", new Operation.DropNotNull(gone()), base, base));
  }

  private static Column gone() {
    return column(CUSTOMERS, "gone", "text", false);
  }

  private static Operation type(Column base, String type, TypeChange change) {
    return new ChangeType(base, column(ORDERS, base.name(), type, base.notNull()), change);
  }
}
