package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.schema.Attribute;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.CompositeType;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.DomainType;
import dev.releaseledger.domain.schema.EnumType;
import dev.releaseledger.domain.schema.Grant;
import dev.releaseledger.domain.schema.Index;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Sequence;
import dev.releaseledger.domain.schema.Table;
import dev.releaseledger.domain.schema.Trigger;
import org.jspecify.annotations.Nullable;

/** What a statement does, as a value, so that rules can judge it without reading SQL. */
public sealed interface Operation {

  /** The object it is about. */
  ObjectId object();

  /** Whether the server does it inside of a transaction. */
  default boolean inTransaction() {
    return switch (this) {
      case Create it -> it.way() != Way.CONCURRENTLY;
      case Drop it -> it.way() != Way.CONCURRENTLY;
      case Set it -> it.setting() != Setting.CONCURRENT_DETACHMENT;
      case BuildKey _ -> false;
      default -> true;
    };
  }

  /**
   * Makes an object.
   *
   * @param rebuilt whether the base has it too, and it comes back after something under it changed
   */
  record Create(SchemaObject made, boolean rebuilt, Way way) implements Operation {

    /** Makes it in one statement. */
    public Create(SchemaObject made, boolean rebuilt) {
      this(made, rebuilt, Way.AT_ONCE);
    }

    @Override
    public ObjectId object() {
      return made.id();
    }
  }

  /** Takes an object away, for good or to make it anew. */
  record Drop(SchemaObject dropped, boolean rebuilt, Way way) implements Operation {

    /** Takes it away in one statement. */
    public Drop(SchemaObject dropped, boolean rebuilt) {
      this(dropped, rebuilt, Way.AT_ONCE);
    }

    @Override
    public ObjectId object() {
      return dropped.id();
    }
  }

  /** Puts a new definition in the place of the old one, which dependents do not notice. */
  record Replace(SchemaObject base, SchemaObject target) implements Operation {
    @Override
    public ObjectId object() {
      return target.id();
    }
  }

  /** Changes the type or the collation of a column. */
  record ChangeType(Column base, Column target, TypeChange change) implements Operation {
    @Override
    public ObjectId object() {
      return target.id();
    }
  }

  /**
   * Lets a column refuse NULL.
   *
   * @param proven whether it is known by then that no row has one
   */
  record SetNotNull(Column column, boolean proven) implements Operation {

    /** Lets a column refuse NULL after a look at every row. */
    public SetNotNull(Column column) {
      this(column, false);
    }

    @Override
    public ObjectId object() {
      return column.id();
    }
  }

  /**
   * Refuses NULL in a column from now on, and leaves the rows that are there for later: by a check
   * that serves as proof, or from PostgreSQL 18 on by the constraint itself.
   */
  record RefuseNull(Column column) implements Operation {
    @Override
    public ObjectId object() {
      return column.id();
    }
  }

  /** Looks for NULL in the rows of a column that refuses it already. */
  record ProveNotNull(Column column) implements Operation {
    @Override
    public ObjectId object() {
      return column.id();
    }
  }

  /** Keeps rows that come to a table within the bound it is to have as a partition. */
  record RefuseOutside(Table partition) implements Operation {
    @Override
    public ObjectId object() {
      return partition.id();
    }
  }

  /** Looks for rows that are not within the bound. */
  record ProveWithin(Table partition) implements Operation {
    @Override
    public ObjectId object() {
      return partition.id();
    }
  }

  /** Takes the check away that has served as proof. */
  record DropProof(SchemaObject proven) implements Operation {
    @Override
    public ObjectId object() {
      return proven.id();
    }
  }

  /** Builds the index of a key, outside of a transaction. */
  record BuildKey(Constraint key) implements Operation {
    @Override
    public ObjectId object() {
      return key.id();
    }
  }

  /** Gives an index that was built beside the old one the old one's name. */
  record TakeName(Index index) implements Operation {
    @Override
    public ObjectId object() {
      return index.id();
    }
  }

  /** Lets a column accept NULL. */
  record DropNotNull(Column column) implements Operation {
    @Override
    public ObjectId object() {
      return column.id();
    }
  }

  /** Sets or drops the default of a column. */
  record ChangeDefault(Column column) implements Operation {
    @Override
    public ObjectId object() {
      return column.id();
    }
  }

  /** Makes a column an identity column, changes how it counts, or makes it a plain one. */
  record ChangeIdentity(Column base, Column target) implements Operation {
    @Override
    public ObjectId object() {
      return target.id();
    }
  }

  /** Makes a generated column a plain one that keeps its values. */
  record DropExpression(Column column) implements Operation {
    @Override
    public ObjectId object() {
      return column.id();
    }
  }

  /** Checks what is there against a constraint that was not valid yet. */
  record Validate(Constraint constraint) implements Operation {
    @Override
    public ObjectId object() {
      return constraint.id();
    }
  }

  /** Adds a label to an enum. */
  record AddLabel(EnumType target, String label) implements Operation {
    @Override
    public ObjectId object() {
      return target.id();
    }
  }

  /** Takes an attribute out of a composite type. */
  record DropAttribute(CompositeType target, Attribute attribute) implements Operation {
    @Override
    public ObjectId object() {
      return target.id();
    }
  }

  /**
   * Makes a type anew under its name while columns keep their values.
   *
   * @param last whether this takes the old one away, which ends it
   */
  record ReplaceType(SchemaObject base, SchemaObject target, boolean last) implements Operation {
    @Override
    public ObjectId object() {
      return target.id();
    }
  }

  /** Moves the values of a column from a type that goes to the one that takes its place. */
  record ConvertColumn(Column column, SchemaObject base, SchemaObject target, TypeChange change)
      implements Operation {
    @Override
    public ObjectId object() {
      return column.id();
    }
  }

  /**
   * Changes an object in place by its own ALTER: a sequence, a domain, a composite, an extension.
   */
  record Change(SchemaObject base, SchemaObject target) implements Operation {
    @Override
    public ObjectId object() {
      return target.id();
    }
  }

  /** Says something else about an object than what it is: how it is stored, sampled or guarded. */
  record Set(SchemaObject target, Setting setting) implements Operation {
    @Override
    public ObjectId object() {
      return target.id();
    }
  }

  /** Makes a domain stricter than it was. */
  record TightenDomain(DomainType target) implements Operation {
    @Override
    public ObjectId object() {
      return target.id();
    }
  }

  /** Ties a sequence to a column, or unties it. */
  record OwnSequence(Sequence sequence) implements Operation {
    @Override
    public ObjectId object() {
      return sequence.id();
    }
  }

  /** Changes when a trigger fires. */
  record SetTriggerState(Trigger trigger) implements Operation {
    @Override
    public ObjectId object() {
      return trigger.id();
    }
  }

  /** Lets a role do something with an object. */
  record Allow(Grant grant) implements Operation {
    @Override
    public ObjectId object() {
      return grant.id();
    }
  }

  /**
   * Takes from a role what it could do with an object.
   *
   * @param rebuilt whether it only undoes what came with a new object by default
   */
  record Revoke(Grant grant, boolean rebuilt) implements Operation {
    @Override
    public ObjectId object() {
      return grant.id();
    }
  }

  /**
   * Gives an object another name, or a label or attribute of it.
   *
   * @param object by its new name
   * @param former the same object by its old name
   */
  record Rename(ObjectId object, ObjectId former, @Nullable String part) implements Operation {}

  /** Writes or removes a comment. */
  record SetComment(ObjectId object) implements Operation {}

  /** Writes or removes the comment on the index of a constraint. */
  record SetIndexComment(Constraint constraint) implements Operation {
    @Override
    public ObjectId object() {
      return constraint.id();
    }
  }
}
