package dev.releaseledger.cli.render;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The locks that the steps of a stage work under: those they take, and those they find taken. */
final class StageLocks {
  private final Map<Integer, List<LockTaken>> byStep = new HashMap<>();
  private final Map<LockTaken, Integer> held = new LinkedHashMap<>();

  private StageLocks() {}

  static StageLocks of(JsonNode stage) {
    StageLocks locks = new StageLocks();
    for (JsonNode step : stage.path("steps")) {
      int number = step.path("number").asInt();
      List<LockTaken> own = LockTaken.all(step.path("measured").path("locks"));
      locks.byStep.put(number, locks.withExpected(step, own));
      if (stage.path("transactional").asBoolean()) {
        own.forEach(lock -> locks.held.putIfAbsent(lock, number));
      }
    }
    return locks;
  }

  /** Returns the locks of a step: measured, and the expected one where nothing measured is it. */
  List<LockTaken> during(JsonNode step) {
    return byStep.getOrDefault(step.path("number").asInt(), List.of());
  }

  private List<LockTaken> withExpected(JsonNode step, List<LockTaken> own) {
    String expected = Words.of(step, "lock");
    if (expected.isEmpty() || own.stream().anyMatch(lock -> lock.isAtLeast(expected))) {
      return own;
    }
    List<LockTaken> all = new ArrayList<>(own);
    all.add(
        step.path("measured").isObject()
            ? found(step, new LockTaken(expected, ""))
            : new LockTaken(expected, ""));
    return all;
  }

  /** A transaction does not take again what it has, so the measurement cannot show it. */
  private LockTaken found(JsonNode step, LockTaken expected) {
    List<LockTaken> strong =
        held.keySet().stream().filter(lock -> lock.isAtLeast(expected.mode())).toList();
    List<LockTaken> itsOwn =
        strong.stream().filter(lock -> Tables.isAbout(step, lock.relation())).toList();
    List<LockTaken> likely = itsOwn.isEmpty() ? strong : itsOwn;
    if (likely.isEmpty()) {
      return expected.remarked("expected, and not seen in rehearsal");
    }
    LockTaken lock = likely.getFirst();
    return likely.size() == 1
        ? lock.remarked("held since step " + held.get(lock))
        : expected.remarked("held since an earlier step");
  }
}
