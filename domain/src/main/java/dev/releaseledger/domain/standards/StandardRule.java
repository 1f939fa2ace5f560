package dev.releaseledger.domain.standards;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.plan.Severity;
import dev.releaseledger.domain.risk.cost.Context;
import dev.releaseledger.domain.risk.rule.Rule;
import dev.releaseledger.domain.schema.SchemaObject;
import java.util.List;

/** A rule that looks at objects as they are declared, where the project's standards ask for it. */
abstract class StandardRule extends Rule {

  StandardRule(String slug) {
    super(slug, Risk.METADATA_ONLY, Force.NOT_NEEDED);
  }

  /** What it notices about an object; mostly nothing. */
  abstract List<Finding> judge(SchemaObject object, Standard standard, Context context);

  /** What it asks where a project only says that it minds. */
  Standard usual() {
    return Standard.of(Severity.WARNING);
  }

  /** One finding, whose message begins with the object. */
  final List<Finding> notice(SchemaObject object, String predicate, String remedy) {
    String label = object.id().label();
    return List.of(finding(label, label + " " + predicate, remedy));
  }
}
