package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.plan.Draft.DraftStep;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.DomainType;
import dev.releaseledger.domain.schema.EnumType;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Enums and domains that cannot change in place while columns hold values of them: the old type
 * steps aside under another name, the new one takes its place, the columns move over, and the old
 * one goes.
 */
final class ReplacedTypes {

  private static final int LONGEST_NAME = 63;

  private final Parts base;
  private final Parts target;
  private final TypeChanges types;

  ReplacedTypes(Parts base, Parts target) {
    this.base = base;
    this.target = target;
    this.types = new TypeChanges(base.schema(), target.schema());
  }

  /** Whether a type has to be replaced, because nothing gentler leads to its target. */
  boolean needed(ObjectId id) {
    boolean changes =
        switch (base.object(id)) {
          case EnumType it -> !Replacing.inPlace(it, target.object(id), id.kind());
          case DomainType it ->
              !Replacing.inPlace(it, target.object(id), id.kind())
                  || (tightens(it, (DomainType) target.object(id)) && inArrays(id));
          default -> false;
        };
    return changes && !columns(id).isEmpty() && convertible(id) && holdersAreColumns(id);
  }

  /** The columns that hold values of the type, before and after. */
  List<Column> columns(ObjectId type) {
    return base.neededBy(type).stream()
        .filter(id -> id.kind() == ObjectKind.COLUMN && target.all().containsKey(id))
        .filter(id -> target.needs(id).contains(type))
        .map(id -> (Column) base.object(id))
        .filter(column -> column.generated() == null && isOf(column, type))
        .toList();
  }

  private static boolean isOf(Column column, ObjectId type) {
    return TypeName.parse(column.type()).base().equals(type.identity());
  }

  /** Tables, other types and the like would have to be replaced themselves. */
  private boolean holdersAreColumns(ObjectId type) {
    return base.neededBy(type).stream()
        .allMatch(id ->
            switch (id.kind()) {
              case DOMAIN, COMPOSITE, TABLE -> false;
              case COLUMN -> isOf((Column) base.object(id), type);
              default -> true;
            });
  }

  private boolean convertible(ObjectId id) {
    return !(change(id) instanceof TypeChange.Undeclared);
  }

  /** What becomes of the values. */
  private TypeChange change(ObjectId id) {
    return switch (base.object(id)) {
      case EnumType it ->
          ((EnumType) target.object(id)).labels().containsAll(it.labels())
              ? new TypeChange.Widening(true)
              : new TypeChange.Narrowing();
      case DomainType it -> {
        DomainType after = (DomainType) target.object(id);
        TypeChange inner = types.between(it.type(), after.type());
        yield inner instanceof TypeChange.Widening && tightens(it, after)
            ? new TypeChange.Narrowing()
            : inner;
      }
      default -> new TypeChange.Undeclared();
    };
  }

  /** Whether values that the domain takes now may be refused later. */
  private static boolean tightens(DomainType before, DomainType after) {
    return (after.notNull() && !before.notNull())
        || after.constraints().stream()
            .anyMatch(it -> it.validated() && !before.constraints().contains(it));
  }

  /**
   * The server does not look into arrays, and refuses to make the domain of their elements
   * stricter.
   */
  private boolean inArrays(ObjectId domain) {
    return columns(domain).stream()
        .anyMatch(column -> TypeName.parse(column.type()).dimensions() > 0);
  }

  /** The steps of one replacement. */
  List<DraftStep> steps(ObjectId id) {
    SchemaObject before = base.object(id);
    SchemaObject after = target.object(id);
    String aside = aside(id);
    String word = id.kind() == ObjectKind.DOMAIN ? "DOMAIN " : "TYPE ";
    List<DraftStep> steps = new ArrayList<>();
    steps.add(
        new DraftStep(
            new Operation.ReplaceType(before, after, false),
            "let the old " + id.label() + " step aside",
            rename(word, id.identity(), aside),
            new Undo.Reversible(rename(word, aside, id.identity()))));
    for (DraftStep step : Making.create(after, true)) {
      steps.add(
          new DraftStep(
              new Operation.ReplaceType(before, after, false),
              step.summary(),
              step.sql(),
              step.undo()));
    }
    for (Column column : columns(id)) {
      if (!goesAlong(column)) {
        steps.add(convert(column, before, after, aside));
      }
      steps.addAll(ColumnSettings.column(column.typed(column.type(), column.collation()), column));
    }
    steps.add(
        new DraftStep(
            new Operation.ReplaceType(before, after, true),
            "drop the old " + id.label(),
            "DROP " + word + aside,
            new Undo.Reversible(Making.sql(Making.create(named(before, aside), true)))));
    return steps;
  }

  private DraftStep convert(Column column, SchemaObject before, SchemaObject after, String aside) {
    return new DraftStep(
        new Operation.ConvertColumn(column, before, after, change(after.id())),
        "move " + column.id().label() + " over to the new " + after.id().label(),
        move(column, after, column.type()),
        new Undo.Reversible(
            move(column, before, aside + "[]".repeat(TypeName.parse(column.type()).dimensions()))
                + ColumnSettings.again(base.lineage().withParts(column))));
  }

  /** Whether a column gets the new type with that of the table above its own. */
  private boolean goesAlong(Column column) {
    Optional<ObjectId> above = base.lineage().counterpart(column);
    return above.isPresent()
        && above.equals(target.lineage().counterpart(target.object(column.id())));
  }

  /** Values go by way of what both types are made of. */
  private static String move(Column column, SchemaObject type, String name) {
    String common = type instanceof DomainType domain ? domain.type() : "text";
    String brackets = "[]".repeat(TypeName.parse(column.type()).dimensions());
    return Ddl.alterColumn(column)
        + "TYPE %1$s USING %2$s::%3$s%4$s::%1$s".formatted(name, column.name(), common, brackets);
  }

  private static String rename(String word, String from, String to) {
    return "ALTER " + word + from + " RENAME TO " + Identifiers.last(to);
  }

  private static SchemaObject named(SchemaObject type, String name) {
    return switch (type) {
      case EnumType it -> new EnumType(name, it.labels(), it.comment());
      case DomainType it ->
          new DomainType(
              name,
              it.type(),
              it.notNull(),
              it.defaultValue(),
              it.collation(),
              it.constraints(),
              it.comment());
      default -> throw new IllegalArgumentException("is not replaced: " + type.id());
    };
  }

  /** A name beside the type's own that nothing has, before or after. */
  private String aside(ObjectId id) {
    for (int attempt = 1; ; attempt++) {
      String suffix = attempt == 1 ? "_replaced" : "_replaced" + attempt;
      String name = Identifiers.suffixed(id.identity(), suffix, LONGEST_NAME);
      if (isFree(name, base) && isFree(name, target)) {
        return name;
      }
    }
  }

  private static boolean isFree(String name, Parts parts) {
    return parts.all().keySet().stream().noneMatch(id -> id.identity().equals(name));
  }
}
