package dev.releaseledger.domain.environment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The events of an environment on their way into its state. They are taken in together when the
 * state is asked for: a stream is read whole before that.
 */
final class Course {

  private final List<EnvironmentEvent> waiting = new ArrayList<>();
  private Environment state = Environment.initial();

  void add(EnvironmentEvent event) {
    waiting.add(event);
  }

  Environment state() {
    if (!waiting.isEmpty()) {
      state = state.evolve(waiting);
      waiting.clear();
    }
    return state;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Course course && state().equals(course.state());
  }

  @Override
  public int hashCode() {
    return state().hashCode();
  }
}
