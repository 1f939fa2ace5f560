package dev.releaseledger.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.plan.Draft.DraftStep;
import dev.releaseledger.domain.schema.Attribute;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.ConstraintType;
import dev.releaseledger.domain.schema.Dependency;
import dev.releaseledger.domain.schema.EnumType;
import dev.releaseledger.domain.schema.Routine;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Sequence;
import dev.releaseledger.domain.schema.SequenceOptions;
import dev.releaseledger.domain.schema.Table;
import dev.releaseledger.domain.schema.TableStorage;
import dev.releaseledger.domain.schema.View;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlannerTest {

  private static final Table T = new Table("public.t", null);
  private static final Table U = new Table("public.u", null);
  private static final Column T_ID = column("public.t", "id", "integer", null);
  private static final Column U_ID = column("public.u", "id", "integer", null);

  @Test
  void there_is_nothing_to_do_from_a_schema_to_itself() {
    Schema schema = Schema.of(List.of(T, T_ID), List.of());
    assertThat(sql(schema, schema)).isEmpty();
  }

  @Test
  void a_table_is_created_with_its_columns() {
    assertThat(sql(Schema.of(List.of(), List.of()), Schema.of(List.of(T, T_ID), List.of())))
        .containsExactly("CREATE TABLE public.t (\n  id integer\n)");
  }

  @Test
  void foreign_keys_come_after_all_tables_and_go_before_any() {
    Schema full =
        Schema.of(
            List.of(T, T_ID, U, U_ID, foreignKey("public.t", "u"), foreignKey("public.u", "t")),
            List.of(
                new Dependency(foreignKey("public.t", "u").id(), U_ID.id()),
                new Dependency(foreignKey("public.u", "t").id(), T_ID.id())));
    Schema none = Schema.of(List.of(), List.of());
    assertThat(sql(none, full))
        .containsExactly(
            "CREATE TABLE public.t (\n  id integer\n)",
            "CREATE TABLE public.u (\n  id integer\n)",
            "ALTER TABLE public.t ADD CONSTRAINT fk FOREIGN KEY (id) REFERENCES public.u(id)",
            "ALTER TABLE public.u ADD CONSTRAINT fk FOREIGN KEY (id) REFERENCES public.t(id)");
    assertThat(sql(full, none))
        .containsExactly(
            "ALTER TABLE public.t DROP CONSTRAINT fk",
            "ALTER TABLE public.u DROP CONSTRAINT fk",
            "DROP TABLE public.t",
            "DROP TABLE public.u");
  }

  @Test
  void a_sequence_is_owned_after_its_column_is_there() {
    Sequence sequence =
        new Sequence(
            "public.s",
            new SequenceOptions("integer", "1", "1", "1", "9", "1", false),
            "public.t.id",
            null);
    Column counted = column("public.t", "id", "integer", "nextval('public.s'::regclass)");
    Schema target =
        Schema.of(
            List.of(T, counted, sequence),
            List.of(new Dependency(counted.defaultId(), sequence.id())));
    assertThat(sql(Schema.of(List.of(), List.of()), target))
        .containsExactly(
            "CREATE SEQUENCE public.s AS integer INCREMENT BY 1 MINVALUE 1 MAXVALUE 9 START WITH 1"
                + " CACHE 1 NO CYCLE",
            "CREATE TABLE public.t (\n  id integer DEFAULT nextval('public.s'::regclass)\n)",
            "ALTER SEQUENCE public.s OWNED BY public.t.id");
    assertThat(sql(target, Schema.of(List.of(), List.of()))).containsExactly("DROP TABLE public.t");
  }

  @Test
  void views_make_way_for_a_change_of_type_and_come_back_with_their_comments() {
    Column wide = column("public.t", "id", "bigint", null);
    View before = view("integer", "SELECT id FROM public.t");
    View after = view("bigint", "SELECT id FROM public.t");
    Dependency uses = new Dependency(before.id(), T_ID.id());
    assertThat(
            sql(
                Schema.of(List.of(T, T_ID, before), List.of(uses)),
                Schema.of(List.of(T, wide, after), List.of(uses))))
        .containsExactly(
            "DROP VIEW public.v",
            "ALTER TABLE public.t ALTER COLUMN id TYPE bigint",
            "CREATE VIEW public.v AS\nSELECT id FROM public.t",
            "COMMENT ON VIEW public.v IS 'kept'");
  }

  @Test
  void labels_are_added_in_a_stage_of_their_own() {
    Draft draft =
        draft(
            Schema.of(List.of(mood("sad", "happy")), List.of()),
            Schema.of(List.of(mood("sad", "ok", "happy"), T), List.of()));
    assertThat(draft.stages()).hasSize(2);
    assertThat(draft.stages().getFirst().steps())
        .extracting(DraftStep::sql)
        .containsExactly("ALTER TYPE public.mood ADD VALUE 'ok' AFTER 'sad'");
  }

  @Test
  void an_enum_in_use_that_loses_labels_is_replaced_under_its_columns() {
    Column held = column("public.t", "m", "public.mood", null);
    Dependency uses = new Dependency(held.id(), mood("sad").id());
    Draft draft =
        draft(
            Schema.of(List.of(T, held, mood("sad", "happy")), List.of(uses)),
            Schema.of(List.of(T, held, mood("happy")), List.of(uses)));
    assertThat(draft.obstacles()).isEmpty();
    assertThat(draft.stages().getFirst().steps())
        .extracting(DraftStep::sql)
        .containsExactly(
            "ALTER TYPE public.mood RENAME TO mood_replaced",
            "CREATE TYPE public.mood AS ENUM ('happy')",
            "ALTER TABLE public.t ALTER COLUMN m TYPE public.mood USING m::text::public.mood",
            "DROP TYPE public.mood_replaced");
  }

  @Test
  void a_name_steps_aside_without_growing_too_long_or_losing_its_quotes() {
    assertThat(Identifiers.suffixed("public.mood", "_old", 63)).isEqualTo("public.mood_old");
    assertThat(Identifiers.suffixed("\"a.b\".\"c.d\"", "_old", 6)).isEqualTo("\"a.b\".\"c._old\"");
    assertThat(Identifiers.suffixed("s.\"a\"\"b\"", "_old", 6)).isEqualTo("s.\"a_old\"");
    assertThat(Identifiers.last("\"a.b\".\"c.d\"")).isEqualTo("\"c.d\"");
  }

  @Test
  void a_declared_conversion_is_used() {
    Schema base = Schema.of(List.of(T, column("public.t", "c", "text", null)), List.of());
    Schema target = Schema.of(List.of(T, column("public.t", "c", "integer", null)), List.of());
    var declared = new java.util.TreeMap<>(java.util.Map.of("public.t.c", "c::integer"));
    Draft draft = Planner.draft(base, target, PlanSettings.defaults().converting(declared));
    assertThat(draft.obstacles()).isEmpty();
    assertThat(draft.stages().getFirst().steps().getFirst().sql())
        .isEqualTo("ALTER TABLE public.t ALTER COLUMN c TYPE integer USING c::integer");
  }

  @Test
  void a_table_changes_its_access_method_from_postgresql_15_on() {
    TableStorage heaped = new TableStorage(false, "heaped", null, List.of());
    Schema base = Schema.of(List.of(T), List.of());
    Table other =
        new Table("public.t", null, null, null, null, null, heaped, null, null, null, null);
    Schema target = Schema.of(List.of(other), List.of());
    assertThat(Planner.draft(base, target, PlanSettings.defaults().on(14)).obstacles())
        .containsExactly(new Obstacle.NeedsNewerServer(T.id(), "the access method", 15, 14));
    assertThat(Planner.draft(base, target, PlanSettings.defaults().on(15)).obstacles()).isEmpty();
  }

  @Test
  void a_cycle_that_no_order_satisfies_is_an_obstacle_that_names_its_members() {
    Routine one = routine("public.one()");
    Routine two = routine("public.two()");
    Schema target =
        Schema.of(
            List.of(one, two),
            List.of(new Dependency(one.id(), two.id()), new Dependency(two.id(), one.id())));
    assertThat(draft(Schema.of(List.of(), List.of()), target).obstacles())
        .containsExactly(new Obstacle.Cycle(List.of(one.id(), two.id())));
  }

  @Test
  void a_default_that_needs_its_own_table_is_set_afterwards() {
    Routine counter = routine("public.n()");
    Column counted = column("public.t", "id", "integer", "public.n()");
    Schema target =
        Schema.of(
            List.of(T, counted, counter),
            List.of(
                new Dependency(counted.defaultId(), counter.id()),
                new Dependency(counter.id(), T.id())));
    assertThat(sql(Schema.of(List.of(), List.of()), target))
        .containsExactly(
            "CREATE TABLE public.t (\n  id integer\n)",
            "CREATE FUNCTION public.n()",
            "ALTER TABLE public.t ALTER COLUMN id SET DEFAULT public.n()");
  }

  private static List<String> sql(Schema base, Schema target) {
    Draft draft = draft(base, target);
    assertThat(draft.obstacles()).isEmpty();
    return draft.stages().stream()
        .flatMap(stage -> stage.steps().stream())
        .map(DraftStep::sql)
        .toList();
  }

  private static Draft draft(Schema base, Schema target) {
    return Planner.draft(base, target, PlanSettings.defaults());
  }

  private static Column column(String table, String name, String type, @Nullable String value) {
    return new Column(table, name, type, false, value, null, null, null, null);
  }

  private static SchemaObject foreignKey(String table, String other) {
    String definition = "FOREIGN KEY (id) REFERENCES public." + other + "(id)";
    return new Constraint(table, "fk", ConstraintType.FOREIGN_KEY, definition, true, null);
  }

  private static View view(String type, String query) {
    Attribute shown = new Attribute("id", type, null, null);
    return new View("public.v", query, List.of(), List.of(shown), "kept");
  }

  private static EnumType mood(String... labels) {
    return new EnumType("public.mood", List.of(labels), null);
  }

  private static Routine routine(String identity) {
    return new Routine(identity, false, "", "integer", "CREATE FUNCTION " + identity, null);
  }
}
