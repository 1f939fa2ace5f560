package dev.releaseledger.app.store.rebuild;

import dev.releaseledger.app.port.EventLog;
import dev.releaseledger.app.port.EventLog.Recorded;
import dev.releaseledger.app.store.EventTypes;
import dev.releaseledger.app.store.ProjectionCatalog.Projection;
import dev.releaseledger.projections.Foresighted;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.MetaData;

/**
 * One projection on its way from the first event to where the live one is, through the very
 * handlers that write the live one.
 */
final class Build {

  private static final int EVENTS_PER_COMMIT = 20_000;

  /** A row that a transaction changes again and again takes longer each time. */
  private static final int STATEMENTS_PER_COMMIT = 1000;

  private final Projection projection;
  private final Connection connection;
  private final BulkTables bulk;
  private final EventFeed feed;
  private Object projector;
  private AnnotationEventHandlerAdapter handlers;
  private long position;

  Build(Projection projection, RebuiltTables tables, EventLog log, long position)
      throws SQLException {
    this.projection = projection;
    this.connection = tables.connection();
    this.bulk = new BulkTables(tables);
    this.projector = projection.projector().apply(bulk);
    this.handlers = new AnnotationEventHandlerAdapter(projector);
    this.feed = new EventFeed(log, namesFor(handlers));
    this.position = position;
  }

  /** What is told of the position with each commit. */
  interface Milestones {
    void reached(long position) throws SQLException;
  }

  long position() {
    return position;
  }

  /** Takes in what stands up to a position, and commits on the way. */
  void advance(long upTo, Milestones milestones) throws Exception {
    Since since = new Since();
    pour(
        upTo,
        events -> {
          take(events);
          since.events += events.size();
          since.statements += bulk.executed();
          if (since.events >= EVENTS_PER_COMMIT || since.statements >= STATEMENTS_PER_COMMIT) {
            since.events = 0;
            since.statements = 0;
            commit(events.getLast().position(), milestones);
          }
        });
    commit(Math.max(position, upTo), milestones);
  }

  /** What was done since the last commit. */
  private static final class Since {
    int events;
    int statements;
  }

  /** Takes in what stands up to a position, within the transaction that is open. */
  void catchUp(long upTo) throws Exception {
    pour(upTo, this::take);
    bulk.flush();
    position = Math.max(position, upTo);
  }

  private void pour(long upTo, EventFeed.Sink sink) throws Exception {
    try {
      feed.pour(position, upTo, sink);
    } catch (Exception e) {
      bulk.clear();
      throw e;
    }
  }

  /** Is again where it was before what the transaction has done, which was rolled back. */
  void fallBack(long before) throws SQLException {
    bulk.clear();
    // A projector may remember what it wrote.
    projector = projection.projector().apply(bulk);
    handlers = new AnnotationEventHandlerAdapter(projector);
    position = before;
  }

  private void commit(long reached, Milestones milestones) throws SQLException {
    bulk.flush();
    position = reached;
    milestones.reached(reached);
    connection.commit();
  }

  private void take(List<Recorded> events) throws Exception {
    if (projector instanceof Foresighted foresighted) {
      foresighted.expect(events.stream().map(Recorded::event).toList());
    }
    for (Recorded event : events) {
      Object unused =
          handlers.handle(
              new GenericTrackedEventMessage<>(
                  new GlobalSequenceTrackingToken(event.position()),
                  // An identifier and a time of its own would be drawn for nothing.
                  new GenericEventMessage<>(
                      event.name(), event.event(), MetaData.emptyInstance(), Instant.EPOCH)));
    }
  }

  /** The events that it has a handler for; all others need not be read. */
  private static Collection<String> namesFor(AnnotationEventHandlerAdapter handlers) {
    return EventTypes.byName().entrySet().stream()
        .filter(type -> handlers.canHandleType(type.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
