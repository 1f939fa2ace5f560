package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.plan.Draft.DraftStep;
import dev.releaseledger.domain.schema.Defined;
import dev.releaseledger.domain.schema.ObjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Writes the statements for objects that one definition makes. */
final class Defining {

  private Defining() {}

  static String create(Defined it) {
    return it.definition() + DefinedOptions.clause(it);
  }

  /** The options that take statements of their own once the object is there. */
  static List<DraftStep> afterwards(Defined it) {
    return DefinedOptions.change(it, DefinedOptions.initial(it), it.options()).stream()
        .map(change -> step(it, it, change))
        .toList();
  }

  static String drop(Defined it) {
    return switch (it.id().kind()) {
      case PUBLICATION_TABLE -> leave(it, " DROP TABLE ONLY ");
      case PUBLICATION_SCHEMA -> leave(it, " DROP TABLES IN SCHEMA ");
      default -> "DROP " + named(it.id());
    };
  }

  private static String leave(Defined member, String words) {
    String publication = Objects.requireNonNull(member.parent()).identity();
    return "ALTER PUBLICATION "
        + publication
        + words
        + member.id().identity().substring(publication.length() + 1);
  }

  /** The object as SQL names it, such as {@code AGGREGATE public.total(integer)}. */
  static String named(ObjectId id) {
    return id.kind().keywords() + " " + id.identity();
  }

  /** Whether one can become the other without being dropped. */
  static boolean inPlace(Defined base, Defined target) {
    boolean replaceable = base.signature() != null && base.signature().equals(target.signature());
    return (base.definition().equals(target.definition()) || replaceable)
        && Objects.equals(
            base.options().get(DefinedOptions.TEMPLATE),
            target.options().get(DefinedOptions.TEMPLATE));
  }

  static List<DraftStep> alter(Defined base, Defined target) {
    List<DraftStep> steps = new ArrayList<>();
    if (!base.definition().equals(target.definition())) {
      steps.add(
          new DraftStep(
              new Operation.Replace(base, target),
              "replace " + target.id().label(),
              orReplace(target),
              new Undo.Reversible(orReplace(base))));
    }
    DefinedOptions.change(target, base.options(), target.options())
        .forEach(change -> steps.add(step(base, target, change)));
    return steps;
  }

  private static DraftStep step(Defined base, Defined target, DefinedOptions.Change change) {
    return new DraftStep(
        new Operation.Change(base, target),
        "change the options of " + target.id().label(),
        change.sql(),
        new Undo.Reversible(change.undo()));
  }

  private static String orReplace(Defined it) {
    return "CREATE OR REPLACE " + it.definition().substring("CREATE ".length());
  }
}
