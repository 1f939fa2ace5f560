package dev.releaseledger.domain.schema;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who owns and may use the objects of a schema, as far as it is no part of the comparison.
 *
 * @param privileges whether privileges are compared, and so are among the objects
 * @param grants the privileges when they are not
 * @param foreign the objects that belong to another role than the one that read them
 */
public record Access(Privileges privileges, List<Grant> grants, SortedSet<ObjectId> foreign) {

  /** Nothing is known, and privileges are not compared. */
  public static final Access UNKNOWN = new Access(Privileges.IGNORED, List.of(), new TreeSet<>());

  public Access {
    grants = List.copyOf(grants);
    foreign = Collections.unmodifiableSortedSet(new TreeSet<>(foreign));
  }

  /** The privileges on an object that are not compared. */
  public List<Grant> on(ObjectId object) {
    return grants.stream().filter(grant -> grant.on().equals(object)).toList();
  }
}
