package dev.releaseledger.domain.access;

import java.util.Locale;

/**
 * Who has a role: an actor by its id, or everybody in a group by the group's name.
 *
 * @param id the actor's opaque id, or the name of the group
 */
public record Subject(Kind kind, String id) {

  /** What can have a role. */
  public enum Kind {
    ACTOR,
    GROUP;

    /** The word used in events and on the wire. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** An actor. */
  public static Subject actor(String id) {
    return new Subject(Kind.ACTOR, id);
  }

  /** A group. */
  public static Subject group(String name) {
    return new Subject(Kind.GROUP, name);
  }

  /** Read back from the word of its kind. */
  public static Subject of(String kind, String id) {
    return new Subject(Kind.valueOf(kind.toUpperCase(Locale.ROOT)), id);
  }

  @Override
  public String toString() {
    return kind == Kind.GROUP ? "group " + id : id;
  }
}
