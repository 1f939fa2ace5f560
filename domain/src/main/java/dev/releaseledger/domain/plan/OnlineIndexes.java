package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.plan.Draft.DraftStep;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.Index;
import dev.releaseledger.domain.schema.IndexStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Builds and drops indexes while writers go on (PostgreSQL manual, CREATE INDEX, "Building Indexes
 * Concurrently").
 */
final class OnlineIndexes {

  private static final int LONGEST_NAME = 63;
  private static final Pattern HEAD = Pattern.compile("^CREATE (UNIQUE )?INDEX ");
  private static final Pattern KEY =
      Pattern.compile(
          "^(PRIMARY KEY|UNIQUE)( NULLS NOT DISTINCT)? (\\(.*\\))"
              + "((?: NOT)? DEFERRABLE.*| INITIALLY .*)?$");

  private OnlineIndexes() {}

  /**
   * Builds an index.
   *
   * @param besideOld whether it takes the place of one that stays until then
   */
  static Work build(Work work, Index index, boolean rebuilt, boolean besideOld) {
    String head = head(index);
    String named = head + Identifiers.last(index.name());
    if (!index.definition().startsWith(named)) {
      throw new IllegalArgumentException("not the definition of " + index.id());
    }
    String name = besideOld ? beside(index.name()) : index.name();
    DraftStep build =
        new DraftStep(
            new Operation.Create(index, rebuilt, Way.CONCURRENTLY),
            "build " + index.id().label() + (besideOld ? " beside the old one" : ""),
            head
                + "CONCURRENTLY "
                + Identifiers.last(name)
                + index.definition().substring(named.length()),
            new Undo.Reversible(dropConcurrently(name)));
    List<DraftStep> closing = new ArrayList<>();
    if (besideOld) {
      closing.add(takeName(index, name));
    }
    closing.addAll(work.opening().subList(1, work.opening().size()));
    return Work.careful(work, List.of(), List.of(build), closing);
  }

  private static String head(Index index) {
    Matcher head = HEAD.matcher(index.definition());
    return head.find() ? head.group() : "";
  }

  private static DraftStep takeName(Index index, String from) {
    String rename = "ALTER INDEX %s RENAME TO %s";
    return new DraftStep(
        new Operation.TakeName(index),
        "let the new " + index.id().label() + " take the name",
        rename.formatted(from, Identifiers.last(index.name())),
        new Undo.Reversible(rename.formatted(index.name(), Identifiers.last(from))));
  }

  /** Drops an index for good. */
  static Work drop(Work work, Index index) {
    DraftStep plain = work.opening().getFirst();
    DraftStep drop =
        new DraftStep(
            new Operation.Drop(index, false, Way.CONCURRENTLY),
            plain.summary(),
            "DROP INDEX CONCURRENTLY " + index.name(),
            plain.undo());
    return Work.careful(work, List.of(), List.of(drop), List.of());
  }

  /** Whether the index of a key can be built before the key. */
  static boolean canBuild(Constraint key) {
    return KEY.matcher(key.definition()).matches()
        && !key.definition().contains(" WITHOUT OVERLAPS");
  }

  /** Builds the index of a key, and makes the key from it. */
  static Work key(Work work, Constraint key, boolean taken) {
    DraftStep plain = work.opening().getFirst();
    Matcher parts = KEY.matcher(key.definition());
    if (!parts.matches()) {
      throw new IllegalArgumentException("not the definition of a key: " + key.definition());
    }
    String name = taken ? beside(key.indexName()) : key.indexName();
    IndexStorage storage = IndexStorage.orUsual(key.index());
    String build =
        "CREATE UNIQUE INDEX CONCURRENTLY %s ON %s USING btree %s%s%s%s"
            .formatted(
                Identifiers.last(name),
                key.table(),
                parts.group(3),
                parts.group(2) == null ? "" : parts.group(2),
                storage.options().isEmpty() ? "" : " WITH " + Options.list(storage.options()),
                storage.tablespace() == null ? "" : " TABLESPACE " + storage.tablespace());
    DraftStep built =
        new DraftStep(
            new Operation.BuildKey(key),
            "build the index of " + key.id().label(),
            build,
            new Undo.Reversible(dropConcurrently(name)));
    DraftStep made =
        new DraftStep(
            new Operation.Create(key, false, Way.FROM_INDEX),
            plain.summary(),
            "ALTER TABLE %s ADD CONSTRAINT %s %s USING INDEX %s%s"
                .formatted(
                    key.table(),
                    key.name(),
                    parts.group(1),
                    Identifiers.last(name),
                    parts.group(4) == null ? "" : parts.group(4)),
            plain.undo());
    List<DraftStep> closing = new ArrayList<>();
    closing.add(made);
    closing.addAll(work.opening().subList(1, work.opening().size()));
    return Work.careful(work, List.of(), List.of(built), closing);
  }

  /** A build that fails may leave the index behind, or nothing. */
  private static String dropConcurrently(String name) {
    return "DROP INDEX CONCURRENTLY IF EXISTS " + name;
  }

  private static String beside(String name) {
    return Identifiers.suffixed(name, "_next", LONGEST_NAME);
  }
}
