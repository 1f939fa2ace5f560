package dev.releaseledger.cli.render;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A plan in numbers: how many steps of which risk, who is kept waiting, how long, at how much. */
final class PlanFigures {
  private final Map<String, Integer> risks = new LinkedHashMap<>();
  private int steps;
  private int force;
  private int keepReadersOut;
  private int keepWritersOut;
  private long heldMillis = -1;
  private @Nullable LockTaken held;
  private int heldFrom;
  private final List<String> seeds = new ArrayList<>();
  private final Severities standards = new Severities();
  private int tables;
  private long rows;
  private long bytes;

  private PlanFigures() {}

  static PlanFigures of(JsonNode plan) {
    PlanFigures figures = new PlanFigures();
    for (JsonNode connection : plan.path("connections")) {
      connection.path("stages").forEach(figures::count);
      figures.standards.count(connection.path("notes"));
      String seed = Words.of(connection.path("rehearsal"), "rows");
      if (!seed.isEmpty()) {
        figures.seeds.add(seed);
      }
      Tables touched = Tables.of(connection);
      figures.tables += touched.sizes().size();
      figures.rows += touched.rows();
      figures.bytes += touched.bytes();
    }
    return figures;
  }

  private void count(JsonNode stage) {
    StageLocks locks = StageLocks.of(stage);
    long left = 0;
    for (JsonNode step : stage.path("steps")) {
      count(step, locks.during(step));
      left += step.path("measured").path("millis").asLong();
    }
    for (JsonNode step : stage.path("steps")) {
      long millis = step.path("measured").path("millis").asLong();
      // A transaction keeps its locks until it ends, whatever else it still has to do.
      long until = stage.path("transactional").asBoolean() ? left : millis;
      for (LockTaken lock : locks.during(step)) {
        boolean its = !lock.relation().isEmpty() && lock.remark().isEmpty();
        if (its && lock.blocksWriters() && until > heldMillis) {
          heldMillis = until;
          held = lock;
          heldFrom = step.path("number").asInt();
        }
      }
      left -= millis;
    }
  }

  private void count(JsonNode step, List<LockTaken> locks) {
    steps++;
    risks.merge(Words.of(step, "risk"), 1, Integer::sum);
    force += Words.of(step, "requires").isEmpty() ? 0 : 1;
    if (locks.stream().anyMatch(LockTaken::blocksReaders)) {
      keepReadersOut++;
    } else if (locks.stream().anyMatch(LockTaken::blocksWriters)) {
      keepWritersOut++;
    }
  }

  /** How the words of a format are written that stand out from the others. */
  record Accents(
      UnaryOperator<String> risk, UnaryOperator<String> alarm, UnaryOperator<String> name) {

    static final Accents NONE =
        new Accents(UnaryOperator.identity(), UnaryOperator.identity(), UnaryOperator.identity());
  }

  /** Returns the sentences that sum the plan up. */
  List<String> sentences(Accents accents) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        Words.count(steps, "step")
            + ": "
            + risks.entrySet().stream()
                .map(entry -> entry.getValue() + " " + accents.risk().apply(entry.getKey()))
                .collect(joining(", "))
            + (force == 0 ? "" : "; " + accents.alarm().apply(verb(force, "need") + " --force")));
    sentences.add("locks: " + locks(accents));
    if (tables > 0) {
      sentences.add(
          "size: about %s in %s, %s"
              .formatted(Words.rows(rows), Words.count(tables, "table"), Words.bytes(bytes)));
    }
    if (!standards.isEmpty()) {
      sentences.add(
          "standards: "
              + standards.sentence(accents.risk())
              + (standards.refuse() ? "; " + accents.alarm().apply("an apply is refused") : ""));
    }
    if (!seeds.isEmpty()) {
      sentences.add("rehearsed on the rows of " + String.join(", ", seeds));
    }
    return sentences;
  }

  private String locks(Accents accents) {
    if (keepReadersOut + keepWritersOut == 0) {
      return "no step blocks readers or writers";
    }
    List<String> kinds = new ArrayList<>();
    if (keepReadersOut > 0) {
      kinds.add(verb(keepReadersOut, "step", "block") + " readers and writers");
    }
    if (keepWritersOut > 0) {
      kinds.add(verb(keepWritersOut, "step", "block") + " writers");
    }
    return String.join(", ", kinds)
        + (held == null
            ? ""
            : "; the longest is held for %s in rehearsal (%s, from step %d)"
                .formatted(Words.millis(heldMillis), accents.name().apply(held.name()), heldFrom));
  }

  private static String verb(int count, String noun, String verb) {
    return Words.count(count, noun) + " " + verb + (count == 1 ? "s" : "");
  }

  /** In English one step blocks and two block. */
  private static String verb(int count, String verb) {
    return count + " " + verb + (count == 1 ? "s" : "");
  }
}
