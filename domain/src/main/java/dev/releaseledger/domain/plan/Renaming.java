package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.plan.Draft.DraftStep;
import dev.releaseledger.domain.schema.Attribute;
import dev.releaseledger.domain.schema.CompositeType;
import dev.releaseledger.domain.schema.EnumType;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The declared renames that a database has yet to see.
 *
 * <p>A rename whose old name is gone has been done, and means nothing any more. Names that the
 * server made of an old name follow it.
 */
public final class Renaming {

  /** Nothing is renamed. */
  public static final Renaming NONE = new Renaming(Schema.empty());

  /** From what is inside to what is around it, so that each is found under its old container. */
  private static final Comparator<Rename> INSIDE_OUT =
      Comparator.comparingInt((Rename it) -> -depth(it))
          .thenComparing(Rename::object)
          .thenComparing(it -> it.part() == null ? "" : it.part());

  private final Schema base;
  private final Map<ObjectId, String> formerNames = new TreeMap<>();
  private final List<Rename> pending = new ArrayList<>();
  private final List<Obstacle> conflicts = new ArrayList<>();

  private Renaming(Schema base) {
    this.base = base;
  }

  /** What of these renames is to be done to get from the base towards the target. */
  public static Renaming of(List<Rename> declared, Schema base, Schema target) {
    Renaming renaming = new Renaming(base);
    declared.stream()
        .filter(rename -> rename.part() == null)
        .forEach(it -> renaming.formerNames.put(it.object(), it.former()));
    declared.forEach(renaming::consider);
    renaming.formerNames.keySet().retainAll(renaming.pending.stream().map(Rename::object).toList());
    for (Rename follower :
        new Followers(base, target, renaming, List.copyOf(renaming.pending)).all()) {
      renaming.formerNames.put(follower.object(), follower.former());
      renaming.pending.add(follower);
    }
    renaming.pending.sort(INSIDE_OUT);
    return renaming;
  }

  private void consider(Rename rename) {
    ObjectId former = former(rename.object());
    boolean before;
    boolean already;
    if (rename.part() == null) {
      before = base.find(former) != null;
      already = base.find(unrenamed(rename.object())) != null;
    } else {
      List<String> parts = parts(former);
      before = parts.contains(rename.former());
      already = parts.contains(rename.part());
    }
    if (before && already) {
      conflicts.add(new Obstacle.BothNames(rename.object(), rename.former()));
    } else if (before) {
      pending.add(rename);
    }
  }

  private List<String> parts(ObjectId type) {
    return switch (base.find(type)) {
      case EnumType it -> it.labels();
      case CompositeType it ->
          it.attributes().stream().map(Attribute::name).map(QualifiedName::plain).toList();
      case null, default -> List.of();
    };
  }

  /** Whether nothing is to be renamed. */
  public boolean isEmpty() {
    return pending.isEmpty();
  }

  /** What is renamed as a whole, by the names it will have. */
  public Set<ObjectId> renamed() {
    return new TreeSet<>(formerNames.keySet());
  }

  /** Renames that cannot be, because both names are in use. */
  public List<Obstacle> conflicts() {
    return List.copyOf(conflicts);
  }

  /** What the base calls an object of the target. */
  public ObjectId former(ObjectId id) {
    return under(id, formerNames.get(id));
  }

  /** What the base would call it, if it had its new name in its old place. */
  private ObjectId unrenamed(ObjectId id) {
    return under(id, null);
  }

  private ObjectId under(ObjectId id, @Nullable String plain) {
    QualifiedName name = QualifiedName.of(id);
    String container = name.container().isEmpty() ? "" : formerContainer(name.container());
    if (plain == null) {
      return new ObjectId(id.kind(), name.with(container, name.last()));
    }
    ObjectId quoted =
        new ObjectId(id.kind(), name.with(container, "\"" + plain.replace("\"", "\"\"") + "\""));
    return base.find(quoted) != null
        ? quoted
        : new ObjectId(id.kind(), name.with(container, QualifiedName.quoted(plain)));
  }

  /** What the base calls a schema or a relation. */
  public String formerContainer(String container) {
    return formerNames.keySet().stream()
        .filter(id -> id.identity().equals(container) && holdsOthers(id.kind()))
        .findFirst()
        .map(id -> former(id).identity())
        .orElseGet(() -> {
          QualifiedName name = QualifiedName.parse(container);
          return name.container().isEmpty()
              ? container
              : name.with(formerContainer(name.container()), name.last());
        });
  }

  private static boolean holdsOthers(ObjectKind kind) {
    return switch (kind) {
      case SCHEMA, TABLE, VIEW, MATERIALIZED_VIEW -> true;
      default -> false;
    };
  }

  /** The statements, each with its way back. */
  public List<DraftStep> steps() {
    return pending.stream().map(rename -> RenameSql.step(rename, former(rename.object()))).toList();
  }

  /** The statements alone. */
  public List<String> statements() {
    return steps().stream().map(DraftStep::sql).toList();
  }

  private static int depth(Rename rename) {
    if (rename.part() != null || rename.object().kind() == ObjectKind.COLUMN) {
      return 4;
    }
    String container = QualifiedName.of(rename.object()).container();
    return container.isEmpty() ? 1 : QualifiedName.parse(container).container().isEmpty() ? 2 : 3;
  }
}
