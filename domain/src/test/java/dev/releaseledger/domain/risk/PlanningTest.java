package dev.releaseledger.domain.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Plan;
import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.plan.Retries;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.plan.Step;
import dev.releaseledger.domain.risk.rule.RuleCatalog;
import dev.releaseledger.domain.schema.Canonical;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.ConstraintType;
import dev.releaseledger.domain.schema.Index;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Table;
import dev.releaseledger.domain.schema.UnreadObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanningTest {

  private static final Table T = new Table("public.t", null);
  private static final Column ID = column("id", "integer", false, null);

  @Test
  void a_nullable_column_costs_nothing_but_its_lock() {
    Step step = only(schema(ID), schema(ID, column("note", "text", false, null)));
    assertThat(step.risk()).isEqualTo(Risk.METADATA_ONLY);
    assertThat(step.lock()).isEqualTo("ACCESS EXCLUSIVE");
    assertThat(step.destructive()).isFalse();
  }

  @Test
  void a_table_without_rows_is_no_part_of_a_plan_that_is_the_same_with_rows() {
    Schema target = schema(ID, column("note", "text", false, null));
    assertThat(
            Planning.plan(
                schema(ID), target, PlanSettings.defaults(), new TreeSet<>(Set.of("public.t"))))
        .isEqualTo(Planning.plan(schema(ID), target, PlanSettings.defaults()));
  }

  @Test
  void a_required_column_with_a_constant_default_is_safe() {
    Step step = only(schema(ID), schema(ID, column("n", "integer", true, "7")));
    assertThat(step.destructive()).isFalse();
    assertThat(step.risk()).isEqualTo(Risk.METADATA_ONLY);
  }

  @Test
  void a_required_column_without_default_needs_force() {
    needsForce(schema(ID), schema(ID, column("n", "integer", true, null)), "add-required-column");
  }

  @Test
  void a_default_of_its_own_for_every_row_rewrites_the_table() {
    Step step = only(schema(ID), schema(ID, column("u", "uuid", false, "gen_random_uuid()")));
    assertThat(step.risk()).isEqualTo(Risk.BLOCKING);
    assertThat(step.findings()).extracting(Finding::rule).containsExactly("add-column-rewrites");
  }

  @Test
  void dropping_a_column_needs_force() {
    needsForce(schema(ID, column("n", "text", false, null)), schema(ID), "drop-column");
  }

  @Test
  void dropping_a_table_needs_force() {
    needsForce(schema(ID), Schema.empty(), "drop-table");
  }

  @Test
  void dropping_an_index_needs_force() {
    needsForce(schema(ID, index()), schema(ID), "drop-index");
  }

  @Test
  void setting_not_null_needs_force() {
    needsForce(schema(ID), schema(column("id", "integer", true, null)), "set-not-null");
  }

  @Test
  void narrowing_a_type_needs_force() {
    needsForce(schema(ID), schema(column("id", "smallint", false, null)), "narrow-type");
  }

  @Test
  void a_conversion_that_nobody_declared_is_refused() {
    SchemaPlan plan =
        plan(
            schema(column("id", "text", false, null)),
            schema(column("id", "integer", false, null)));
    assertThat(plan.blockers()).extracting(Finding::rule).containsExactly("needs-conversion");
    assertThat(plan.blockers().getFirst().remedy())
        .contains("-- ledger:using public.t.id: EXPRESSION");
  }

  @Test
  void an_index_on_a_new_table_blocks_nobody() {
    SchemaPlan plan = plan(Schema.empty(), schema(ID, index()));
    assertThat(plan.steps()).extracting(Step::lock).containsOnlyNulls();
    assertThat(plan.findings()).extracting(Finding::risk).containsOnly(Risk.METADATA_ONLY);
  }

  @Test
  void an_index_on_a_table_in_use_lets_everybody_go_on() {
    Step step = only(schema(ID), schema(ID, index()));
    assertThat(step.risk()).isEqualTo(Risk.LOW_LOCK);
    assertThat(step.lock()).isEqualTo("SHARE UPDATE EXCLUSIVE");
  }

  @Test
  void what_nobody_waits_for_may_take_as_long_as_it_takes() {
    Step build = only(schema(ID), schema(ID, index()));
    assertThat(build.lockTimeoutMillis()).isZero();
    assertThat(build.statementTimeoutMillis()).isZero();
    Step validate = only(schema(ID, check(false)), schema(ID, check(true)));
    assertThat(validate.lockTimeoutMillis()).isEqualTo(5_000);
    assertThat(validate.statementTimeoutMillis()).isZero();
  }

  @Test
  void validating_a_constraint_lets_everybody_pass() {
    Step step = only(schema(ID, check(false)), schema(ID, check(true)));
    assertThat(step.sql()).isEqualTo("ALTER TABLE public.t VALIDATE CONSTRAINT c");
    assertThat(step.risk()).isEqualTo(Risk.LOW_LOCK);
    assertThat(step.lock()).isEqualTo("SHARE UPDATE EXCLUSIVE");
  }

  @Test
  void what_is_not_covered_blocks_the_plan_by_name_on_either_side() {
    Schema unread = unread();
    assertThat(plan(unread, schema(ID)).blockers())
        .extracting(Finding::object)
        .containsExactly("policy public.t.p");
    assertThat(plan(schema(ID), unread).blockers())
        .extracting(Finding::rule)
        .containsExactly("unread-object");
  }

  @Test
  void every_step_that_needs_force_says_what_to_do_about_it() {
    SchemaPlan plan = plan(schema(ID, index(), check(true)), Schema.empty());
    assertThat(plan.destructiveSteps()).isNotEmpty();
    assertThat(plan.destructiveSteps())
        .allSatisfy(step -> assertThat(step.findings()).isNotEmpty())
        .flatExtracting(Step::findings)
        .extracting(Finding::remedy)
        .allSatisfy(remedy -> assertThat(remedy).isNotBlank());
  }

  @Test
  void every_finding_comes_from_a_rule_in_the_catalog() {
    SchemaPlan plan = plan(schema(ID, index(), check(true)), Schema.empty());
    assertThat(RuleCatalog.slugs())
        .containsAll(plan.findings().stream().map(Finding::rule).toList());
  }

  @Test
  void the_digest_of_a_plan_changes_with_its_settings() {
    PlanSettings patient =
        new PlanSettings(17, 9_000, 60_000, Retries.NONE, new TreeMap<>(), new TreeSet<>());
    assertThat(whole(PlanSettings.defaults()).digest())
        .isEqualTo(whole(PlanSettings.defaults()).digest())
        .isNotEqualTo(whole(patient).digest());
  }

  @Test
  void a_script_makes_the_whole_schema() {
    assertThat(Planning.script(schema(ID, index())))
        .isEqualTo(
            "CREATE TABLE public.t (\n  id integer\n);\n\nCREATE INDEX i ON public.t (id);\n");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void the_same_input_gives_the_same_bytes_and_a_schema_needs_no_plan_to_itself(long seed) {
    Random random = new Random(seed);
    List<SchemaObject> base = randomObjects(random);
    List<SchemaObject> target = randomObjects(random);
    String once = Canonical.json(plan(schemaOf(base), schemaOf(target)));
    String again = Canonical.json(plan(schemaOf(base.reversed()), schemaOf(target)));
    assertThat(again).isEqualTo(once);
    assertThat(plan(schemaOf(base), schemaOf(base.reversed())).isEmpty()).isTrue();
  }

  private static List<SchemaObject> randomObjects(Random random) {
    List<SchemaObject> objects = new ArrayList<>();
    for (int table = 0; table < 6; table++) {
      if (random.nextBoolean()) {
        String name = "public.t" + table;
        objects.add(new Table(name, random.nextBoolean() ? "about " + table : null));
        for (int column = 0; column < 5; column++) {
          String type = random.nextBoolean() ? "integer" : "bigint";
          boolean notNull = random.nextBoolean();
          objects.add(new Column(name, "c" + column, type, notNull, null, null, null, null, null));
        }
      }
    }
    return objects;
  }

  private static Schema schemaOf(List<SchemaObject> objects) {
    List<SchemaObject> ordered = new ArrayList<>(objects);
    ordered.sort((a, b) -> a.id().compareTo(b.id()));
    return Schema.of(ordered, List.of());
  }

  private static void needsForce(Schema base, Schema target, String rule) {
    SchemaPlan plan = plan(base, target);
    assertThat(plan.blocked()).isFalse();
    assertThat(plan.destructiveSteps()).hasSize(1);
    Step step = plan.destructiveSteps().getFirst();
    assertThat(step.risk()).isEqualTo(Risk.BREAKING);
    assertThat(step.findings()).extracting(Finding::rule).containsExactly(rule);
  }

  private static Step only(Schema base, Schema target) {
    SchemaPlan plan = plan(base, target);
    assertThat(plan.steps()).hasSize(1);
    return plan.steps().getFirst();
  }

  private static SchemaPlan plan(Schema base, Schema target) {
    return Planning.plan(base, target, PlanSettings.defaults());
  }

  private static Plan whole(PlanSettings settings) {
    SchemaPlan plan = Planning.plan(Schema.empty(), schema(ID), settings);
    return new Plan("shop", "prod", "abc", null, new TreeMap<>(Map.of("main", plan)));
  }

  private static Schema schema(SchemaObject... parts) {
    List<SchemaObject> objects = new ArrayList<>(Schema.empty().objects().values());
    objects.add(T);
    objects.addAll(Arrays.asList(parts));
    return Schema.of(objects, List.of());
  }

  private static Schema unread() {
    Schema schema = schema(ID);
    UnreadObject policy = new UnreadObject("policy", "public.t.p", "row security is not covered");
    return new Schema(schema.objects(), new TreeSet<>(), schema.columnOrder(), List.of(policy));
  }

  private static Column column(String name, String type, boolean notNull, @Nullable String value) {
    return new Column("public.t", name, type, notNull, value, null, null, null, null);
  }

  private static Index index() {
    return new Index("public.i", T.id(), "CREATE INDEX i ON public.t (id)", true, null);
  }

  private static Constraint check(boolean validated) {
    return new Constraint(
        "public.t", "c", ConstraintType.CHECK, "CHECK ((id > 0))", validated, null);
  }
}
