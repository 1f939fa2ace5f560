package dev.releaseledger.evidence.fuzz;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes a parser is given, it comes to an answer, and what it takes it writes again. */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
class ParserFuzzTest {

  private static final long SEED = 20260601;
  private static final int ROUNDS = 1000;

  private static final int ROUNDS_OF_THE_WHOLE = 25;
  private static final int LONGER = 10;

  static List<Target> targets() {
    return Targets.all();
  }

  @ParameterizedTest
  @MethodSource("targets")
  void every_input_is_answered_as_promised(Target target) {
    Fuzzing.run(target, SEED, rounds(target));
  }

  @ParameterizedTest
  @MethodSource("targets")
  @Tag("real")
  void every_one_of_many_inputs_is_answered_as_promised(Target target) {
    Fuzzing.run(target, SEED + 1, rounds(target) * LONGER);
  }

  /** What recurses is a stack that a stranger fills. */
  @Test
  void a_stamp_with_anything_nested_deeply_in_it_is_answered() {
    Target stamp =
        targets().stream().filter(one -> one.name().equals("stamp")).findFirst().orElseThrow();
    DerNode tree = DerNode.read(stamp.seeds().getFirst());
    byte[] deep = DerNode.nested(5_000);
    for (int number = 0; number < tree.size(); number++) {
      Fuzzing.judged(stamp, tree.with(number, deep));
      Fuzzing.judged(stamp, tree.with(number, DerNode.wrapped(0xa0, deep)));
    }
  }

  private static int rounds(Target target) {
    return target.isWhole() ? ROUNDS_OF_THE_WHOLE : ROUNDS;
  }
}
