package dev.releaseledger.domain.plan;

import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.UnreadObject;
import java.util.List;

/** Why no sequence of statements leads from the base to the target. */
public sealed interface Obstacle {

  /** The object in the way, in words. */
  String object();

  /** Something on one side that the model does not cover. */
  record Unread(UnreadObject thing, String side) implements Obstacle {
    @Override
    public String object() {
      return thing.kind() + " " + thing.name();
    }
  }

  /** A type change that no cast does by itself, without a declared conversion. */
  record NeedsConversion(Column base, Column target) implements Obstacle {
    @Override
    public String object() {
      return target.id().label();
    }
  }

  /** Something that would have to be made anew, while something that holds data uses it. */
  record InUse(ObjectId used, ObjectId by) implements Obstacle {
    @Override
    public String object() {
      return used.label();
    }
  }

  /** A declared rename, while both names are in use. */
  record BothNames(ObjectId renamed, String former) implements Obstacle {
    @Override
    public String object() {
      return renamed.label();
    }
  }

  /** Objects that need each other in a way that no order of statements satisfies. */
  record Cycle(List<ObjectId> members) implements Obstacle {
    @Override
    public String object() {
      return members.getFirst().label();
    }
  }

  /**
   * A view that counts the columns of a table, which will be in another order than is declared.
   *
   * @param reached the order that the table will have
   */
  record CountsColumns(ObjectId view, ObjectId table, List<String> reached, List<String> declared)
      implements Obstacle {

    public CountsColumns {
      reached = List.copyOf(reached);
      declared = List.copyOf(declared);
    }

    @Override
    public String object() {
      return view.label();
    }
  }

  /**
   * A change that the server can make only from a later version on.
   *
   * @param since the first version that has a statement for it
   */
  record NeedsNewerServer(ObjectId id, String what, int since, int version) implements Obstacle {
    @Override
    public String object() {
      return id.label();
    }
  }
}
