package dev.releaseledger.app.store;

import java.util.List;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;

/** Gives aggregates and projections the events with their free texts, a batch at a time. */
final class OpeningTexts implements EventUpcaster {

  private static final int AT_ONCE = 500;

  private final FreeTexts texts;

  OpeningTexts(FreeTexts texts) {
    this.texts = texts;
  }

  @Override
  public Stream<IntermediateEventRepresentation> upcast(
      Stream<IntermediateEventRepresentation> stored) {
    return stored.gather(Gatherers.windowFixed(AT_ONCE)).flatMap(this::opened);
  }

  private Stream<IntermediateEventRepresentation> opened(
      List<IntermediateEventRepresentation> stored) {
    List<String> opened =
        texts.opened(stored.stream().map(it -> it.getData(String.class).getData()).toList());
    return IntStream.range(0, stored.size())
        .mapToObj(i ->
            stored
                .get(i)
                .upcastPayload(stored.get(i).getType(), String.class, payload -> opened.get(i)));
  }
}
