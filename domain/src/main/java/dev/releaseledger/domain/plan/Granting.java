package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.plan.Draft.DraftStep;
import dev.releaseledger.domain.schema.Grant;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the statements that give privileges and take them away. */
final class Granting {

  private Granting() {}

  /** What a role may do: the privileges, and those of them that it may pass on. */
  private record Rights(List<String> privileges, List<String> grantable) {
    static Rights of(Grant grant) {
      return new Rights(grant.privileges(), grant.grantable());
    }

    static Rights standing(Grant grant) {
      return new Rights(grant.standing(), List.of());
    }
  }

  /** The steps that lead from a new object to one with this grant. */
  static List<DraftStep> create(Grant grant, boolean rebuilt) {
    return change(grant, Rights.standing(grant), Rights.of(grant), rebuilt);
  }

  static List<DraftStep> drop(Grant grant, boolean rebuilt) {
    return change(grant, Rights.of(grant), Rights.standing(grant), rebuilt);
  }

  static List<DraftStep> alter(Grant base, Grant target) {
    return change(target, Rights.of(base), Rights.of(target), false);
  }

  /** The steps that make up for what default privileges gave a new object, or took from it. */
  static List<DraftStep> withoutDefaults(Grant byDefault, Grant wanted) {
    return change(wanted, Rights.of(byDefault), Rights.of(wanted), true);
  }

  static String sql(List<DraftStep> steps) {
    return steps.isEmpty() ? "SELECT 1" : Making.sql(steps);
  }

  private static List<DraftStep> change(Grant grant, Rights before, Rights after, boolean rebuilt) {
    List<DraftStep> steps = new ArrayList<>();
    List<String> lost = minus(before.privileges(), after.privileges());
    if (!lost.isEmpty()) {
      String undo = give(grant, minus(lost, before.grantable()), both(lost, before.grantable()));
      steps.add(step(grant, false, revoke(grant, lost, ""), undo, rebuilt));
    }
    List<String> kept = both(minus(before.grantable(), after.grantable()), after.privileges());
    if (!kept.isEmpty()) {
      String sql = revoke(grant, kept, "GRANT OPTION FOR ");
      steps.add(step(grant, false, sql, give(grant, List.of(), kept), rebuilt));
    }
    List<String> passable = minus(after.grantable(), before.grantable());
    List<String> gained = minus(minus(after.privileges(), before.privileges()), passable);
    if (!gained.isEmpty()) {
      steps.add(
          step(grant, true, give(grant, gained, List.of()), revoke(grant, gained, ""), rebuilt));
    }
    if (!passable.isEmpty()) {
      List<String> held = both(passable, before.privileges());
      List<String> undo = new ArrayList<>();
      if (!held.isEmpty()) {
        undo.add(revoke(grant, held, "GRANT OPTION FOR "));
      }
      if (held.size() < passable.size()) {
        undo.add(revoke(grant, minus(passable, held), ""));
      }
      steps.add(
          step(grant, true, give(grant, List.of(), passable), String.join(";\n", undo), rebuilt));
    }
    return steps;
  }

  private static DraftStep step(
      Grant grant, boolean allow, String sql, String undo, boolean rebuilt) {
    return new DraftStep(
        allow ? new Operation.Allow(grant) : new Operation.Revoke(grant, rebuilt),
        (allow ? "grant " : "revoke ") + grant.id().label(),
        sql,
        new Undo.Reversible(undo));
  }

  private static String give(Grant grant, List<String> plain, List<String> passable) {
    List<String> statements = new ArrayList<>();
    if (!plain.isEmpty()) {
      statements.add(prefix(grant) + "GRANT " + listed(grant, plain) + " TO " + grant.grantee());
    }
    if (!passable.isEmpty()) {
      statements.add(
          prefix(grant)
              + "GRANT "
              + listed(grant, passable)
              + " TO "
              + grant.grantee()
              + " WITH GRANT OPTION");
    }
    return String.join(";\n", statements);
  }

  private static String revoke(Grant grant, List<String> privileges, String option) {
    return prefix(grant)
        + "REVOKE "
        + option
        + listed(grant, privileges)
        + " FROM "
        + grant.grantee();
  }

  private static String prefix(Grant grant) {
    if (grant.on().kind() != ObjectKind.DEFAULT_PRIVILEGES) {
      return "";
    }
    String scope = grant.on().identity();
    return "ALTER DEFAULT PRIVILEGES " + scope.substring(0, scope.lastIndexOf("ON "));
  }

  private static String listed(Grant grant, List<String> privileges) {
    String column = grant.column() == null ? "" : " (" + grant.column() + ")";
    return privileges.stream().map(it -> it + column).collect(Collectors.joining(", "))
        + " ON "
        + object(grant.on());
  }

  private static String object(ObjectId on) {
    String name = on.identity();
    return switch (on.kind()) {
      case DEFAULT_PRIVILEGES -> name.substring(name.lastIndexOf("ON ") + "ON ".length());
      case SCHEMA -> "SCHEMA " + name;
      case SEQUENCE -> "SEQUENCE " + name;
      case ROUTINE -> "ROUTINE " + name;
      case AGGREGATE -> "ROUTINE " + name.replace("(*)", "()");
      case DOMAIN -> "DOMAIN " + name;
      case ENUM, COMPOSITE, RANGE, BASE_TYPE, SHELL_TYPE -> "TYPE " + name;
      case LANGUAGE -> "LANGUAGE " + name;
      case FOREIGN_DATA_WRAPPER -> "FOREIGN DATA WRAPPER " + name;
      case SERVER -> "FOREIGN SERVER " + name;
      default -> "TABLE " + name;
    };
  }

  private static List<String> minus(List<String> all, List<String> without) {
    return all.stream().filter(it -> !without.contains(it)).toList();
  }

  private static List<String> both(List<String> one, List<String> other) {
    return one.stream().filter(other::contains).toList();
  }
}
