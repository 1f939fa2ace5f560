package dev.releaseledger.app.postgres;

import dev.releaseledger.domain.plan.Step;
import dev.releaseledger.domain.schema.Privileges;
import dev.releaseledger.domain.schema.Schema;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the copy was before and after the steps of a plan, as far as it was read. */
final class Moments {

  private final Map<Integer, Schema> after = new HashMap<>();
  private final Privileges privileges;

  Moments(Schema base) {
    after.put(0, base);
    this.privileges = base.access().privileges();
  }

  /** Whether privileges are compared. */
  Privileges privileges() {
    return privileges;
  }

  void after(Step step, Schema schema) {
    after.put(step.number(), schema);
  }

  @Nullable Schema after(Step step) {
    return after.get(step.number());
  }

  @Nullable Schema before(Step step) {
    return after.get(step.number() - 1);
  }
}
