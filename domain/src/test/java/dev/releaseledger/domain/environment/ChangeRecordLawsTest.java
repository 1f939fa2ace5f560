package dev.releaseledger.domain.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.plan.Plan;
import dev.releaseledger.domain.record.ChangeRecord;
import dev.releaseledger.domain.record.Dossier;
import dev.releaseledger.domain.record.Entry;
import dev.releaseledger.domain.record.RecordMarkdown;
import dev.releaseledger.domain.record.Recording;
import dev.releaseledger.domain.rehearsal.PlanRehearsal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of the record of every rollout, however its life went. */
class ChangeRecordLawsTest {

  private static final int STEPS = 300;

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  private static List<EnvironmentEvent> walk(long seed) {
    Walk walk = new Walk(seed);
    List<EnvironmentEvent> events = new ArrayList<>(List.of(Facts.created((int) (seed % 3))));
    Environment state = Environment.initial().evolve(events.getFirst());
    for (int i = 0; i < STEPS; i++) {
      if (Deciding.decide(state, walk.next(state)) instanceof Decision.Accepted accepted) {
        for (EnvironmentEvent event : accepted.events()) {
          state = state.evolve(event);
          events.add(event);
        }
      }
    }
    return events;
  }

  private static List<Dossier> dossiers(long seed) {
    List<Entry> stream = new ArrayList<>();
    walk(seed)
        .forEach(event ->
            stream.add(
                new Entry(
                    1_000L + 7L * stream.size(),
                    event.getClass().getSimpleName(),
                    event,
                    "did something")));
    return stream.stream()
        .filter(entry -> entry.event() instanceof EnvironmentEvent.PlanProposed)
        .map(entry -> ((EnvironmentEvent.PlanProposed) entry.event()).rollout())
        .map(rollout ->
            new Dossier(
                rollout,
                stream,
                new Plan("shop", "prod", "commit", null, new TreeMap<>()),
                new PlanRehearsal(new TreeMap<>()),
                null,
                null,
                actor -> actor))
        .toList();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void the_record_mentions_every_event_of_the_rollout_and_ends_where_the_rollout_is(long seed) {
    List<Dossier> dossiers = dossiers(seed);
    assertThat(dossiers).isNotEmpty();
    Environment end = Environment.initial();
    for (Entry entry : dossiers.getFirst().stream()) {
      end = end.evolve(entry.event());
    }
    for (Dossier dossier : dossiers) {
      ChangeRecord record = Recording.of(dossier);
      String markdown = RecordMarkdown.of(record);
      assertThat(record.events()).hasSameSizeAs(dossier.own());
      assertThat(dossier.own())
          .as("of %s", dossier.rollout())
          .allSatisfy(entry -> assertThat(markdown).contains("`#" + entry.position() + "`"));
      assertThat(record.rolloutStatus())
          .isEqualTo(end.rollout(dossier.rollout()).orElseThrow().status().word());
      assertThat(Recording.of(dossier)).as("told again").isEqualTo(record);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void what_else_happened_to_the_environment_makes_no_other_record(long seed) {
    for (Dossier whole : dossiers(seed)) {
      List<Entry> kept =
          whole.stream().stream()
              .filter(entry ->
                  Dossier.BESIDE.contains(entry.event().getClass())
                      || whole.rollout().equals(Dossier.rolloutOf(entry.event())))
              .toList();
      Dossier part =
          new Dossier(
              whole.rollout(), kept, whole.plan(), whole.rehearsal(), null, null, whole.names());

      assertThat(Recording.of(part)).isEqualTo(Recording.of(whole));
    }
  }
}
