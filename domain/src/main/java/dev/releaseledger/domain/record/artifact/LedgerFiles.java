package dev.releaseledger.domain.record.artifact;

import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.plan.Step;
import dev.releaseledger.domain.policy.contract.Contract;
import dev.releaseledger.domain.policy.contract.Verdict;
import dev.releaseledger.domain.record.ChangeRecord;
import dev.releaseledger.domain.record.Dossier;
import dev.releaseledger.domain.record.artifact.ConnectionChanges.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what a rollout changes: one file for each table, and one for what belongs to none. */
final class LedgerFiles {

  private static final String DIALECT = "postgres";
  private static final int ID = 24;

  private final Dossier dossier;
  private final ChangeRecord record;
  private final SortedMap<String, Shapes> shapes;
  private final Contract contract;
  private final Progress progress;

  LedgerFiles(
      Dossier dossier, ChangeRecord record, SortedMap<String, Shapes> shapes, Contract contract) {
    this.dossier = dossier;
    this.record = record;
    this.shapes = shapes;
    this.contract = contract;
    this.progress = new Progress(record);
  }

  List<LedgerFile> files() {
    List<LedgerFile> files = new ArrayList<>();
    dossier
        .plan()
        .connections()
        .forEach((connection, plan) -> {
          Shapes its = shapes.get(connection);
          if (its != null) {
            ConnectionChanges.of(
                    plan,
                    its,
                    dossier.review() == null
                        ? null
                        : dossier.review().connections().get(connection))
                .forEach((table, changes) -> files.add(file(connection, table, changes)));
          }
        });
    return files;
  }

  private LedgerFile file(String connection, String table, List<Change> changes) {
    return new LedgerFile(
        record.id(),
        table,
        DIALECT,
        progress.status(),
        changes.stream().map(this::blocker).filter(Objects::nonNull).toList(),
        changes.stream().map(change -> action(connection, change)).toList(),
        context(connection, table));
  }

  /** A yes that was waited for and came holds nothing back any more. */
  private @Nullable String blocker(Change change) {
    String blocker = change.verdict().blocker();
    return blocker == null || progress.isDecided() ? null : named(blocker, change);
  }

  /** Others name the column alone, since a file is about one table. */
  private static String named(String blocker, Change change) {
    String end = ":" + change.verdict().subject();
    return change.ofColumn() && blocker.endsWith(end)
        ? blocker.substring(0, blocker.length() - end.length()) + ":" + change.column()
        : blocker;
  }

  private LedgerAction action(String connection, Change change) {
    Verdict verdict = change.verdict();
    SortedMap<String, Object> more = new TreeMap<>();
    more.put("steps", change.steps().stream().map(Step::number).toList());
    more.put("objects", change.steps().stream().map(Step::object).distinct().toList());
    if (verdict.blocker() != null) {
      more.put("held_back_by", named(verdict.blocker(), change));
    }
    String reason = ReferenceReasons.of(verdict, contract.newColumnPrefix() + change.column());
    if (reason != null) {
      more.put(
          "reference_change_id",
          ReferenceIds.change(DIALECT, change.table(), verdict.change(), change.column(), reason));
    }
    return new LedgerAction(
        id(connection, change),
        verdict.change(),
        change.column(),
        verdict.risk().name().toLowerCase(Locale.ROOT),
        verdict.risk().compareTo(Risk.LOW_LOCK) <= 0,
        verdict.decision().word(),
        progress.of(connection, change.steps()),
        ddl(connection, change.steps()),
        verdict.reason(),
        more);
  }

  /** Bound to the plan, so that a later change of the same column is another one. */
  private String id(String connection, Change change) {
    return "sch_"
        + ReferenceIds.hex(
            String.join(
                ":",
                DIALECT,
                connection,
                change.table(),
                change.verdict().change(),
                change.column(),
                change.verdict().reason(),
                change.steps().stream().map(Step::sql).collect(Collectors.joining(";")),
                record.what().planDigest()),
            ID);
  }

  private List<String> ddl(String connection, List<Step> steps) {
    Map<Integer, Boolean> together =
        record.plan().stream()
            .filter(part -> part.connection().equals(connection))
            .flatMap(part -> part.steps().stream())
            .collect(Collectors.toMap(ChangeRecord.Step::number, ChangeRecord.Step::transactional));
    List<String> ddl = new ArrayList<>();
    for (Step step : steps) {
      String set = together.getOrDefault(step.number(), true) ? "SET LOCAL " : "SET ";
      ddl.add(set + "lock_timeout = '" + duration(step.lockTimeoutMillis()) + "'");
      ddl.add(set + "statement_timeout = '" + duration(step.statementTimeoutMillis()) + "'");
      ddl.add(step.sql());
    }
    return ddl;
  }

  private static String duration(long millis) {
    return millis % 1_000 == 0 ? millis / 1_000 + "s" : millis + "ms";
  }

  private SortedMap<String, Object> context(String connection, String table) {
    SortedMap<String, Object> context = new TreeMap<>();
    context.put("scope", table.equals(ConnectionChanges.NO_TABLE) ? "database" : "table");
    context.put("connection", connection);
    context.put("project", record.project());
    context.put("environment", record.environment());
    context.put("ref", record.what().ref());
    context.put("plan_digest", record.what().planDigest());
    context.put("requested_by", record.requested().by());
    context.put(
        "history",
        record.history().stream()
            .map(it -> {
              SortedMap<String, Object> line = Stamp.of(it.recorded());
              line.put("status", it.rolloutStatus());
              line.put("event", it.event());
              return line;
            })
            .toList());
    if (record.policy() != null) {
      context.put("policy_digest", record.policy().digest());
    }
    if (record.release() != null) {
      context.put("release", record.release().release());
    }
    if (!record.driftChecks().isEmpty()) {
      context.put(
          "drift_check", record.driftChecks().getLast().clean() ? "clean" : "drift_detected");
    }
    return context;
  }
}
