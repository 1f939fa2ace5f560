package dev.releaseledger.projections.schemahistory;

import dev.releaseledger.domain.history.Continuity;
import dev.releaseledger.domain.history.ObjectVersion;
import dev.releaseledger.domain.history.PartChange;
import dev.releaseledger.domain.history.PartKind;
import dev.releaseledger.domain.history.PlannedRenames;
import dev.releaseledger.domain.history.SchemaHistory;
import dev.releaseledger.domain.plan.Plan;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.schema.Canonical;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.projections.Recent;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Works out the versions between kept schemas, and remembers those of the last few steps. */
final class Versions {

  private static final int SCHEMAS = 200;
  private static final int STEPS = 256;

  private final KeptSchemas kept;
  private final Recent<String, Optional<Schema>> schemas = new Recent<>(SCHEMAS);
  private final Recent<List<Object>, Step> steps = new Recent<>(STEPS);

  Versions(KeptSchemas kept) {
    this.kept = kept;
  }

  /** A version as it is written down. */
  record Version(String object, @Nullable String former, String change, String diff) {}

  /** What led from one schema to another, and whether parts came while others went. */
  private record Step(List<Version> versions, boolean exchanges) {}

  /** Fetches what will be asked for, as far as it is not remembered already. */
  void expect(Collection<String> digests) {
    List<String> unknown =
        digests.stream()
            .distinct()
            .filter(digest -> schemas.get(digest) == null)
            .limit(SCHEMAS / 2)
            .toList();
    if (unknown.size() > 1) {
      kept.keptSchemas(unknown)
          .forEach((digest, schema) -> {
            Optional<Schema> unused = schemas.put(digest, Optional.of(schema));
          });
    }
  }

  boolean isKept(String digest) {
    return schema(digest).isPresent();
  }

  /** What led from one kept schema to another; the first schema of all comes from nothing. */
  List<Version> between(@Nullable String base, String target, Continuity continuity) {
    return step(base, target, continuity).versions();
  }

  private Step step(@Nullable String base, String target, Continuity continuity) {
    List<Object> key = List.of(base == null ? "" : base, target, continuity);
    Step known = steps.get(key);
    if (known != null) {
      return known;
    }
    List<ObjectVersion> versions =
        SchemaHistory.between(schemaOrEmpty(base), schemaOrEmpty(target), continuity);
    return steps.put(
        key,
        new Step(
            versions.stream().map(Versions::written).toList(),
            has(versions, PartKind.ADDED) && has(versions, PartKind.REMOVED)));
  }

  private static boolean has(List<ObjectVersion> versions, PartKind kind) {
    return versions.stream()
        .flatMap(version -> version.parts().stream())
        .anyMatch(part -> part.kind() == kind);
  }

  /** Whether something came and something went: one of them may be the other under its old name. */
  boolean exchanges(@Nullable String base, String target) {
    return step(base, target, Continuity.NONE).exchanges();
  }

  /** What goes on under another name by a plan. */
  Continuity planned(
      @Nullable String digest, String connection, @Nullable String base, String target) {
    if (digest == null
        || base == null
        || !mayGoOn(schemaOrEmpty(base), schemaOrEmpty(target))
        || !kept.mayRename(digest)) {
      return Continuity.NONE;
    }
    SchemaPlan plan =
        kept.keptPlan(digest).map(Plan::connections).map(it -> it.get(connection)).orElse(null);
    return plan == null
        ? Continuity.NONE
        : Continuity.of(PlannedRenames.of(plan), schemaOrEmpty(base), schemaOrEmpty(target));
  }

  /**
   * Whether something may have another's name: where nothing came or nothing went, only what has
   * changed could have changed places, and only with another one.
   */
  private static boolean mayGoOn(Schema base, Schema target) {
    int gone = 0;
    int altered = 0;
    for (Map.Entry<ObjectId, SchemaObject> before : base.objects().entrySet()) {
      SchemaObject after = target.objects().get(before.getKey());
      if (after == null) {
        gone++;
      } else if (after != before.getValue() && !after.equals(before.getValue())) {
        altered++;
      }
    }
    int come = target.objects().size() - (base.objects().size() - gone);
    return altered > 1 || (gone > 0 && come > 0);
  }

  private Schema schemaOrEmpty(@Nullable String digest) {
    return digest == null ? Schema.empty() : schema(digest).orElse(Schema.empty());
  }

  private Optional<Schema> schema(String digest) {
    Optional<Schema> known = schemas.get(digest);
    return known != null ? known : schemas.put(digest, kept.keptSchema(digest));
  }

  private static Version written(ObjectVersion version) {
    List<VersionPart> parts = version.parts().stream().map(Versions::written).toList();
    return new Version(
        version.object().toString(),
        text(version.former()),
        word(version.kind()),
        Canonical.json(new VersionDiff(parts)));
  }

  private static VersionPart written(PartChange change) {
    return new VersionPart(
        word(change.kind()), change.part().toString(), text(change.former()), change.aspects());
  }

  private static String word(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable String text(@Nullable ObjectId id) {
    return id == null ? null : id.toString();
  }
}
