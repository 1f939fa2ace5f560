package dev.releaseledger.app.planning;

import dev.releaseledger.app.port.Databases;
import dev.releaseledger.app.port.DeclaredSchema;
import dev.releaseledger.app.port.LiveSchema;
import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.plan.Renaming;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.policy.contract.Contract;
import dev.releaseledger.domain.policy.contract.Review;
import dev.releaseledger.domain.policy.contract.Reviewing;
import dev.releaseledger.domain.preflight.Preflight;
import dev.releaseledger.domain.preflight.Questions;
import dev.releaseledger.domain.preflight.TableSize;
import dev.releaseledger.domain.preflight.TouchedTables;
import dev.releaseledger.domain.risk.Planning;
import dev.releaseledger.domain.schema.Schema;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * From what one database is to what is declared for it, by way of the declared renames.
 *
 * @param renamed what the database will be once the renames are done
 */
record Course(
    Databases databases,
    String url,
    LiveSchema live,
    DeclaredSchema declared,
    Renaming renaming,
    Schema renamed) {

  static Course of(Databases databases, String url, LiveSchema live, DeclaredSchema declared) {
    Renaming renaming = Renaming.of(declared.renames(), live.schema(), declared.schema());
    Schema renamed =
        renaming.isEmpty()
            ? live.schema()
            : databases.renamed(live.majorVersion(), live.schema(), renaming.statements());
    return new Course(databases, url, live, declared, renaming, renamed);
  }

  SchemaPlan plan(PlanSettings settings) {
    return Planning.plan(
        live.schema(), renaming, renamed, declared.schema(), settings, emptyTables());
  }

  /** What a contract says to the plan. */
  Review review(SchemaPlan plan, Contract contract, Preflight rows) {
    return Reviewing.review(
        renamed,
        declared.schema(),
        plan,
        contract,
        table ->
            rows.tables().stream()
                .filter(size -> size.table().equals(renaming.formerContainer(table)))
                .mapToLong(TableSize::estimatedRows)
                .findFirst());
  }

  /** What the database says about its rows; nothing is asked for a plan that does nothing. */
  Preflight preflight(SchemaPlan plan) {
    return plan.isEmpty()
        ? Preflight.NONE
        : databases.preflight(
            url,
            plan,
            new TreeSet<>(touched().keySet()),
            Questions.between(renamed, declared.schema(), plan.settings(), renaming));
  }

  /** The tables without rows, by the names they will have. */
  private SortedSet<String> emptyTables() {
    SortedMap<String, String> touched = touched();
    SortedSet<String> empty = new TreeSet<>();
    databases
        .emptyAmong(url, new TreeSet<>(touched.keySet()))
        .forEach(former -> empty.add(touched.getOrDefault(former, former)));
    return empty;
  }

  /** The tables the way leads through: the names they will have, by those they have. */
  private SortedMap<String, String> touched() {
    SortedMap<String, String> touched = new TreeMap<>();
    TouchedTables.between(renamed, declared.schema())
        .forEach(table -> touched.put(renaming.formerContainer(table), table));
    return touched;
  }
}
