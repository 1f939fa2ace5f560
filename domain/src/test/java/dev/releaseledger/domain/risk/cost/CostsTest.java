package dev.releaseledger.domain.risk.cost;

import static dev.releaseledger.domain.risk.rule.Given.CUSTOMERS;
import static dev.releaseledger.domain.risk.rule.Given.CUSTOMER_ID;
import static dev.releaseledger.domain.risk.rule.Given.NOTE;
import static dev.releaseledger.domain.risk.rule.Given.ORDERS;
import static dev.releaseledger.domain.risk.rule.Given.check;
import static dev.releaseledger.domain.risk.rule.Given.collated;
import static dev.releaseledger.domain.risk.rule.Given.column;
import static dev.releaseledger.domain.risk.rule.Given.domain;
import static dev.releaseledger.domain.risk.rule.Given.exclusion;
import static dev.releaseledger.domain.risk.rule.Given.foreignKey;
import static dev.releaseledger.domain.risk.rule.Given.generated;
import static dev.releaseledger.domain.risk.rule.Given.identity;
import static dev.releaseledger.domain.risk.rule.Given.index;
import static dev.releaseledger.domain.risk.rule.Given.materializedView;
import static dev.releaseledger.domain.risk.rule.Given.mood;
import static dev.releaseledger.domain.risk.rule.Given.notValid;
import static dev.releaseledger.domain.risk.rule.Given.policy;
import static dev.releaseledger.domain.risk.rule.Given.primaryKey;
import static dev.releaseledger.domain.risk.rule.Given.rewriteRule;
import static dev.releaseledger.domain.risk.rule.Given.routine;
import static dev.releaseledger.domain.risk.rule.Given.sequence;
import static dev.releaseledger.domain.risk.rule.Given.shop;
import static dev.releaseledger.domain.risk.rule.Given.table;
import static dev.releaseledger.domain.risk.rule.Given.trigger;
import static dev.releaseledger.domain.risk.rule.Given.unique;
import static dev.releaseledger.domain.risk.rule.Given.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.Operation.ChangeType;
import dev.releaseledger.domain.plan.Operation.Create;
import dev.releaseledger.domain.plan.Operation.Drop;
import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.plan.Setting;
import dev.releaseledger.domain.plan.TypeChange;
import dev.releaseledger.domain.plan.TypeChange.Narrowing;
import dev.releaseledger.domain.plan.TypeChange.Widening;
import dev.releaseledger.domain.plan.Way;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.DomainType;
import dev.releaseledger.domain.schema.Index;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was measured on real servers, row by row of the table of measurements. */
class CostsTest {

  private static final String AX = "ACCESS EXCLUSIVE";
  private static final String SRX = "SHARE ROW EXCLUSIVE";
  private static final String SUX = "SHARE UPDATE EXCLUSIVE";

  /** What a statement does on a version, and its lock, rewrite and scan. */
  record Row(String what, Operation operation, Schema base, int version, String cost) {

    Row on(int other, String then) {
      return new Row(what, operation, base, other, then);
    }

    @Override
    public String toString() {
      return what + " on " + version;
    }
  }

  static List<Row> rows() {
    List<Row> rows = new ArrayList<>(columns());
    rows.addAll(types());
    rows.addAll(constraints());
    rows.addAll(others());
    return rows;
  }

  @ParameterizedTest
  @MethodSource("rows")
  void is_what_was_measured(Row row) {
    List<SchemaObject> objects = new ArrayList<>(row.base().objects().values());
    objects.removeIf(DomainType.class::isInstance);
    objects.addAll(List.of(domain(true), routine("VOLATILE")));
    Schema target = Schema.of(objects, List.of());
    Context context = new Context(row.base(), target, PlanSettings.defaults().on(row.version()));
    Cost cost = Costs.of(row.operation(), context);
    String lock = cost.lock() == null ? "none" : cost.lock().sql();
    String work = cost.rewrites() ? ", rewrites" : cost.scans() ? ", scans" : "";
    assertThat(lock + work).isEqualTo(row.cost());
  }

  private static List<Row> columns() {
    Schema proven = shop(NOTE, check(ORDERS, "note IS NOT NULL"));
    Schema guessed = shop(NOTE, notValid(check(ORDERS, "note IS NOT NULL")));
    Operation setNotNull = new Operation.SetNotNull(NOTE);
    return List.of(
        row("R01 nullable", add(column(ORDERS, "c", "text", false)), AX),
        row("R02 constant", add(column(ORDERS, "c", "text", false, "'a'::text")), AX),
        row("R02 stable", add(column(ORDERS, "c", "timestamptz", false, "now()")), AX),
        row("R02 array", add(column(ORDERS, "c", "integer[]", false, "ARRAY[1, 2]")), AX),
        row("R03 required constant", add(column(ORDERS, "c", "integer", true, "7")), AX),
        row("R04 required", add(column(ORDERS, "c", "integer", true)), AX + ", scans"),
        row("R05 volatile", add(column(ORDERS, "c", "u", false, "random()")), AX + ", rewrites"),
        row("R05 own", add(column(ORDERS, "c", "u", false, "public.f()")), AX + ", rewrites"),
        row("R06 identity", add(identity(ORDERS, "c")), AX + ", rewrites"),
        row("R07 stored", add(generated(ORDERS, "c", true)), AX + ", rewrites"),
        row("R08 virtual", add(generated(ORDERS, "c", false)), AX).on(18, AX),
        row("R10 domain", add(column(ORDERS, "c", "public.email", false)), AX + ", rewrites"),
        row("R16 dropped", new Drop(NOTE, false), shop(NOTE), AX),
        row("R18 default", new Operation.ChangeDefault(NOTE), shop(NOTE), AX),
        row("R19 not null", setNotNull, shop(NOTE), AX + ", scans"),
        row("R20 proven", setNotNull, proven, AX),
        row("R20 proven", setNotNull, proven, AX).on(11, AX + ", scans"),
        row("R20b not valid", setNotNull, guessed, AX + ", scans"),
        row("R20 by a check of the plan", new Operation.SetNotNull(NOTE, true), shop(NOTE), AX),
        row("R20 the check", new Operation.RefuseNull(NOTE), shop(NOTE), AX),
        row("R43 the proof", new Operation.ProveNotNull(NOTE), shop(NOTE), SUX + ", scans"),
        row("R82 within", new Operation.RefuseOutside(ORDERS), shop(NOTE), AX),
        row("R82 proven", new Operation.ProveWithin(ORDERS), shop(NOTE), SUX + ", scans"),
        row("R48 the check goes", new Operation.DropProof(NOTE), shop(NOTE), AX),
        row("R22 nullable", new Operation.DropNotNull(NOTE), shop(NOTE), AX),
        row("R23 statistics", set(NOTE, Setting.STATISTICS_TARGET), shop(NOTE), SUX),
        row("R24 storage", set(NOTE, Setting.STORAGE_MODE), shop(NOTE), AX),
        row("R25 identity", new Operation.ChangeIdentity(NOTE, NOTE), shop(NOTE), AX),
        row("R26 expression", new Operation.DropExpression(NOTE), shop(NOTE), AX));
  }

  private static List<Row> types() {
    Schema checked = shop(NOTE, check(ORDERS, "note <> ''::text"));
    Column at = column(ORDERS, "at", "timestamp without time zone", false);
    Schema plain = shop(at);
    Schema indexed = shop(at, index(ORDERS, "i", "at"));
    Schema sorted = shop(NOTE, index(ORDERS, "i", "note"));
    Operation zone = type(at, "timestamp with time zone", new Widening(false));
    Operation collates = new ChangeType(NOTE, collated(NOTE, "\"C\""), new Widening(false));
    Operation varchar = type(NOTE, "character varying", new Widening(false));
    Operation narrow = type(NOTE, "character varying(9)", new Narrowing());
    Operation bigint = type(CUSTOMER_ID, "bigint", new Widening(true));
    Operation same = type(NOTE, "citext", new TypeChange.Declared("note"));
    Operation computed = type(NOTE, "jsonb", new TypeChange.Declared("note::jsonb"));
    return List.of(
        row("R30 longer", varchar, shop(NOTE), AX),
        row("R31 shorter", narrow, shop(NOTE), AX + ", rewrites"),
        row("R31 integer", bigint, shop(), AX + ", rewrites"),
        row("R34 zone", zone, plain, AX),
        row("R34 zone", zone, plain, AX).on(11, AX + ", rewrites"),
        row("R36 the column itself", same, shop(NOTE), AX),
        row("R36 an expression", computed, shop(NOTE), AX + ", rewrites"),
        row("R37 checked", varchar, checked, AX + ", scans"),
        row("R38 collation", collates, shop(NOTE), AX),
        row("R38 indexed", collates, sorted, AX + ", scans"),
        row("R34 indexed", zone, indexed, AX + ", scans"));
  }

  private static List<Row> constraints() {
    Operation tighter = new Operation.TightenDomain(domain(true));
    Column mail = column(CUSTOMERS, "mail", "public.email", false);
    Column mails = column(CUSTOMERS, "mails", "public.email[]", false);
    Constraint key = primaryKey(ORDERS, "customer_id");
    Operation newTable = add(foreignKey(table("public.new"), "customer_id"));
    return List.of(
        row("R40 check", add(check(ORDERS, "true")), AX + ", scans"),
        row("R41 not valid", add(notValid(check(ORDERS, "true"))), AX),
        row("R43 validate", new Operation.Validate(check(ORDERS, "true")), SUX + ", scans"),
        row("R44 foreign key", add(foreignKey(ORDERS, "customer_id")), SRX + ", scans"),
        row("R45 not valid", add(notValid(foreignKey(ORDERS, "customer_id"))), SRX),
        row("R47 dropped", drop(foreignKey(ORDERS, "a")), shop(foreignKey(ORDERS, "a")), AX),
        row("R48 dropped", drop(check(ORDERS, "a")), shop(check(ORDERS, "a")), AX),
        row("R50 unique", add(unique(ORDERS, "customer_id")), AX + ", scans"),
        row("R52 key", add(primaryKey(ORDERS, "customer_id")), AX + ", scans"),
        row("R51 its index", new Operation.BuildKey(key), SUX + ", scans"),
        row("R51 from its index", new Operation.Create(key, false, Way.FROM_INDEX), AX),
        row("R54 exclusion", add(exclusion(ORDERS)), AX + ", scans"),
        row("R71 from a new table", newTable, SRX),
        row("R91 domain", tighter, shop(domain(false), mail), "SHARE, scans"),
        row("R91 array of it", tighter, shop(domain(false), mails), "SHARE, scans"),
        row("R91 unused", tighter, shop(domain(false)), "none"));
  }

  private static List<Row> others() {
    Index i = index(ORDERS, "i", "customer_id");
    Operation aside = new Drop(i, false, Way.CONCURRENTLY);
    Operation beside = new Operation.Create(i, false, Way.CONCURRENTLY);
    return List.of(
        row("R60 index", add(i), "SHARE, scans"),
        row("R61 concurrently", beside, SUX + ", scans"),
        row("R62 dropped", drop(i), shop(i), AX),
        row("R62 concurrently", aside, shop(i), SUX),
        row("R63 takes a name", new Operation.TakeName(i), shop(i), SUX),
        row("R70 table", add(table("public.new")), "none"),
        row("R72 dropped", drop(ORDERS), AX),
        row("R75 unlogged", set(ORDERS, Setting.PERSISTENCE), AX + ", rewrites"),
        row("R75 tablespace", set(ORDERS, Setting.TABLESPACE), AX + ", rewrites"),
        row("R76 parameters", set(ORDERS, Setting.STORAGE_PARAMETERS), SUX),
        row("R77 policy", add(policy(ORDERS)), AX),
        row("R77 rule", add(rewriteRule(ORDERS)), AX),
        row("R77 row security", set(ORDERS, Setting.ROW_SECURITY), AX),
        row("R77 replica identity", set(ORDERS, Setting.REPLICA_IDENTITY), AX),
        row("R77 trigger", drop(trigger(ORDERS)), shop(trigger(ORDERS)), AX),
        row("R78 trigger", add(trigger(ORDERS)), SRX),
        row("R78 state", new Operation.SetTriggerState(trigger(ORDERS)), SRX),
        row("R80 comment", new Operation.SetComment(ORDERS.id()), SUX),
        row("R87 replaced", new Operation.Replace(view("a"), view("b")), shop(view("a")), AX),
        row("R87 dropped", drop(view("a")), shop(view("a")), AX),
        row("R68 dropped", drop(materializedView("a")), shop(materializedView("a")), AX),
        row("R88 label", new Operation.AddLabel(mood("a"), "a"), "none"),
        row("R92 sequence", new Operation.Change(sequence(null), sequence(null)), SRX),
        row("R93 function", add(routine("STABLE")), "none"));
  }

  private static Row row(String what, Operation operation, String cost) {
    return row(what, operation, shop(), cost);
  }

  private static Row row(String what, Operation operation, Schema base, String cost) {
    return new Row(what, operation, base, 17, cost);
  }

  private static Operation add(SchemaObject made) {
    return new Create(made, false);
  }

  private static Operation drop(SchemaObject gone) {
    return new Drop(gone, false);
  }

  private static Operation set(SchemaObject object, Setting setting) {
    return new Operation.Set(object, setting);
  }

  private static Operation type(Column base, String type, TypeChange change) {
    Column target =
        new Column(base.table(), base.name(), type, false, null, null, null, null, null);
    return new ChangeType(base, target, change);
  }
}
