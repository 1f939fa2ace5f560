package dev.releaseledger.domain.standards;

import dev.releaseledger.domain.plan.QualifiedName;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.ConstraintType;
import dev.releaseledger.domain.schema.Index;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Table;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Says which objects of a schema standards are about at all. */
record Scope(Schema schema) {

  /** The relation that an object is, or is a part of; empty for what is neither. */
  static String table(SchemaObject object) {
    return switch (object) {
      case Table it -> it.name();
      case Column it -> it.table();
      case Constraint it -> it.table();
      case Index it -> it.relation().identity();
      default -> "";
    };
  }

  /** Whether it is declared for itself: parts of partitions, and what is inherited, are not. */
  boolean has(SchemaObject object) {
    String table = table(object);
    return !table.isEmpty()
        && !(schema.find(new ObjectId(ObjectKind.TABLE, table)) instanceof Table holder
            && (holder.partition() != null || isInherited(object, holder)));
  }

  private boolean isInherited(SchemaObject object, Table holder) {
    boolean handedDown =
        object instanceof Column
            || object instanceof Constraint it && it.type() == ConstraintType.CHECK;
    String last = QualifiedName.of(object.id()).last();
    return handedDown
        && holder.parents().stream()
            .anyMatch(parent ->
                schema.find(new ObjectId(object.id().kind(), parent + "." + last)) != null);
  }

  /** Whether one of these names is that of its table or its own, with or without the schema. */
  static boolean isAmong(List<String> names, SchemaObject object) {
    String table = table(object);
    String schema = QualifiedName.plain(QualifiedName.parse(table).container());
    String local = NamedParts.local(table);
    String part = NamedParts.name(object);
    return names.stream()
        .map(Scope::glob)
        .anyMatch(name ->
            Stream.of(
                    local,
                    schema + "." + local,
                    local + "." + part,
                    schema + "." + local + "." + part)
                .anyMatch(candidate -> name.matcher(candidate).matches()));
  }

  /** A star stands for anything but a dot, so that it does not reach into other schemas. */
  private static Pattern glob(String name) {
    return Pattern.compile(
        Stream.of(name.split("\\*", -1))
            .map(Pattern::quote)
            .reduce((before, after) -> before + "[^.]*" + after)
            .orElse(""));
  }
}
