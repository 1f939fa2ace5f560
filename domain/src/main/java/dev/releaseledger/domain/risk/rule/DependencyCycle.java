package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Obstacle;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.schema.ObjectId;
import java.util.stream.Collectors;

/** Objects need each other, and no order of statements satisfies them. */
final class DependencyCycle extends Rule {

  DependencyCycle() {
    super("dependency-cycle", Risk.UNSUPPORTED, Force.NOT_NEEDED);
  }

  Finding finding(Obstacle.Cycle it) {
    return finding(
        it.object(),
        "these need each other, and no order of statements satisfies them: "
            + it.members().stream().map(ObjectId::label).collect(Collectors.joining(", ")),
        "Declare the change in two releases.");
  }
}
