package dev.releaseledger.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.app.port.Artifacts;
import dev.releaseledger.app.postgres.SchemaCodec;
import dev.releaseledger.domain.environment.EnvironmentEvent;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanProposed;
import dev.releaseledger.domain.environment.EnvironmentEvent.ReleaseAdvanced;
import dev.releaseledger.domain.environment.EnvironmentEvent.Terms;
import dev.releaseledger.domain.environment.ReleaseCause;
import dev.releaseledger.domain.history.Continuity;
import dev.releaseledger.domain.plan.Plan;
import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.plan.Rename;
import dev.releaseledger.domain.plan.Renaming;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.risk.Planning;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Namespace;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Table;
import dev.releaseledger.projections.JsonText;
import dev.releaseledger.projections.LiveTables;
import dev.releaseledger.projections.schemahistory.Cursor;
import dev.releaseledger.projections.schemahistory.SchemaHistoryProjector;
import dev.releaseledger.projections.schemahistory.SchemaVersion;
import dev.releaseledger.projections.schemahistory.SchemaVersions;
import dev.releaseledger.projections.testing.PostgresTest;
import dev.releaseledger.projections.testing.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the view of schema history keeps, on a real database. */
@PostgresTest
class SchemaHistoryProjectionTest {

  private static final Instant AT = Instant.parse("2026-11-21T10:00:00Z");
  private static final List<String> TABLES =
      List.of("view_schema_version", "view_schema_release", "view_schema_proposal");

  private static RunningLedger service;

  private final List<TrackedEventMessage<?>> events = new ArrayList<>();
  private @Nullable String current;
  private @Nullable SchemaHistoryProjector projector;

  @BeforeAll
  static void start(TestDatabase database) {
    service = RunningLedger.on(database, "node-1");
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @BeforeEach
  void empty() {
    TABLES.forEach(table -> service.jdbc().sql("delete from " + table).update());
    restart();
  }

  @Test
  void a_change_is_told_once_and_the_same_schema_not_at_all() throws Exception {
    baseline("r1", table("users", "id integer"));
    baseline("r2", table("users", "id bigint"));
    baseline("r3", table("users", "id bigint"));

    assertThat(history("users")).containsExactly("2 changed public.users", "1 added public.users");
  }

  @Test
  void a_renamed_table_goes_on_and_is_found_under_both_names() throws Exception {
    baseline("r1", table("users", "id integer"));
    apply("r2", table("customers", "id integer"), renamed("customers", "users"));
    baseline("r3", table("customers", "id bigint"));

    List<String> whole =
        List.of(
            "4 changed public.customers",
            "3 renamed public.customers from public.users",
            "1 added public.users");
    assertThat(history("customers")).isEqualTo(whole);
    assertThat(history("users")).isEqualTo(whole);
    assertThat(words(of("customers", Cursor.before(4), 1))).containsExactly(whole.get(1));
    assertThat(words(of("customers", Cursor.before(3), 5))).containsExactly(whole.get(2));
    assertThat(versions().authors("rol_r2")).containsExactly("act_ada");
  }

  @Test
  void a_name_that_is_given_away_and_taken_again_stands_for_two() throws Exception {
    baseline("r1", table("a", "id integer"));
    apply("r2", List.of(table("b", "id integer"), table("a", "x text")), renamed("b", "a"));
    baseline("r3", List.of(table("b", "id integer"), table("a", "y text")));

    assertThat(history("a")).containsExactly("4 changed public.a", "3 added public.a");
    assertThat(history("b"))
        .containsExactly("3 renamed public.b from public.a", "1 added public.a");
  }

  @Test
  void what_is_dropped_and_made_again_has_one_history() throws Exception {
    baseline("r1", table("t", "id integer"));
    baseline("r2", table("other", "id integer"));
    baseline("r3", List.of(table("other", "id integer"), table("t", "id uuid")));

    assertThat(history("t"))
        .containsExactly("3 added public.t", "2 removed public.t", "1 added public.t");
  }

  @Test
  void where_the_pointer_goes_back_names_go_back() throws Exception {
    baseline("r1", table("a", "id integer"));
    apply("r2", table("b", "id integer"), renamed("b", "a"));
    apply("r3", table("c", "id integer"), renamed("c", "b"));
    advance("r1", ReleaseCause.ROLLBACK, null, List.of(table("a", "id integer")));

    assertThat(history("a"))
        .containsExactly(
            "6 renamed public.a from public.c",
            "5 renamed public.c from public.b",
            "3 renamed public.b from public.a",
            "1 added public.a");
    assertThat(versions().renamed("shop", "dev", "main", 1, 6)).isEqualTo(Continuity.NONE);
    assertThat(versions().renamed("shop", "dev", "main", 1, 5).former())
        .containsEntry(table("public.c"), table("public.a"));
  }

  @Test
  void what_is_applied_again_after_the_pointer_went_back_goes_on_though_nothing_is_renamed()
      throws Exception {
    baseline("r1", table("a", "id integer"));
    apply("r2", table("b", "id integer"), renamed("b", "a"));
    advance("r1", ReleaseCause.ROLLBACK, null, List.of(table("a", "id integer")));
    advance("r2", ReleaseCause.APPLY, "rol_again", List.of(table("b", "id integer")));

    assertThat(history("b"))
        .containsExactly(
            "5 renamed public.b from public.a",
            "4 renamed public.a from public.b",
            "3 renamed public.b from public.a",
            "1 added public.a");
  }

  @Test
  void where_the_pointer_goes_back_the_names_of_columns_go_back_as_well() throws Exception {
    baseline("r1", table("t", "mail text"));
    apply("r2", table("t", "email text"), renamedColumn("t", "email", "mail"));
    advance("r1", ReleaseCause.ROLLBACK, null, List.of(table("t", "mail text")));

    assertThat(changes("t"))
        .containsExactly(
            "4 renamed column public.t.mail from column public.t.email",
            "3 renamed column public.t.email from column public.t.mail",
            "1 added table public.t",
            "1 added column public.t.mail");
  }

  @Test
  void where_the_pointer_goes_back_what_had_changed_places_does_so_again() throws Exception {
    List<List<SchemaObject>> before = List.of(table("a", "x text"), table("b", "x integer"));
    baseline("r1", before);
    apply("r2", List.of(table("c", "x text"), table("b", "x integer")), renamed("c", "a"));
    apply("r3", List.of(table("c", "x text"), table("a", "x integer")), renamed("a", "b"));
    apply("r4", List.of(table("b", "x text"), table("a", "x integer")), renamed("b", "c"));
    advance("r1", ReleaseCause.ROLLBACK, null, before);

    assertThat(history("a"))
        .containsExactly(
            "8 renamed public.a from public.b",
            "7 renamed public.b from public.c",
            "3 renamed public.c from public.a",
            "1 added public.a");
  }

  @Test
  void names_that_look_alike_have_histories_of_their_own() throws Exception {
    baseline("r1", List.of(table("a_b", "id integer"), table("\"a.b\"", "id integer")));
    baseline("r2", List.of(table("a_b", "id integer"), table("\"a.b\"", "id bigint")));

    assertThat(history("a_b")).containsExactly("1 added public.a_b");
    assertThat(history("\"a.b\"")).hasSize(2);
  }

  @Test
  void a_schema_that_is_not_kept_brings_no_version_and_stops_nothing() throws Exception {
    baseline("r1", table("t", "id integer"));
    deliver(event("r2", ReleaseCause.BASELINE, null, "sha256:lost"));
    baseline("r3", table("t", "id bigint"));

    assertThat(history("t")).containsExactly("3 changed public.t", "1 added public.t");
    assertThat(
            service
                .jdbc()
                .sql("select unkept from view_schema_release where release = 'r2'")
                .query(String.class)
                .single())
        .isEqualTo("[\"main\"]");
  }

  @Test
  void events_that_come_again_change_nothing_whatever_is_remembered() throws Exception {
    baseline("r1", table("a", "id integer"));
    apply("r2", table("b", "id integer"), renamed("b", "a"));
    advance("r1", ReleaseCause.ROLLBACK, null, List.of(table("a", "id integer")));
    baseline("r4", table("a", "id bigint"));
    List<String> before = rows();

    for (TrackedEventMessage<?> event : List.copyOf(events)) {
      handle(event);
    }
    assertThat(rows()).isEqualTo(before);

    for (TrackedEventMessage<?> event : List.copyOf(events)) {
      restart();
      handle(event);
    }
    assertThat(rows()).isEqualTo(before);

    empty();
    for (TrackedEventMessage<?> event : List.copyOf(events)) {
      restart();
      handle(event);
      handle(event);
    }
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void the_latest_changes_of_all_objects_come_page_by_page() throws Exception {
    baseline("r1", List.of(table("a", "id integer"), table("b", "id integer")));
    baseline("r2", List.of(table("a", "id bigint"), table("b", "id bigint")));

    List<String> seen = new ArrayList<>();
    Cursor cursor = Cursor.START;
    for (int i = 0; i < 4; i++) {
      SchemaVersion version = versions().latest("shop", "dev", cursor, 1).getFirst();
      seen.addAll(words(List.of(version)));
      cursor = new Cursor(version.position(), version.number());
    }
    assertThat(seen)
        .containsExactly(
            "2 changed public.a", "2 changed public.b", "1 added public.a", "1 added public.b");
    assertThat(versions().latest("shop", "dev", cursor, 1)).isEmpty();
    assertThat(versions().latest("shop", "prod", Cursor.START, 1)).isEmpty();
  }

  private void baseline(String release, List<SchemaObject> table) throws Exception {
    advance(release, ReleaseCause.BASELINE, null, List.of(table));
  }

  private void baseline(String release, Iterable<List<SchemaObject>> tables) throws Exception {
    advance(release, ReleaseCause.BASELINE, null, tables);
  }

  private void apply(String release, List<SchemaObject> table, Rename rename) throws Exception {
    apply(release, (Iterable<List<SchemaObject>>) List.of(table), rename);
  }

  private void apply(String release, Iterable<List<SchemaObject>> tables, Rename rename)
      throws Exception {
    Schema base = schemaOf(lastSnapshot());
    Schema target = schema(tables);
    SchemaPlan plan =
        Planning.plan(
            base,
            Renaming.of(List.of(rename), base, target),
            target,
            target,
            PlanSettings.defaults(),
            new TreeSet<>());
    SortedMap<String, SchemaPlan> connections = new TreeMap<>();
    connections.put("main", plan);
    String digest = put(new Plan("shop", "dev", "commit", null, connections));
    deliver(proposed("rol_" + release, digest));
    advance(release, ReleaseCause.APPLY, "rol_" + release, tables);
  }

  private void advance(
      String release,
      ReleaseCause cause,
      @Nullable String rollout,
      Iterable<List<SchemaObject>> tables)
      throws Exception {
    deliver(event(release, cause, rollout, put(schema(tables))));
  }

  private ReleaseAdvanced event(
      String release, ReleaseCause cause, @Nullable String rollout, String snapshot) {
    ReleaseAdvanced event =
        new ReleaseAdvanced(
            "shop",
            "dev",
            release,
            "commit",
            Operator.at("fp:" + release),
            Operator.at(snapshot),
            cause,
            rollout,
            current,
            null,
            "act_ada",
            AT);
    current = release;
    return event;
  }

  private static PlanProposed proposed(String rollout, String digest) {
    return new PlanProposed(
        "shop",
        "dev",
        rollout,
        digest,
        "commit",
        "main",
        AT,
        Operator.at("fp:a"),
        Operator.at("fp:b"),
        Operator.at("sha256:b"),
        "sha256:rehearsal",
        1,
        List.of(),
        false,
        0,
        null,
        new Terms(new TreeMap<>(), false, null, true, List.of("act_ada"), null, null),
        "manual",
        null,
        "act_ada",
        AT);
  }

  private void deliver(EnvironmentEvent event) throws Exception {
    TrackedEventMessage<?> message =
        new GenericTrackedEventMessage<>(
            new GlobalSequenceTrackingToken(events.size() + 1L), new GenericEventMessage<>(event));
    events.add(message);
    handle(message);
  }

  private void handle(TrackedEventMessage<?> message) throws Exception {
    var unitOfWork = DefaultUnitOfWork.startAndGet(message);
    Object _ = new AnnotationEventHandlerAdapter(projector).handle(message);
    unitOfWork.commit();
  }

  private void restart() {
    projector =
        new SchemaHistoryProjector(
            new LiveTables(service.jdbc()),
            service.the(JsonText.class),
            new MadeUpSchemas(service.the(Artifacts.class)));
  }

  private String lastSnapshot() {
    return ((ReleaseAdvanced) events.getLast().getPayload()).snapshots().getOrDefault("main", "");
  }

  private Schema schemaOf(String digest) {
    return SchemaCodec.schema(service.the(Artifacts.class).read(digest));
  }

  private static String put(Object value) {
    return service.the(Artifacts.class).put("test", SchemaCodec.write(value));
  }

  private static SchemaVersions versions() {
    return service.the(SchemaVersions.class);
  }

  private static List<String> history(String table) {
    return words(of(table, Cursor.START, 10));
  }

  private static List<SchemaVersion> of(String table, Cursor cursor, int limit) {
    return versions().of("shop", "dev", "main", "table public." + table, cursor, limit);
  }

  private static List<String> words(List<SchemaVersion> versions) {
    return versions.stream()
        .map(it ->
            it.position()
                + " "
                + it.change()
                + it.object().replace("table ", " ")
                + (it.former() == null ? "" : " from " + it.former().replace("table ", "")))
        .toList();
  }

  private static List<String> changes(String table) {
    return of(table, Cursor.START, 10).stream()
        .flatMap(version ->
            versions().parts(version).stream()
                .map(it ->
                    version.position()
                        + " "
                        + it.kind()
                        + " "
                        + it.part()
                        + (it.former() == null ? "" : " from " + it.former())))
        .toList();
  }

  private static List<String> rows() {
    return TABLES.stream()
        .flatMap(table ->
            service
                .jdbc()
                .sql("select t::text from " + table + " t order by 1")
                .query(String.class)
                .list()
                .stream())
        .toList();
  }

  private static ObjectId table(String name) {
    return new ObjectId(ObjectKind.TABLE, name);
  }

  private static Rename renamed(String now, String former) {
    return new Rename(table("public." + now), null, former);
  }

  private static Rename renamedColumn(String table, String now, String former) {
    return new Rename(new ObjectId(ObjectKind.COLUMN, "public." + table + "." + now), null, former);
  }

  /** A table with one column, written {@code name type}. */
  private static List<SchemaObject> table(String name, String column) {
    String[] words = column.split(" ");
    String table = "public." + name;
    return List.of(
        new Table(table, null),
        new Column(table, words[0], words[1], false, null, null, null, null, null));
  }

  private static Schema schema(Iterable<List<SchemaObject>> tables) {
    List<SchemaObject> objects = new ArrayList<>(List.of(new Namespace("public", null)));
    tables.forEach(objects::addAll);
    return Schema.of(objects, List.of());
  }
}
