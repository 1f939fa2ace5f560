package dev.releaseledger.domain.risk.rule;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Obstacle;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Every rule about plans and scripts, in one place. */
public final class RuleCatalog {

  /** What was predicted is not what the rehearsal measured. */
  public static final Rule PREDICTION_DIFFERS = new PredictionDiffers();

  /** The database has rows, or values in them, that go with what a step drops. */
  public static final Rule ROWS_LOST = new RowsLost();

  /** The database has rows that a step will fail on. */
  public static final Rule ROWS_VIOLATE = new RowsViolate();

  /** The way back that a plan shows is none. */
  public static final Rule UNDO_FAILS = new UndoFails();

  /** A lock from earlier in the transaction is held while a later statement works. */
  public static final Rule BLOCKING_LOCK = new BlockingLock();

  /** A statement takes all rows out of a table. */
  public static final Rule DROPS_DATA = new DropsData();

  /** The check that proves a column to have no NULL goes in the statement that needs the proof. */
  public static final Rule MERGED_NOT_NULL_PROOF = new MergedNotNullProof();

  /** A script takes a lock that others wait for, and would wait for it without end. */
  public static final Rule MISSING_LOCK_TIMEOUT = new MissingLockTimeout();

  /** A statement that takes no transaction around it stands in one. */
  public static final Rule NOT_IN_TRANSACTION = new NotInTransaction();

  /** No index of the referencing table leads to the rows of a referenced key. */
  public static final StepRule FOREIGN_KEY_WITHOUT_INDEX = new ForeignKeyWithoutIndex();

  /** A column is of type json, which cannot be compared. */
  public static final StepRule JSON_COLUMN = new JsonColumn();

  /** A table comes without a primary key. */
  public static final StepRule MISSING_PRIMARY_KEY = new MissingPrimaryKey();

  /** Something gets another name, and whoever uses the old one fails. */
  public static final StepRule RENAME = new Rename();

  /** The rows to rehearse on could not be made, so the rehearsal was without any. */
  public static final Rule SEED_FAILS = new SeedFails();

  /** A statement was seen to write a table anew that is in use. */
  public static final Rule TABLE_REWRITE = new TableRewrite();

  /** A statement was seen to read a table whole while its writers wait. */
  public static final Rule TABLE_SCAN_UNDER_LOCK = new TableScanUnderLock();

  /** A statement writes every row of a table in one transaction. */
  public static final Rule WRITES_EVERY_ROW = new WritesEveryRow();

  /** A statement of a script fails on a copy of the schema. */
  public static final Rule STATEMENT_FAILS = new StatementFails();

  /** A script ends within a transaction. */
  public static final Rule TRANSACTION_LEFT_OPEN = new TransactionLeftOpen();

  private static final CountsColumns COUNTS_COLUMNS = new CountsColumns();
  private static final DependencyCycle DEPENDENCY_CYCLE = new DependencyCycle();
  private static final InUse IN_USE = new InUse();
  private static final NeedsConversion NEEDS_CONVERSION = new NeedsConversion();
  private static final NeedsNewerServer NEEDS_NEWER_SERVER = new NeedsNewerServer();
  private static final RenameConflict RENAME_CONFLICT = new RenameConflict();
  private static final UnreadObject UNREAD_OBJECT = new UnreadObject();

  private static final List<StepRule> STEP_RULES =
      Stream.<StepRule>of(
              new AddCheck(),
              new AddColumnRewrites(),
              new AddDomainColumn(),
              new AddExclusion(),
              new AddForeignKey(),
              new AddIdentityColumn(),
              new AddRequiredColumn(),
              new AddStoredColumn(),
              new AddUnique(),
              new AttachPartition(),
              new BuildIndex(),
              new BuildIndexConcurrently(),
              new ChangeTypeRewrites(),
              new ChangeTypeScans(),
              new DeclaredConversion(),
              new DetachPartition(),
              new DropAttribute(),
              new DropCollation(),
              new DropColumn(),
              new DropConstraint(),
              new DropEventTrigger(),
              new DropExtension(),
              new DropForeignData(),
              new DropIndex(),
              new DropLanguage(),
              new DropMaterializedView(),
              new DropNotNull(),
              new DropOperator(),
              new DropPolicy(),
              new DropPublication(),
              new DropRewriteRule(),
              new DropRoutine(),
              new DropSchema(),
              new DropSequence(),
              new DropStatistics(),
              new DropTable(),
              new DropTextSearch(),
              new DropTrigger(),
              new DropType(),
              new DropView(),
              new DuplicateIndex(),
              new EnumLabelAdded(),
              new EnumLabelsLost(),
              FOREIGN_KEY_WITHOUT_INDEX,
              new IdentityRestarts(),
              JSON_COLUMN,
              new LocksReferencedTable(),
              new LocksReferencingTables(),
              MISSING_PRIMARY_KEY,
              new NarrowType(),
              NEEDS_CONVERSION,
              new PossibleRename(),
              new RebuildColumn(),
              new RebuildLosesGrants(),
              new RebuildMaterializedView(),
              new ReferencesTableInUse(),
              RENAME,
              new ReplaceColumn(),
              new ReplaceTable(),
              new ReplaceType(),
              new RewriteStorage(),
              new RevokePrivilege(),
              new SetNotNull(),
              new TightenDomain(),
              new UnvalidatedConstraint(),
              new UpdateExtension(),
              new UserMappingOptions(),
              new ValidateConstraint())
          .sorted(Comparator.comparing(Rule::slug))
          .toList();

  private static final List<PlanRule> PLAN_RULES = List.of(new ColumnOrderDiffers());

  private static final List<Rule> OTHER_RULES =
      List.of(
          BLOCKING_LOCK,
          COUNTS_COLUMNS,
          DEPENDENCY_CYCLE,
          DROPS_DATA,
          IN_USE,
          MERGED_NOT_NULL_PROOF,
          MISSING_LOCK_TIMEOUT,
          NEEDS_NEWER_SERVER,
          NOT_IN_TRANSACTION,
          PREDICTION_DIFFERS,
          RENAME_CONFLICT,
          ROWS_LOST,
          ROWS_VIOLATE,
          SEED_FAILS,
          STATEMENT_FAILS,
          TABLE_REWRITE,
          TABLE_SCAN_UNDER_LOCK,
          TRANSACTION_LEFT_OPEN,
          UNDO_FAILS,
          UNREAD_OBJECT,
          WRITES_EVERY_ROW);

  private static final SortedMap<String, Rule> BY_SLUG = new TreeMap<>();

  static {
    Stream.of(STEP_RULES, PLAN_RULES, OTHER_RULES)
        .flatMap(List::stream)
        .forEach(rule -> BY_SLUG.put(rule.slug(), rule));
  }

  private RuleCatalog() {}

  /** The rules that look at steps, in the order their findings are listed. */
  public static List<StepRule> stepRules() {
    return STEP_RULES;
  }

  /** The rules that look at a plan as a whole. */
  public static List<PlanRule> planRules() {
    return PLAN_RULES;
  }

  /** All rules, by their slugs. */
  public static List<Rule> all() {
    return List.copyOf(BY_SLUG.values());
  }

  /** All slugs, sorted. */
  public static SortedSet<String> slugs() {
    return new TreeSet<>(BY_SLUG.keySet());
  }

  /** Says what is in the way of a plan, and what would clear it. */
  public static Finding about(Obstacle obstacle) {
    return switch (obstacle) {
      case Obstacle.Unread it -> UNREAD_OBJECT.finding(it);
      case Obstacle.NeedsConversion it -> NEEDS_CONVERSION.finding(it);
      case Obstacle.InUse it -> IN_USE.finding(it);
      case Obstacle.NeedsNewerServer it -> NEEDS_NEWER_SERVER.finding(it);
      case Obstacle.BothNames it -> RENAME_CONFLICT.finding(it);
      case Obstacle.CountsColumns it -> COUNTS_COLUMNS.finding(it);
      case Obstacle.Cycle it -> DEPENDENCY_CYCLE.finding(it);
    };
  }
}
