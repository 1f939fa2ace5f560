package dev.releaseledger.evidence.note;

import java.util.List;
import java.util.Set;

/** Which witnesses are enough (C2SP tlog-policy). */
public sealed interface Quorum {

  /** Whether these are enough, by the names that the policy gives them. */
  boolean isMetBy(Set<String> witnesses);

  /** No witness is needed. */
  record None() implements Quorum {

    @Override
    public boolean isMetBy(Set<String> witnesses) {
      return true;
    }
  }

  /**
   * This witness is needed.
   *
   * @param name in the policy
   */
  record One(String name) implements Quorum {

    @Override
    public boolean isMetBy(Set<String> witnesses) {
      return witnesses.contains(name);
    }
  }

  /**
   * So many of the members are needed.
   *
   * @param name in the policy
   * @param needed how many
   * @param members of which
   */
  record Group(String name, int needed, List<Quorum> members) implements Quorum {

    /** Keeps a copy. */
    public Group {
      members = List.copyOf(members);
    }

    @Override
    public boolean isMetBy(Set<String> witnesses) {
      return members.stream().filter(member -> member.isMetBy(witnesses)).count() >= needed;
    }
  }
}
