package dev.releaseledger.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.app.port.Artifacts;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanProposed;
import dev.releaseledger.domain.environment.EnvironmentEvent.Terms;
import dev.releaseledger.projections.LiveTables;
import dev.releaseledger.projections.Sight;
import dev.releaseledger.projections.testing.PostgresTest;
import dev.releaseledger.projections.testing.TestDatabase;
import dev.releaseledger.projections.timeline.Timeline;
import dev.releaseledger.projections.timeline.TimelineEntry;
import dev.releaseledger.projections.timeline.TimelineFilter;
import dev.releaseledger.projections.timeline.TimelineFilter.Span;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericEventMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries that are found by the objects that their rollouts touch. */
@PostgresTest
class TouchedTest {

  private static RunningLedger service;

  @BeforeAll
  static void propose(TestDatabase database) throws Exception {
    service = RunningLedger.on(database, "node-1");
    Artifacts artifacts = service.the(Artifacts.class);
    String plan =
        artifacts.put(
            "plan",
            """
            {"connections":{"main":{"stages":[{"steps":[
              {"object":"column public.customers.fax"},
              {"object":"index public.\\"odd.name\\""},
              {"object":"materialized view public.totals"}]}]}}}
            """);
    String impact =
        artifacts.put("impact", "{\"tables\":[\"public.customers\",\"public.orders\"]}");
    Terms terms = new Terms(new TreeMap<>(), false, null, true, List.of(), impact, null);
    Object projector =
        Objects.requireNonNull(service.the(ProjectionCatalog.class).byName().get("touched"))
            .projector()
            .apply(new LiveTables(service.jdbc()));
    new AnnotationEventHandlerAdapter(projector)
        .handle(GenericEventMessage.asEventMessage(proposed("rol_fax", plan, terms)));
    new AnnotationEventHandlerAdapter(projector)
        .handle(GenericEventMessage.asEventMessage(proposed("rol_lost", "sha256:lost", null)));
    Operator operator = new Operator(service.ledger(), "shop", "prod");
    operator.create(0);
    operator.propose("rol_fax", "fp:a", "fp:b", Operator.ALICE);
    operator.propose("rol_lost", "fp:a", "fp:c", Operator.ALICE);
    service.settle();
  }

  private static PlanProposed proposed(String rollout, String digest, @Nullable Terms terms) {
    return new PlanProposed(
        "shop",
        "prod",
        rollout,
        digest,
        "ref",
        "main",
        Operator.BEGIN,
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        "sha256:rehearsal",
        3,
        List.of(),
        false,
        0,
        null,
        terms,
        "manual",
        null,
        Operator.ALICE,
        Operator.BEGIN);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "public.customers",
        "table public.customers",
        "column public.customers.fax",
        "public.customers.fax",
        "public.orders",
        "public.\"odd.name\"",
        "materialized view public.totals",
        "public.totals",
        "rol_fax"
      })
  void an_object_is_found_by_each_of_its_names(String name) {
    assertThat(about(name)).extracting(TimelineEntry::rollout).containsExactly("rol_fax");
  }

  @ParameterizedTest
  @ValueSource(strings = {"public", "view public.totals", "public.\"odd", "customers"})
  void by_a_part_of_a_name_nothing_is_found(String name) {
    assertThat(about(name)).isEmpty();
  }

  private static List<TimelineEntry> about(String object) {
    return service
        .the(Timeline.class)
        .latest(
            new TimelineFilter(
                null, null, null, null, List.of(), List.of(object), null, Span.ALL, Sight.ALL),
            10);
  }
}
