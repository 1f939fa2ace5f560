package dev.releaseledger.domain.lint;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.rehearsal.MeasuredStep;
import dev.releaseledger.domain.rehearsal.TakenLock;
import dev.releaseledger.domain.risk.cost.Lock;
import dev.releaseledger.domain.risk.rule.Rule;
import dev.releaseledger.domain.risk.rule.RuleCatalog;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a statement did to what was there before its script. */
final class Effects {

  private static final Comparator<TakenLock> BY_NAME = Comparator.comparing(TakenLock::relation);

  private static final Set<ObjectKind> WITH_ROWS =
      Set.of(ObjectKind.TABLE, ObjectKind.MATERIALIZED_VIEW);

  private final Schema start;
  private final Statement statement;
  private final List<TakenLock> locks;
  private final List<String> rewrites;
  private final List<String> scans;

  Effects(Schema start, Statement statement, MeasuredStep measured) {
    this.start = start;
    this.statement = statement;
    this.locks =
        measured.locks().stream()
            .filter(lock -> wasThere(lock.relation()))
            .sorted(BY_NAME)
            .toList();
    this.rewrites = measured.rewrites().stream().filter(this::wasThere).sorted().toList();
    this.scans = measured.scans().stream().filter(this::wasThere).sorted().toList();
  }

  /** Whether it wrote or read anything whole while somebody could not write to it. */
  boolean blocks() {
    return !rewrites.isEmpty() || !heldMeanwhile().isEmpty();
  }

  /** Whether it wrote or read anything whole. */
  boolean works() {
    return !rewrites.isEmpty() || !scans.isEmpty();
  }

  /**
   * What is to be said about that.
   *
   * @param explained whether a rule has said why it works while others wait
   */
  List<Finding> findings(boolean explained) {
    List<Finding> findings = new ArrayList<>();
    List<String> waiting = heldMeanwhile();
    if (emptiesTable()) {
      findings.add(dropsData());
    } else if (!explained && !rewrites.isEmpty()) {
      findings.add(rewrite());
    } else if (!explained && !waiting.isEmpty()) {
      findings.add(scan(waiting));
    }
    if (writesEveryRow()) {
      findings.add(everyRow());
    }
    if (works()) {
      findings.addAll(heldFromBefore());
    }
    if (statement.lockTimeoutMillis() == 0 && !blocking(locks.stream()).isEmpty()) {
      findings.add(noTimeout(blocking(locks.stream())));
    }
    return findings;
  }

  private boolean emptiesTable() {
    return statement.begins("TRUNCATE")
        || (statement.begins("DELETE") && !statement.has("WHERE") && wasScanned());
  }

  private boolean writesEveryRow() {
    return statement.begins("UPDATE") && !statement.has("WHERE") && wasScanned();
  }

  private boolean wasScanned() {
    return !scans.isEmpty();
  }

  private Finding dropsData() {
    String tables = list(rewrites.isEmpty() ? scans : tables(rewrites));
    return finding(
        RuleCatalog.DROPS_DATA,
        "table " + tables,
        "loses all its rows",
        "Keep a copy of them, and be sure that nobody needs them.");
  }

  private Finding rewrite() {
    List<String> tables = tables(rewrites);
    String what = list(tables.isEmpty() ? rewrites : tables);
    return finding(
        RuleCatalog.TABLE_REWRITE,
        what,
        "is written anew under " + strongest(rewrites) + ", which takes as long as it is large",
        "Add a new column or table beside the old one, fill it in batches, and switch over.");
  }

  private Finding scan(List<String> waiting) {
    return finding(
        RuleCatalog.TABLE_SCAN_UNDER_LOCK,
        list(waiting),
        "is read whole under " + strongest(waiting) + ", which takes as long as it is large",
        "Take the two-step way: NOT VALID and VALIDATE for constraints, CONCURRENTLY for"
            + " indexes.");
  }

  private Finding everyRow() {
    return finding(
        RuleCatalog.WRITES_EVERY_ROW,
        "table " + list(scans),
        "has every row written in one transaction, which locks each until the end and leaves as"
            + " many dead ones behind",
        "Write in batches, each its own transaction.");
  }

  private Finding noTimeout(List<String> relations) {
    return finding(
        RuleCatalog.MISSING_LOCK_TIMEOUT,
        list(relations),
        "is waited for without end: while one open query holds the statement up, everybody who"
            + " comes later waits behind it",
        "Begin the script with SET lock_timeout = '5s', and run it again when it misses its"
            + " chance.");
  }

  /** What an earlier statement of the transaction locked stays locked while this one works. */
  private List<Finding> heldFromBefore() {
    List<String> held =
        blocking(statement.held().stream()).stream().filter(this::wasThere).distinct().toList();
    return held.isEmpty()
        ? List.of()
        : List.of(
            finding(
                RuleCatalog.BLOCKING_LOCK,
                list(held),
                "was locked earlier in the transaction, and stays so while this statement works on "
                    + list(rewrites.isEmpty() ? scans : rewrites),
                "Commit before it."));
  }

  /** The relations that were read whole while somebody could not write to them. */
  private List<String> heldMeanwhile() {
    List<String> blocked = blocking(locks.stream());
    return scans.stream().filter(blocked::contains).toList();
  }

  private static List<String> blocking(Stream<TakenLock> locks) {
    return locks
        .filter(lock -> Lock.named(lock.mode()).blocksWriters())
        .map(TakenLock::relation)
        .distinct()
        .toList();
  }

  private List<String> tables(List<String> relations) {
    return relations.stream()
        .filter(name ->
            WITH_ROWS.stream().anyMatch(kind -> start.find(new ObjectId(kind, name)) != null))
        .toList();
  }

  private String strongest(List<String> relations) {
    @Nullable Lock strongest =
        locks.stream()
            .filter(lock -> relations.contains(lock.relation()))
            .map(lock -> Lock.named(lock.mode()))
            .reduce(null, Lock::stronger);
    return strongest == null ? "a weak lock" : strongest.sql() + ": " + who(strongest);
  }

  private static String who(Lock lock) {
    if (lock.blocksReaders()) {
      return "readers and writers wait";
    }
    return lock.blocksWriters() ? "writers wait" : "readers and writers go on";
  }

  private boolean wasThere(String relation) {
    return Stream.of(
            ObjectKind.TABLE, ObjectKind.MATERIALIZED_VIEW, ObjectKind.VIEW, ObjectKind.INDEX)
        .anyMatch(kind -> start.find(new ObjectId(kind, relation)) != null);
  }

  private static String list(List<String> relations) {
    return relations.stream().collect(Collectors.joining(", "));
  }

  private static Finding finding(Rule rule, String object, String predicate, String remedy) {
    return rule.finding(object, object + " " + predicate, remedy);
  }
}
