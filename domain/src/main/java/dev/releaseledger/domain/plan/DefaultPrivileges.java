package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.plan.Draft.DraftStep;
import dev.releaseledger.domain.schema.Grant;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes up for default privileges: what a database gives to an object by default when a plan makes
 * it need not be what is declared for it.
 */
final class DefaultPrivileges {

  private final Schema base;
  private final Schema target;

  DefaultPrivileges(Schema base, Schema target) {
    this.base = base;
    this.target = target;
  }

  /**
   * The steps after an object is made that leave it with the privileges of a plain new one.
   *
   * @param early whether it is made before default privileges change, and not between those that go
   *     and those that come
   */
  List<DraftStep> undone(ObjectId made, boolean early) {
    String objects = objects(made.kind());
    if (objects.isEmpty()) {
      return List.of();
    }
    SortedMap<String, List<Grant>> byGrantee = new TreeMap<>();
    for (Grant rule : rules(base, objects, made)) {
      if (target.find(rule.id()) instanceof Grant changed) {
        byGrantee
            .computeIfAbsent(rule.grantee(), grantee -> new ArrayList<>())
            .add(early ? rule : changed);
      }
    }
    List<DraftStep> steps = new ArrayList<>();
    byGrantee.forEach((grantee, rules) -> steps.addAll(undone(made, grantee, rules)));
    return steps;
  }

  private List<DraftStep> undone(ObjectId made, String grantee, List<Grant> rules) {
    List<String> standing = standing(made.kind(), grantee);
    Grant plain = new Grant(made, null, grantee, standing, List.of(), standing);
    Grant wanted = target.find(plain.id()) instanceof Grant declared ? declared : plain;
    SortedSet<String> given = new TreeSet<>();
    SortedSet<String> grantable = new TreeSet<>();
    for (Grant rule : rules) {
      rule.privileges().stream().filter(it -> !standing.contains(it)).forEach(given::add);
      grantable.addAll(rule.grantable());
    }
    standing.stream()
        .filter(it -> rules.stream().allMatch(rule -> rule.privileges().contains(it)))
        .forEach(given::add);
    SortedSet<String> left = new TreeSet<>(given);
    left.addAll(standing);
    left.retainAll(wanted.privileges());
    SortedSet<String> passable = new TreeSet<>(grantable);
    passable.retainAll(wanted.grantable());
    return Granting.withoutDefaults(
        new Grant(made, null, grantee, List.copyOf(given), List.copyOf(grantable), standing),
        new Grant(made, null, grantee, List.copyOf(left), List.copyOf(passable), standing));
  }

  /** The default privileges among the objects of a schema. */
  static SortedMap<ObjectId, SchemaObject> of(Schema schema) {
    return schema
        .objects()
        .subMap(
            new ObjectId(ObjectKind.PRIVILEGES, "default privileges "),
            new ObjectId(ObjectKind.PRIVILEGES, "default privileges!"));
  }

  private static List<Grant> rules(Schema schema, String objects, ObjectId made) {
    List<Grant> rules = new ArrayList<>();
    for (SchemaObject object : of(schema).values()) {
      if (object instanceof Grant rule && applies(rule.on().identity(), objects, made)) {
        rules.add(rule);
      }
    }
    return rules;
  }

  private static boolean applies(String scope, String objects, ObjectId made) {
    return scope.equals("ON " + objects)
        || (scope.startsWith("IN SCHEMA ")
            && scope.endsWith(" ON " + objects)
            && made.identity()
                .startsWith(
                    scope.substring("IN SCHEMA ".length(), scope.length() - objects.length() - 4)
                        + "."));
  }

  private static List<String> standing(ObjectKind kind, String grantee) {
    return switch (kind) {
      case ROUTINE, AGGREGATE -> grantee.equals("PUBLIC") ? List.of("EXECUTE") : List.of();
      case ENUM, COMPOSITE, RANGE, BASE_TYPE, DOMAIN ->
          grantee.equals("PUBLIC") ? List.of("USAGE") : List.of();
      default -> List.of();
    };
  }

  /** What default privileges call objects of a kind, or nothing when there are none for it. */
  private static String objects(ObjectKind kind) {
    return switch (kind) {
      case TABLE, VIEW, MATERIALIZED_VIEW -> "TABLES";
      case SEQUENCE -> "SEQUENCES";
      case ROUTINE, AGGREGATE -> "FUNCTIONS";
      case ENUM, COMPOSITE, RANGE, BASE_TYPE, DOMAIN -> "TYPES";
      case SCHEMA -> "SCHEMAS";
      default -> "";
    };
  }
}
