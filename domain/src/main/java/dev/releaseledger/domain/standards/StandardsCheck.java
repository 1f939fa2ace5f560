package dev.releaseledger.domain.standards;

import dev.releaseledger.domain.diff.Change;
import dev.releaseledger.domain.diff.Diff;
import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.plan.Severity;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Holds schemas to the standards of their project. */
public final class StandardsCheck {

  /** One finding, and what it is about. */
  private record Breach(ObjectId object, Finding finding) {}

  private StandardsCheck() {}

  /** All that is not as the standards say, the worst first. */
  public static List<Finding> whole(Schema schema, Standards standards) {
    return breaches(schema, standards).stream().map(Breach::finding).toList();
  }

  /**
   * What a change brings that is not as the standards say: about objects that it adds, alters or
   * renames, and about others that were as they should be before it.
   */
  public static List<Finding> brought(
      Schema base, Schema target, Set<ObjectId> renamed, Standards standards) {
    List<Breach> breaches = breaches(target, standards);
    if (breaches.isEmpty()) {
      return List.of();
    }
    Set<String> before = new HashSet<>();
    breaches(base, standards).forEach(it -> before.add(said(it)));
    Set<ObjectId> touched = new HashSet<>(renamed);
    Diff.between(base, target).changes().stream()
        .filter(StandardsCheck::isMoreThanComment)
        .forEach(change -> touched.add(change.id()));
    return breaches.stream()
        .filter(it -> touched.contains(it.object()) || !before.contains(said(it)))
        .map(Breach::finding)
        .toList();
  }

  private static String said(Breach breach) {
    return breach.finding().rule() + " " + breach.finding().object();
  }

  private static boolean isMoreThanComment(Change change) {
    return switch (change) {
      case Change.Added _, Change.Removed _ -> true;
      case Change.Altered(SchemaObject base, SchemaObject target) ->
          !base.commented(null).equals(target.commented(null));
    };
  }

  private static List<Breach> breaches(Schema schema, Standards standards) {
    Scope scope = new Scope(schema);
    Context context = new Context(Schema.empty(), schema, PlanSettings.defaults());
    List<Breach> breaches = new ArrayList<>();
    for (StandardRule rule : StandardCatalog.all()) {
      Standard standard = standards.of(rule.slug());
      if (standard.severity() == Severity.OFF) {
        continue;
      }
      for (SchemaObject object : schema.objects().values()) {
        if (scope.has(object)
            && !Scope.isAmong(standards.exempt(), object)
            && !Scope.isAmong(standard.exempt(), object)) {
          rule.judge(object, standard, context)
              .forEach(it -> breaches.add(new Breach(object.id(), it.minded(standard.severity()))));
        }
      }
    }
    breaches.sort(
        Comparator.comparing((Breach it) -> it.finding().severity(), Comparator.reverseOrder())
            .thenComparing(Breach::object));
    return breaches;
  }
}
