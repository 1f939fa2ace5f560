package dev.releaseledger.domain.lint;

import dev.releaseledger.domain.plan.Draft;
import dev.releaseledger.domain.plan.Draft.DraftStage;
import dev.releaseledger.domain.plan.Draft.DraftStep;
import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Operation;
import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.plan.Planner;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.rehearsal.MeasuredStep;
import dev.releaseledger.domain.risk.Verdict;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.schema.Index;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges the statements of a script: by the rules for what they changed, found by comparing the
 * schema before and after, and by what they were measured to lock, write and read.
 */
public final class Linting {

  private final Schema start;
  private final PlanSettings settings;

  /**
   * Prepares to judge a script.
   *
   * @param start the schema before its first statement; what comes later is used by nobody yet
   * @param version the major version of the server
   */
  public Linting(Schema start, int version) {
    this.start = start;
    this.settings = PlanSettings.defaults().on(version);
  }

  /** What is to be said about a statement that ran, worst first. */
  public List<Finding> judge(
      Statement statement, Schema before, Schema after, MeasuredStep measured) {
    Effects effects = new Effects(start, statement, measured);
    List<Finding> findings = new ArrayList<>(changes(statement, before, after, effects));
    boolean explained = findings.stream().anyMatch(it -> it.risk() == Risk.BLOCKING);
    findings.addAll(effects.findings(explained));
    findings.sort((one, other) -> other.risk().compareTo(one.risk()));
    return List.copyOf(findings);
  }

  /** A renamed object would look like one that goes and one that comes. */
  private List<Finding> changes(Statement statement, Schema before, Schema after, Effects effects) {
    if (statement.begins("ALTER") && statement.has("RENAME")) {
      return Renamed.findings(start, before, after);
    }
    Context context = new Context(before, after, settings.knowingEmpty(newTables(before)));
    List<Finding> findings = new ArrayList<>();
    List<Operation> operations = operations(before, after);
    for (Operation operation : operations) {
      if (!adopted(operation, statement)) {
        boolean used = wasThere(operation);
        Verdict.on(operation, context).findings().stream()
            .filter(finding -> used || finding.risk() == Risk.METADATA_ONLY)
            .forEach(findings::add);
      }
    }
    if (ProofDroppedTooSoon.in(operations, context)) {
      findings.addAll(ProofDroppedTooSoon.finding(operations));
    }
    return findings.stream().filter(it -> isTrue(it, effects)).distinct().toList();
  }

  /** That something takes long, or blocks, is said only where it was seen to do so. */
  private static boolean isTrue(Finding finding, Effects effects) {
    return switch (finding.risk()) {
      case BLOCKING -> effects.blocks();
      case LOW_LOCK -> effects.works();
      case METADATA_ONLY, BREAKING, UNSUPPORTED -> true;
    };
  }

  /** Whether what it is about, or a part of, was there before the script. */
  private boolean wasThere(Operation operation) {
    ObjectId id = operation.object();
    return switch (operation) {
      case Operation.Create it ->
          it.made().parent() == null || start.find(it.made().parent()) != null;
      default -> start.find(id) != null;
    };
  }

  /** An index that becomes that of a constraint is not lost. */
  private static boolean adopted(Operation operation, Statement statement) {
    return operation instanceof Operation.Drop(Index _, _, _) && statement.has("USING INDEX");
  }

  /** The plain way from one to the other, which is the way of tables that have no rows. */
  private List<Operation> operations(Schema before, Schema after) {
    SortedSet<String> tables = new TreeSet<>();
    Stream.of(before, after)
        .flatMap(schema -> schema.objects().keySet().stream())
        .filter(id -> id.kind() == ObjectKind.TABLE || id.kind() == ObjectKind.MATERIALIZED_VIEW)
        .forEach(id -> tables.add(id.identity()));
    Draft draft = Planner.draft(covered(before), covered(after), settings.knowingEmpty(tables));
    return draft.stages().stream()
        .map(DraftStage::steps)
        .flatMap(List::stream)
        .map(DraftStep::operation)
        .toList();
  }

  private static Schema covered(Schema schema) {
    return new Schema(
        schema.objects(), schema.dependencies(), schema.columnOrder(), List.of(), schema.access());
  }

  private SortedSet<String> newTables(Schema before) {
    return before.objects().keySet().stream()
        .filter(id -> start.find(id) == null)
        .map(id -> id.identity())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
