package dev.releaseledger.app.store;

import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.domain.environment.DriftCheck;
import dev.releaseledger.domain.environment.Environment;
import dev.releaseledger.domain.policy.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Lets an operator do one thing after another, drawn from a seed; refusals are part of it. */
public final class RandomHistory {

  private static final List<String> SCHEMAS = List.of("fp:a", "fp:b", "fp:c");

  private final Ledger ledger;
  private final Operator operator;
  private final RandomGenerator random;
  private int proposals;

  public RandomHistory(Ledger ledger, Operator operator, long seed) {
    this.ledger = ledger;
    this.operator = operator;
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  public void play(int steps) {
    operator.create(random.nextInt(3));
    for (int i = 0; i < steps; i++) {
      try {
        step(ledger.environment(operator.id()).orElseThrow());
      } catch (Refused refused) {
        // A no changes nothing; the history goes on.
        continue;
      }
    }
  }

  private void step(Environment state) {
    String rollout = rollout(state);
    long position =
        switch (random.nextInt(23)) {
          case 0, 1 -> propose();
          case 2, 3, 4 ->
              operator.approve(rollout, one(List.of(Operator.ALICE, Operator.BOB, Operator.CAROL)));
          case 5 -> operator.defer(rollout);
          case 6 -> random.nextBoolean() ? operator.reject(rollout) : operator.abort(rollout);
          case 7 -> operator.invalidate(rollout);
          case 8, 9, 10 -> operator.start(rollout);
          case 11 -> operator.resume(rollout);
          case 12, 13 -> operator.runStage(rollout, 1 + random.nextInt(2));
          case 14 -> operator.fail(rollout, one(SCHEMAS));
          case 15 -> operator.succeed(rollout);
          case 16 -> operator.findClean(rollout, occasion(), one(SCHEMAS));
          case 17 -> operator.findClean(null, DriftCheck.REQUESTED, one(SCHEMAS));
          case 18 ->
              random.nextBoolean()
                  ? operator.findDrift(rollout, occasion())
                  : operator.findDrift(null, DriftCheck.REQUESTED);
          case 19 -> operator.release(rollout);
          case 20 -> freezeOrThaw(state);
          case 21 -> random.nextInt(3) == 0 ? operator.adopt(1 + random.nextInt(2)) : propose();
          default -> movePointer(state);
        };
    if (position <= 0) {
      throw new AssertionError("recorded nowhere");
    }
  }

  private long propose() {
    proposals++;
    String rollout = "rol_%s_%03d".formatted(operator.id().environment(), proposals);
    return operator.propose(rollout, one(SCHEMAS), one(SCHEMAS), Operator.ALICE);
  }

  private long freezeOrThaw(Environment state) {
    return state.freezeReason() == null ? operator.freeze("stop") : operator.unfreeze();
  }

  private long movePointer(Environment state) {
    List<String> had = new ArrayList<>(state.releases().keySet());
    return had.isEmpty() || random.nextBoolean()
        ? operator.baseline(one(SCHEMAS))
        : random.nextInt(3) == 0 ? operator.refuse() : operator.rollBack(one(had));
  }

  private DriftCheck occasion() {
    return random.nextInt(4) == 0 ? DriftCheck.PREFLIGHT : DriftCheck.POST_APPLY;
  }

  private String rollout(Environment state) {
    if (state.underway().isPresent() && random.nextInt(4) > 0) {
      return state.underway().get().id();
    }
    List<String> known = new ArrayList<>(state.rollouts().keySet());
    return known.isEmpty() ? "rol_none" : one(known);
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
