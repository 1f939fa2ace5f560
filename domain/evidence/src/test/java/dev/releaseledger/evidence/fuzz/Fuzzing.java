package dev.releaseledger.evidence.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Base64;

/** Runs a target on inputs, and says which one broke a promise, in a form that can be kept. */
public final class Fuzzing {

  private static final Duration LONGEST = Duration.ofSeconds(5);

  /** What any input may need: the verifier itself needs a few megabytes for a small bundle. */
  private static final long ROOM = 64L << 20;

  /** What each byte of an input may need. */
  private static final long ROOM_PER_BYTE = 2_000;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Fuzzing() {}

  /**
   * Judges the first seed, which is taken unless the judge is wrong, and so many changed inputs.
   */
  public static void run(Target target, long seed, int rounds) {
    judged(target, target.seeds().getFirst());
    Mutator mutator = new Mutator(target.seeds(), seed);
    for (int round = 0; round < rounds; round++) {
      judged(target, mutator.next());
    }
  }

  /** Judges one input: what is promised of it, how long it takes, and how much it needs. */
  static void judged(Target target, byte[] input) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    long start = System.nanoTime();
    try {
      target.judge().accept(input);
    } catch (Exception | StackOverflowError | AssertionError e) {
      throw new AssertionError(target + " on " + shown(input), e);
    }
    long took = System.nanoTime() - start;
    long needed = THREADS.getCurrentThreadAllocatedBytes() - before;
    if (took > LONGEST.toNanos()) {
      throw new AssertionError(target + " took " + Duration.ofNanos(took) + " on " + shown(input));
    }
    if (needed > ROOM + ROOM_PER_BYTE * input.length) {
      throw new AssertionError(target + " needed " + needed + " bytes on " + shown(input));
    }
  }

  private static String shown(byte[] input) {
    return input.length + " bytes: " + Base64.getEncoder().encodeToString(input);
  }
}
