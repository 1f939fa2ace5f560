package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.plan.Draft.DraftStep;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes renames; both ways find the object under its old container. */
final class RenameSql {

  private RenameSql() {}

  static DraftStep step(Rename rename, ObjectId former) {
    QualifiedName before = QualifiedName.of(former);
    QualifiedName after = QualifiedName.of(rename.object());
    String part = rename.part();
    return part == null
        ? step(
            rename,
            former,
            "rename %s to %s".formatted(former.label(), after.last()),
            sql(former, before.last(), after.last()),
            sql(former, after.last(), before.last()))
        : step(
            rename,
            former,
            "rename %s of %s to %s".formatted(rename.former(), former.label(), part),
            partSql(former, rename.former(), part),
            partSql(former, part, rename.former()));
  }

  private static DraftStep step(
      Rename rename, ObjectId former, String summary, String sql, String undo) {
    return new DraftStep(
        new Operation.Rename(rename.object(), former, rename.part()),
        summary,
        sql,
        new Undo.Reversible(undo));
  }

  private static String sql(ObjectId former, String from, String to) {
    QualifiedName name = QualifiedName.of(former);
    String relation = name.container();
    return switch (former.kind()) {
      case COLUMN -> "ALTER TABLE %s RENAME COLUMN %s TO %s".formatted(relation, from, to);
      case CONSTRAINT -> "ALTER TABLE %s RENAME CONSTRAINT %s TO %s".formatted(relation, from, to);
      case TRIGGER, POLICY, RULE ->
          "ALTER %s %s ON %s RENAME TO %s".formatted(words(former.kind()), from, relation, to);
      default ->
          "ALTER %s %s RENAME TO %s".formatted(words(former.kind()), name.with(relation, from), to);
    };
  }

  private static String partSql(ObjectId type, String from, String to) {
    return type.kind() == ObjectKind.ENUM
        ? "ALTER TYPE %s RENAME VALUE %s TO %s"
            .formatted(type.identity(), Ddl.literal(from), Ddl.literal(to))
        : "ALTER TYPE %s RENAME ATTRIBUTE %s TO %s"
            .formatted(type.identity(), QualifiedName.quoted(from), QualifiedName.quoted(to));
  }

  private static String words(ObjectKind kind) {
    @Nullable String keywords = kind.keywords();
    return switch (kind) {
      case ENUM, COMPOSITE -> "TYPE";
      default -> keywords == null ? kind.label().toUpperCase(Locale.ROOT) : keywords;
    };
  }
}
