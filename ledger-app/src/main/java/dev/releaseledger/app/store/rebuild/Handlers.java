package dev.releaseledger.app.store.rebuild;

import dev.releaseledger.app.port.EventLog.Recorded;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.AnnotatedHandlerInspector;
import org.axonframework.messaging.annotation.MessageHandlingMember;

/**
 * The handlers of a projector. Which of them takes an event is found once for each kind of event,
 * where the live projection looks anew each time.
 */
final class Handlers {

  private final Object projector;
  private final AnnotatedHandlerInspector<Object> inspector;
  private final Map<Class<?>, Optional<MessageHandlingMember<? super Object>>> byType =
      new HashMap<>();

  @SuppressWarnings("unchecked")
  Handlers(Object projector) {
    this.projector = projector;
    this.inspector = AnnotatedHandlerInspector.inspectType((Class<Object>) projector.getClass());
  }

  /** Whether there is one for a kind of event. */
  boolean take(Class<?> type) {
    return inspector.getHandlers(projector.getClass()).anyMatch(it -> it.canHandleType(type));
  }

  /** Has the first that there is for it handle an event, as the live projection does. */
  void handle(Recorded recorded) throws Exception {
    EventMessage<Object> message =
        new GenericTrackedEventMessage<>(
            new GlobalSequenceTrackingToken(recorded.position()),
            // An identifier and a time of its own would be drawn for nothing.
            new GenericEventMessage<>(
                recorded.name(), recorded.event(), MetaData.emptyInstance(), Instant.EPOCH));
    Optional<MessageHandlingMember<? super Object>> handler =
        byType.get(recorded.event().getClass());
    if (handler == null) {
      handler = handlerFor(message);
      byType.put(recorded.event().getClass(), handler);
    }
    if (handler.isPresent()) {
      Object unused = handler.get().handle(message, projector);
    }
  }

  private Optional<MessageHandlingMember<? super Object>> handlerFor(EventMessage<?> message) {
    return inspector
        .getHandlers(projector.getClass())
        .filter(it -> it.canHandle(message))
        .findFirst()
        .map(Objects::requireNonNull);
  }
}
