package dev.releaseledger.app.postgres;

import dev.releaseledger.app.postgres.Rows.Row;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.ConstraintType;
import dev.releaseledger.domain.schema.DomainConstraint;
import dev.releaseledger.domain.schema.Index;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.Policy;
import dev.releaseledger.domain.schema.RewriteRule;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Trigger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads what stands on a relation: its constraints, indexes, triggers, rules and policies. */
final class OnRelations {

  private final CatalogNames names;
  private final Consumer<SchemaObject> objects;
  private final Map<Long, List<DomainConstraint>> domainConstraints = new HashMap<>();

  OnRelations(CatalogNames names, Consumer<SchemaObject> objects) {
    this.names = names;
    this.objects = objects;
  }

  void read(Rows rows) throws SQLException {
    rows.each("constraints", this::constraint);
    rows.each("indexes", this::index);
    rows.each("triggers", this::trigger);
    rows.each("rules", this::rule);
    rows.each("policies", this::policy);
  }

  List<DomainConstraint> ofDomain(long oid) {
    return domainConstraints.getOrDefault(oid, List.of());
  }

  private void constraint(Row row) throws SQLException {
    long domain = row.number("domain");
    String name = row.text("name");
    if (domain != 0) {
      domainConstraints
          .computeIfAbsent(domain, key -> new ArrayList<>())
          .add(
              new DomainConstraint(
                  name, row.text("definition"), row.flag("validated"), row.orNull("comment")));
      names.alias("pg_constraint", row.number("oid"), "pg_type", domain);
      return;
    }
    ObjectId table = names.find("pg_class", row.number("relation"));
    if (table == null) {
      return;
    }
    ConstraintType type = CatalogCodes.constraintType(row.text("type"));
    Constraint constraint =
        new Constraint(
            table.identity(),
            name,
            type,
            row.text("definition"),
            row.flag("validated"),
            Storages.index(row),
            row.orNull("index_comment"),
            row.orNull("part_of"),
            row.orNull("comment"));
    names.put("pg_constraint", row.number("oid"), constraint.id());
    if (type != ConstraintType.FOREIGN_KEY) {
      names.put("pg_class", row.number("index_oid"), constraint.id());
    }
    objects.accept(constraint);
  }

  private void index(Row row) throws SQLException {
    ObjectId relation = names.find("pg_class", row.number("relation"));
    if (relation == null) {
      return;
    }
    Index index =
        new Index(
            row.text("name"),
            relation,
            row.text("definition"),
            row.flag("valid"),
            Storages.index(row),
            row.orNull("part_of"),
            row.orNull("comment"));
    names.put("pg_class", row.number("oid"), index.id());
    objects.accept(index);
  }

  private void trigger(Row row) throws SQLException {
    ObjectId relation = names.find("pg_class", row.number("relation"));
    if (relation == null) {
      return;
    }
    Trigger trigger =
        new Trigger(
            row.text("name"),
            relation,
            row.text("definition"),
            CatalogCodes.triggerState(row.text("state")),
            row.orNull("comment"));
    names.put("pg_trigger", row.number("oid"), trigger.id());
    objects.accept(trigger);
  }

  private void rule(Row row) throws SQLException {
    ObjectId relation = names.find("pg_class", row.number("relation"));
    if (relation == null) {
      return;
    }
    RewriteRule rule =
        new RewriteRule(
            row.text("name"),
            relation,
            CatalogCodes.query(row.text("definition")),
            CatalogCodes.triggerState(row.text("state")),
            row.orNull("comment"));
    names.put("pg_rewrite", row.number("oid"), rule.id());
    objects.accept(rule);
  }

  private void policy(Row row) throws SQLException {
    ObjectId table = names.find("pg_class", row.number("relation"));
    if (table != null) {
      Policy policy = Storages.policy(row, table.identity());
      names.put("pg_policy", row.number("oid"), policy.id());
      objects.accept(policy);
    }
  }
}
