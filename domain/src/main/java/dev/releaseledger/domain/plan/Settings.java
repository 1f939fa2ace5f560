package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.plan.Draft.DraftStep;
import dev.releaseledger.domain.schema.MaterializedView;
import dev.releaseledger.domain.schema.RowSecurity;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Table;
import dev.releaseledger.domain.schema.TableStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the steps that change how tables and materialized views are stored and guarded. */
final class Settings {

  private static final RowSecurity OPEN = new RowSecurity(false, false);

  private Settings() {}

  /** One setting; the SQL of both directions says the same of another value. */
  static DraftStep step(SchemaObject target, Setting setting, String sql, String undo) {
    return step(target, setting, target.id().label(), sql, undo);
  }

  static DraftStep step(SchemaObject target, Setting setting, String of, String sql, String undo) {
    return new DraftStep(
        new Operation.Set(target, setting),
        "change the " + setting.words() + " of " + of,
        sql,
        new Undo.Reversible(undo));
  }

  static List<DraftStep> table(Table base, Table target) {
    String alter = "ALTER TABLE " + target.name() + " ";
    List<DraftStep> steps =
        new ArrayList<>(storage(target, alter, base.storage(), target.storage()));
    if (base.foreign() != null
        && target.foreign() != null
        && !base.foreign().options().equals(target.foreign().options())) {
      List<String> before = base.foreign().options();
      List<String> after = target.foreign().options();
      steps.add(
          step(
              target,
              Setting.FOREIGN_OPTIONS,
              alter + Options.changeForeign(before, after),
              alter + Options.changeForeign(after, before)));
    }
    steps.addAll(rowSecurity(base, target, alter));
    return steps;
  }

  static List<DraftStep> materializedView(MaterializedView base, MaterializedView target) {
    String alter = "ALTER MATERIALIZED VIEW " + target.name() + " ";
    return storage(target, alter, base.storage(), target.storage());
  }

  private static List<DraftStep> rowSecurity(Table base, Table target, String alter) {
    RowSecurity before = Objects.requireNonNullElse(base.rowSecurity(), OPEN);
    RowSecurity after = Objects.requireNonNullElse(target.rowSecurity(), OPEN);
    List<DraftStep> steps = new ArrayList<>();
    if (before.enabled() != after.enabled()) {
      String enable = alter + "ENABLE ROW LEVEL SECURITY";
      String disable = alter + "DISABLE ROW LEVEL SECURITY";
      steps.add(choice(target, after.enabled(), enable, disable));
    }
    if (before.forced() != after.forced()) {
      String force = alter + "FORCE ROW LEVEL SECURITY";
      String let = alter + "NO FORCE ROW LEVEL SECURITY";
      steps.add(choice(target, after.forced(), force, let));
    }
    return steps;
  }

  private static DraftStep choice(Table target, boolean on, String yes, String no) {
    return step(target, Setting.ROW_SECURITY, on ? yes : no, on ? no : yes);
  }

  private static List<DraftStep> storage(
      SchemaObject target,
      String alter,
      @Nullable TableStorage baseStorage,
      @Nullable TableStorage targetStorage) {
    TableStorage before = TableStorage.orUsual(baseStorage);
    TableStorage after = TableStorage.orUsual(targetStorage);
    List<DraftStep> steps = new ArrayList<>();
    if (before.unlogged() != after.unlogged()) {
      String logged = alter + "SET LOGGED";
      String unlogged = alter + "SET UNLOGGED";
      steps.add(
          new DraftStep(
              new Operation.Set(target, Setting.PERSISTENCE),
              "make " + target.id().label() + (after.unlogged() ? " unlogged" : " logged"),
              after.unlogged() ? unlogged : logged,
              new Undo.Reversible(after.unlogged() ? logged : unlogged)));
    }
    if (!Objects.equals(before.accessMethod(), after.accessMethod())) {
      String set = alter + "SET ACCESS METHOD ";
      steps.add(
          step(
              target,
              Setting.ACCESS_METHOD,
              set + Objects.requireNonNullElse(after.accessMethod(), "heap"),
              set + Objects.requireNonNullElse(before.accessMethod(), "heap")));
    }
    if (!Objects.equals(before.tablespace(), after.tablespace())) {
      steps.add(
          step(
              target,
              Setting.TABLESPACE,
              alter + tablespace(after.tablespace()),
              alter + tablespace(before.tablespace())));
    }
    if (!before.options().equals(after.options())) {
      steps.add(
          step(
              target,
              Setting.STORAGE_PARAMETERS,
              alter + Options.change(before.options(), after.options()),
              alter + Options.change(after.options(), before.options())));
    }
    return steps;
  }

  static String tablespace(@Nullable String name) {
    return "SET TABLESPACE " + Objects.requireNonNullElse(name, "pg_default");
  }
}
