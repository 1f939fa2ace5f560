package dev.releaseledger.domain.history;

import dev.releaseledger.domain.plan.QualifiedName;
import dev.releaseledger.domain.plan.Rename;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.plan.Step;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the renames in a plan, where they are kept as the steps that do them. */
public final class PlannedRenames {

  /** The longest first, since {@code table} begins other labels as well. */
  private static final List<ObjectKind> KINDS =
      Arrays.stream(ObjectKind.values())
          .sorted(Comparator.comparingInt((ObjectKind kind) -> -kind.label().length()))
          .toList();

  private PlannedRenames() {}

  /** The renames of whole objects; those of labels and attributes change what the type is. */
  public static List<Rename> of(SchemaPlan plan) {
    return plan.steps().stream().flatMap(step -> of(step).stream()).toList();
  }

  private static Optional<Rename> of(Step step) {
    Optional<ObjectId> object = labelled(step.object());
    if (object.isEmpty()) {
      return Optional.empty();
    }
    ObjectId now = object.get();
    String before = "rename " + now.kind().label() + " ";
    String after = " to " + QualifiedName.of(now).last();
    String summary = step.summary();
    if (!summary.startsWith(before)
        || !summary.endsWith(after)
        || summary.length() <= before.length() + after.length()) {
      return Optional.empty();
    }
    String former = summary.substring(before.length(), summary.length() - after.length());
    String last = QualifiedName.parse(former).last();
    return Optional.of(new Rename(now, null, QualifiedName.plain(last)));
  }

  private static Optional<ObjectId> labelled(String label) {
    return KINDS.stream()
        .filter(kind -> label.startsWith(kind.label() + " "))
        .findFirst()
        .map(kind -> new ObjectId(kind, label.substring(kind.label().length() + 1)));
  }
}
