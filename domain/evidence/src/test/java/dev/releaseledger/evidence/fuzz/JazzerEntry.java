package dev.releaseledger.evidence.fuzz;

import java.util.Arrays;
import java.util.List;

/** Where Jazzer comes in: the first byte of its input says which parser gets the others. */
public final class JazzerEntry {

  private static final List<Target> TARGETS = chosen(System.getProperty("ledger.fuzz.only", ""));

  private JazzerEntry() {}

  /** What Jazzer calls first: the seeds are made here, on nobody's time. */
  public static void fuzzerInitialize() {
    TARGETS.forEach(target -> target.judge().accept(target.seeds().getFirst()));
  }

  /** What Jazzer calls with each input. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length > 0) {
      Target target = TARGETS.get(Math.floorMod(input[0], TARGETS.size()));
      target.judge().accept(Arrays.copyOfRange(input, 1, input.length));
    }
  }

  /** The seeds in the form of Jazzer's inputs. */
  static List<byte[]> seeds(List<Target> targets) {
    return targets.stream()
        .flatMap(target ->
            target.seeds().stream()
                .map(seed -> {
                  byte[] input = new byte[seed.length + 1];
                  input[0] = (byte) targets.indexOf(target);
                  System.arraycopy(seed, 0, input, 1, seed.length);
                  return input;
                }))
        .toList();
  }

  /** The target of this name, or all parsers where it is empty. */
  static List<Target> chosen(String name) {
    return Targets.all().stream()
        .filter(target -> name.isEmpty() ? !target.isWhole() : target.name().equals(name))
        .toList();
  }
}
