package dev.releaseledger.cli.session;

import dev.releaseledger.cli.api.LedgerProblem;
import dev.releaseledger.cli.api.Positions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Positions kept in the context file, so that the next command sees what this one wrote. */
final class RememberedPositions implements Positions {
  // Projections follow within seconds. An older mark could only be one of a ledger since replaced.
  private static final Duration MATTERS = Duration.ofMinutes(1);

  private final ContextFile file;
  private final String server;
  private final Surroundings surroundings;

  RememberedPositions(ContextFile file, String server, Surroundings surroundings) {
    this.file = file;
    this.server = server;
    this.surroundings = surroundings;
  }

  @Override
  public OptionalLong last() {
    Context.Mark mark = file.read().marks().get(server);
    Instant now = surroundings.clock().instant();
    return mark != null && mark.at().plus(MATTERS).isAfter(now)
        ? OptionalLong.of(mark.position())
        : OptionalLong.empty();
  }

  @Override
  public void remember(long position) {
    Context context = file.read();
    Map<String, Context.Mark> marks = new HashMap<>(context.marks());
    marks.put(server, new Context.Mark(position, surroundings.clock().instant()));
    try {
      file.write(context.withMarks(marks));
    } catch (LedgerProblem e) {
      surroundings
          .err()
          .println(
              "note: "
                  + file.path()
                  + " cannot be written, so the next command may not see this one's effect yet");
    }
  }
}
