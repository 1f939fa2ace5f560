package dev.releaseledger.app.store;

import dev.releaseledger.app.port.Projections;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.stereotype.Component;

/** The projections as Axon's streaming processors run them. */
@Component
class ProjectionProgress implements Projections {

  private static final Duration PAUSE = Duration.ofMillis(5);
  private static final Duration REBUILD = Duration.ofMinutes(10);

  private final Configuration axon;
  private final Clock clock;

  ProjectionProgress(Configuration axon, Clock clock) {
    this.axon = axon;
    this.clock = clock;
  }

  @Override
  public List<String> names() {
    // Others are never behind: they run where the event is recorded.
    return axon.eventProcessingConfiguration().eventProcessors().entrySet().stream()
        .filter(processor -> processor.getValue() instanceof StreamingEventProcessor)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  @Override
  public boolean await(long position, Duration patience) {
    Instant end = clock.instant().plus(patience);
    for (String name : names()) {
      while (positionOf(processor(name)) < position) {
        if (clock.instant().isAfter(end) || !pause()) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public void rebuild(String name) {
    StreamingEventProcessor processor = processor(name);
    long reached = positionOf(processor);
    processor.shutDown();
    try {
      processor.resetTokens();
    } finally {
      processor.start();
    }
    Instant end = clock.instant().plus(REBUILD);
    // Axon calls a replay finished when the next new event arrives; until then only positions tell.
    while (positionOf(processor) < reached) {
      if (clock.instant().isAfter(end) || !pause()) {
        throw new IllegalStateException("projection " + name + " is still being rebuilt");
      }
    }
  }

  private StreamingEventProcessor processor(String name) {
    return axon.eventProcessingConfiguration()
        .eventProcessor(name, StreamingEventProcessor.class)
        .orElseThrow(() -> new IllegalArgumentException("there is no projection " + name));
  }

  private static long positionOf(StreamingEventProcessor processor) {
    Map<Integer, EventTrackerStatus> segments = processor.processingStatus();
    return segments.values().stream()
        .mapToLong(status -> status.getCurrentPosition().orElse(-1))
        .min()
        .orElse(-1);
  }

  private static boolean pause() {
    try {
      Thread.sleep(PAUSE);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
