package dev.releaseledger.app.store;

import dev.releaseledger.app.port.EventLog;
import dev.releaseledger.app.port.Projections;
import dev.releaseledger.app.store.ProjectionCatalog.Projection;
import dev.releaseledger.app.store.rebuild.Rebuilds;
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

  private final Configuration axon;
  private final ProjectionCatalog catalog;
  private final Rebuilds rebuilds;
  private final EventLog log;
  private final Clock clock;

  ProjectionProgress(
      Configuration axon, ProjectionCatalog catalog, Rebuilds rebuilds, EventLog log, Clock clock) {
    this.axon = axon;
    this.catalog = catalog;
    this.rebuilds = rebuilds;
    this.log = log;
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
  public List<String> withTexts() {
    return catalog.withTexts();
  }

  @Override
  public List<Status> status() {
    long last = log.last();
    return names().stream().map(name -> status(name, last)).toList();
  }

  private Status status(String name, long last) {
    long position = Math.max(0, positionOf(processor(name)));
    return new Status(
        name,
        position,
        Math.max(0, last - position),
        rebuilds.last(name).orElse(null),
        rebuilds.verification(name).orElse(null));
  }

  @Override
  public long reached(String name) {
    return positionOf(processor(name));
  }

  @Override
  public void rebuild(String name) {
    rebuilds.rebuild(projection(name));
  }

  @Override
  public Verification verify(String name) {
    return rebuilds.verify(projection(name));
  }

  @Override
  public void startRebuilding(List<String> names) {
    rebuilds.startRebuilding(names.stream().map(this::projection).toList());
  }

  @Override
  public void startVerifying(List<String> names) {
    rebuilds.startVerifying(names.stream().map(this::projection).toList());
  }

  private Projection projection(String name) {
    Projection projection = catalog.byName().get(name);
    if (projection == null) {
      throw new IllegalArgumentException("there is no projection " + name);
    }
    return projection;
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
