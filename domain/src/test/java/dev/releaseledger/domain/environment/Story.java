package dev.releaseledger.domain.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.policy.Refusal;
import dev.releaseledger.domain.policy.gate.Gates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Given what happened, when something is asked, then this follows or is refused. */
final class Story {

  private final List<EnvironmentEvent> history;

  private Story(List<EnvironmentEvent> history) {
    this.history = List.copyOf(history);
  }

  /** The environment's history, oldest first. */
  static Story given(EnvironmentEvent... events) {
    return new Story(Arrays.asList(events));
  }

  /** The environment's history, oldest first. */
  static Story given(List<EnvironmentEvent> events) {
    return new Story(events);
  }

  /** The history goes on. */
  Story and(EnvironmentEvent... events) {
    List<EnvironmentEvent> all = new ArrayList<>(history);
    all.addAll(Arrays.asList(events));
    return new Story(all);
  }

  /** What the history amounts to. */
  Environment state() {
    Environment state = Environment.initial();
    for (EnvironmentEvent event : history) {
      state = state.evolve(event);
    }
    return state;
  }

  /** Something is asked of the environment. */
  Ending when(EnvironmentCommand command) {
    return new Ending(this, Deciding.decide(state(), command));
  }

  /** What came of it. */
  record Ending(Story before, Decision decision) {

    /** Exactly these events follow. */
    void then(EnvironmentEvent... expected) {
      assertThat(decision).isEqualTo(Decision.accept(expected));
    }

    /** It starts, through every gate, under this lease. */
    void thenStarts(long token) {
      assertThat(events()).hasSize(1);
      EnvironmentEvent.ApplyStarted started = (EnvironmentEvent.ApplyStarted) events().getFirst();
      assertThat(started).isEqualTo(Facts.started(token, started.gates()));
      assertThat(started.gates())
          .hasSize(Gates.ALL.size())
          .allMatch(EnvironmentEvent.PassedGate::met);
    }

    /** It is refused, for exactly this reason. */
    void thenRefused(Refusal refusal) {
      assertThat(decision).isEqualTo(Decision.decline(refusal));
    }

    /** It is refused for a reason of this name. */
    void thenRefused(String slug) {
      assertThat(answer()).isEqualTo(slug);
    }

    /** The state once the events have happened. */
    Environment state() {
      assertThat(decision).isInstanceOf(Decision.Accepted.class);
      return before.and(events().toArray(EnvironmentEvent[]::new)).state();
    }

    /** What happened; nothing when it was refused. */
    List<EnvironmentEvent> events() {
      return switch (decision) {
        case Decision.Accepted accepted -> accepted.events();
        case Decision.Declined declined -> List.of();
      };
    }

    /** The name of the refusal, or {@code accepted}. */
    String answer() {
      return switch (decision) {
        case Decision.Accepted accepted -> "accepted";
        case Decision.Declined declined -> declined.refusal().slug();
      };
    }
  }
}
