package dev.releaseledger.domain.risk;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.SchemaObject;
import org.jspecify.annotations.Nullable;

/**
 * The rules for dropping objects: every removal needs force, whether or not rows are lost, because
 * somebody may count on what is removed. What comes back in the same transaction needs none, except
 * where the values in it do not come back.
 */
final class DropRules {

  private DropRules() {}

  static Verdict judge(SchemaObject dropped, boolean rebuilt) {
    String lock = lock(dropped.id().kind());
    if (!rebuilt) {
      return Verdict.destructive(lock, removal(dropped));
    }
    if (dropped instanceof Column column && column.generated() == null) {
      String label = column.id().label();
      return Verdict.destructive(
          lock,
          new Finding(
              Rule.REPLACE_COLUMN.slug(),
              label,
              Risk.BREAKING,
              label + " becomes a generated column, and the values in it are lost",
              "Add the generated column under another name, and drop this one later."));
    }
    return carriesPrivileges(dropped.id().kind())
        ? Verdict.noticed(lock, lostGrants(dropped))
        : Verdict.quick(lock);
  }

  private static boolean carriesPrivileges(ObjectKind kind) {
    return switch (kind) {
      case VIEW, MATERIALIZED_VIEW, ROUTINE, SEQUENCE, ENUM, DOMAIN, COMPOSITE -> true;
      case SCHEMA, TABLE, COLUMN, EXTENSION -> true;
      case COLUMN_DEFAULT, CONSTRAINT, INDEX, TRIGGER, OWNERSHIP -> false;
    };
  }

  private static Finding lostGrants(SchemaObject dropped) {
    String label = dropped.id().label();
    return new Finding(
        Rule.REBUILD_LOSES_GRANTS.slug(),
        label,
        Risk.BREAKING,
        label + " is dropped and made again; what was granted on it, and its owner, are lost",
        "Note the privileges before (\\dp in psql) and grant them again right after the apply.");
  }

  private static Finding removal(SchemaObject dropped) {
    String label = dropped.id().label();
    return new Finding(
        rule(dropped.id().kind()).slug(),
        label,
        Risk.BREAKING,
        label + " is removed" + loss(dropped.id().kind()),
        "Make sure that nothing uses it any more and that a backup has what is in it;"
            + " then apply with force.");
  }

  private static String loss(ObjectKind kind) {
    return switch (kind) {
      case TABLE -> ", with all its rows";
      case COLUMN -> ", with the values in it";
      case SEQUENCE -> ", and how far it had counted is forgotten";
      case INDEX -> ", and queries that rely on it get slow";
      case CONSTRAINT, TRIGGER -> ", and what it guarded is no longer guarded";
      default -> "";
    };
  }

  private static Rule rule(ObjectKind kind) {
    return switch (kind) {
      case SCHEMA -> Rule.DROP_SCHEMA;
      case EXTENSION -> Rule.DROP_EXTENSION;
      case ENUM, DOMAIN, COMPOSITE -> Rule.DROP_TYPE;
      case SEQUENCE, OWNERSHIP -> Rule.DROP_SEQUENCE;
      case ROUTINE -> Rule.DROP_ROUTINE;
      case TABLE -> Rule.DROP_TABLE;
      case COLUMN, COLUMN_DEFAULT -> Rule.DROP_COLUMN;
      case VIEW -> Rule.DROP_VIEW;
      case MATERIALIZED_VIEW -> Rule.DROP_MATERIALIZED_VIEW;
      case CONSTRAINT -> Rule.DROP_CONSTRAINT;
      case INDEX -> Rule.DROP_INDEX;
      case TRIGGER -> Rule.DROP_TRIGGER;
    };
  }

  private static @Nullable String lock(ObjectKind kind) {
    return switch (kind) {
      case TABLE,
          COLUMN,
          COLUMN_DEFAULT,
          VIEW,
          MATERIALIZED_VIEW,
          CONSTRAINT,
          INDEX,
          TRIGGER,
          SEQUENCE,
          OWNERSHIP ->
          Lock.ACCESS_EXCLUSIVE;
      case SCHEMA, EXTENSION, ENUM, DOMAIN, COMPOSITE, ROUTINE -> null;
    };
  }
}
