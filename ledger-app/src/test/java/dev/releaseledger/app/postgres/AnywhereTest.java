package dev.releaseledger.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.app.port.SqlFile;
import dev.releaseledger.app.postgres.Declared.Loaded;
import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.rehearsal.MeasuredStep;
import dev.releaseledger.domain.rehearsal.RehearsalReport;
import dev.releaseledger.domain.rehearsal.UndoMark;
import dev.releaseledger.domain.risk.Planning;
import dev.releaseledger.domain.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Goes from any golden schema to any other, which nobody would do, and which must work. */
@Tag("real")
class AnywhereTest {

  private static final int PAIRS = number("LEDGER_PAIRS", 60);
  private static final int SEED = number("LEDGER_SEED", 20261121);

  private record State(String name, Loaded loaded) {}

  @Test
  void arrives_from_anywhere_to_anywhere() throws IOException, SQLException {
    List<State> states = states();
    Random random = new Random(SEED);
    List<String> problems = new ArrayList<>();
    int blocked = 0;
    for (int i = 0; i < PAIRS; i++) {
      State from = states.get(random.nextInt(states.size()));
      State to = states.get(random.nextInt(states.size()));
      Schema base = from.loaded().schema();
      Loaded target = to.loaded();
      SchemaPlan plan =
          Planning.plan(
              base, target.schema(), PlanSettings.defaults().converting(target.conversions()));
      if (plan.blocked()) {
        blocked++;
        continue;
      }
      Scratch part = Databases.scratch();
      Rehearsal near = Rehearsal.near(part, base, plan, target.schema());
      Databases.drop(part);
      Scratch all = Databases.scratch();
      Rehearsal whole = Rehearsal.whole(all, base, plan, target.schema());
      Databases.drop(all);
      if (!(near instanceof Rehearsal.Rehearsed(var seen)
          && whole instanceof Rehearsal.Rehearsed(var known)
          && seen.afterStage().equals(known.afterStage())
          && marks(seen).equals(marks(known)))) {
        problems.add(from.name() + " to " + to.name() + ": " + near + ", on all: " + whole);
      }
    }
    assertThat(problems).isEmpty();
    assertThat(blocked).isLessThan(PAIRS / 2);
  }

  private static List<UndoMark> marks(RehearsalReport report) {
    return report.steps().stream().map(MeasuredStep::undo).toList();
  }

  private static int number(String name, int absent) {
    String given = System.getenv(name);
    return given == null ? absent : Integer.parseInt(given);
  }

  private static List<State> states() throws IOException, SQLException {
    List<State> states = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> walk = Files.walk(Path.of("src/test/resources/golden"))) {
      files = walk.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
    }
    for (Path file : files) {
      Connection scratch = Databases.empty();
      String name = file.toString();
      if (Declaration.load(scratch, List.of(new SqlFile(name, Files.readString(file))))
              instanceof Loaded loaded
          && loaded.schema().unread().isEmpty()) {
        states.add(new State(name, loaded));
      }
      Databases.drop(scratch);
    }
    return states;
  }
}
