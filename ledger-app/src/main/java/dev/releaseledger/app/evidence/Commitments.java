package dev.releaseledger.app.evidence;

import dev.releaseledger.app.store.FreeTexts;
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

  private final FreeTexts texts;
  private final EarlierReasons earlier;

  Commitments(FreeTexts texts, EarlierReasons earlier) {
    this.texts = texts;
    this.earlier = earlier;
  }

  /** The commitment to the reason of a rollout; it stays when the reason is erased. */
  Optional<Sha256> toReason(Course course) {
    return FreeTexts.commitmentOf(proposal(course).entry().event().payload(), "reason")
        .or(() -> earlier.of(course).map(RevealedText::commitment));
  }

  /** Every text of these events that is still known, with what opens its commitment. */
  List<RevealedText> revealed(Course course) {
    return Stream.concat(
            texts
                .revealed(
                    course.happened().stream().map(it -> it.entry().event().payload()).toList())
                .values()
                .stream(),
            inTheClear(course) ? earlier.of(course).stream() : Stream.empty())
        .toList();
  }

  private static boolean inTheClear(Course course) {
    return FreeTexts.commitmentOf(proposal(course).entry().event().payload(), "reason").isEmpty();
  }

  private static Happened proposal(Course course) {
    return course.own().stream()
        .filter(it -> it.event() instanceof PlanProposed)
        .reduce((one, other) -> other)
        .orElseThrow();
  }
}
