package dev.releaseledger.app.anchoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.releaseledger.app.port.AnchorEntry;
import dev.releaseledger.app.port.AnchorOutcome;
import dev.releaseledger.app.port.AnchorPlace;
import dev.releaseledger.app.port.AnchorPlaces;
import dev.releaseledger.app.port.OfferedCheckpoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Places that answer what a test wants, and remember what they were asked. */
final class StandInPlaces implements AnchorPlaces {

  private final Map<String, Function<OfferedCheckpoint, AnchorOutcome>> answers =
      new ConcurrentHashMap<>();
  private final Map<String, List<Long>> asked = new ConcurrentHashMap<>();

  void answer(String place, Function<OfferedCheckpoint, AnchorOutcome> how) {
    answers.put(place, how);
  }

  void keeps(String place) {
    answer(
        place,
        offered ->
            new AnchorOutcome.Kept(
                (place + " keeps " + offered.checkpoint().size()).getBytes(UTF_8)));
  }

  void fails(String place) {
    answer(place, offered -> new AnchorOutcome.Failed("it is on holiday"));
  }

  /** The sizes that a place was asked to keep. */
  List<Long> asked(String place) {
    return asked.getOrDefault(place, List.of());
  }

  @Override
  public Optional<AnchorPlace> of(AnchorEntry entry) {
    keeps(entry.name());
    return Optional.of(offered -> {
      asked
          .computeIfAbsent(entry.name(), name -> new CopyOnWriteArrayList<>())
          .add(offered.checkpoint().size());
      Function<OfferedCheckpoint, AnchorOutcome> answer = answers.get(entry.name());
      return answer == null ? new AnchorOutcome.Failed("no answer") : answer.apply(offered);
    });
  }
}
