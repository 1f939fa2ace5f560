package dev.releaseledger.app.evidence;

import dev.releaseledger.app.port.KeptTexts;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanProposed;
import dev.releaseledger.evidence.bundle.RevealedText;
import dev.releaseledger.evidence.key.Sha256;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What evidence commits to of what people wrote, and what it reveals of that. */
@Component
class Commitments {

  private final KeptTexts texts;
  private final EarlierReasons earlier;

  Commitments(KeptTexts texts, EarlierReasons earlier) {
    this.texts = texts;
    this.earlier = earlier;
  }

  /** The commitment to the reason of a rollout; it stays when the reason is erased. */
  Optional<Sha256> toReason(Course course) {
    return recorded(course).or(() -> earlier.of(course).map(RevealedText::commitment));
  }

  /** Every text of these events that is still known, with what opens its commitment. */
  List<RevealedText> revealed(Course course) {
    Stream<RevealedText> inTheClear =
        recorded(course).isPresent() ? Stream.empty() : earlier.of(course).stream();
    return Stream.concat(texts.revealed(payloads(course)).values().stream(), inTheClear).toList();
  }

  private Optional<Sha256> recorded(Course course) {
    return course.own().stream()
        .filter(it -> it.event() instanceof PlanProposed)
        .reduce((one, other) -> other)
        .flatMap(it -> texts.commitment(it.entry().event().payload(), "reason"));
  }

  private static List<String> payloads(Course course) {
    return course.happened().stream().map(it -> it.entry().event().payload()).toList();
  }
}
