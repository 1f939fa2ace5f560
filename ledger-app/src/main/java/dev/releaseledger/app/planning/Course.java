package dev.releaseledger.app.planning;

import dev.releaseledger.app.port.Databases;
import dev.releaseledger.app.port.DeclaredSchema;
import dev.releaseledger.app.port.LiveSchema;
import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.plan.Renaming;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.policy.Impact;
import dev.releaseledger.domain.policy.contract.Contract;
import dev.releaseledger.domain.policy.contract.Review;
import dev.releaseledger.domain.policy.contract.Reviewing;
import dev.releaseledger.domain.preflight.Preflight;
import dev.releaseledger.domain.preflight.Questions;
import dev.releaseledger.domain.preflight.TableSize;
import dev.releaseledger.domain.preflight.TouchedTables;
import dev.releaseledger.domain.risk.Planning;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.standards.Standards;
import dev.releaseledger.domain.standards.StandardsCheck;
import java.util.List;
import java.util.OptionalLong;
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

  /** What the way brings that is not as the project's standards say. */
  List<Finding> breaches(Standards standards) {
    return StandardsCheck.brought(renamed, declared.schema(), renaming.renamed(), standards);
  }

  /** What a contract says to the plan. */
  Review review(SchemaPlan plan, Contract contract, Preflight rows) {
    return Reviewing.review(renamed, declared.schema(), plan, contract, table -> rows(rows, table));
  }

  private OptionalLong rows(Preflight answers, String table) {
    return answers.tables().stream()
        .filter(size -> size.table().equals(renaming.formerContainer(table)))
        .mapToLong(TableSize::estimatedRows)
        .findFirst();
  }

  /** What the plan does, as far as gates ask for it. */
  Impact impact(SchemaPlan plan, Preflight rows) {
    Impact impact = Impact.of(renamed, declared.schema(), plan, table -> rows(rows, table));
    SortedSet<String> tables = new TreeSet<>(impact.tables());
    for (ObjectId id : renaming.renamed()) {
      SchemaObject object = declared.schema().find(id);
      ObjectId table = object == null || object.parent() == null ? id : object.parent();
      if (table.kind() == ObjectKind.TABLE) {
        tables.add(table.identity());
      }
    }
    // Rules that speak of a table by the name it has are about what it becomes as well.
    new TreeSet<>(tables).forEach(table -> tables.add(renaming.formerContainer(table)));
    return impact.touching(tables);
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
