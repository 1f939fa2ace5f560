package dev.releaseledger.domain.policy;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who has to be among those who approve a plan.
 *
 * @param groups how many members of a group, each a different person
 * @param owners who answers for the tables of a pattern, owners and delegates: groups, or actors as
 *     {@code actor:NAME}
 * @param authority the few without one of whom nothing is approved: groups, or actors as {@code
 *     actor:NAME}
 * @param validForHours how long an approval holds, or null for as long as its plan
 * @param signed whether an approval has to carry a signature of the digest
 */
public record Approvals(
    SortedMap<String, Integer> groups,
    SortedMap<String, List<String>> owners,
    List<String> authority,
    @Nullable Integer validForHours,
    boolean signed) {

  /** Whoever may approve at all. */
  public static final Approvals ANYBODY =
      new Approvals(new TreeMap<>(), new TreeMap<>(), List.of(), null, false);

  /** The capacity of one of the authority. */
  public static final String AUTHORITY = "authority";

  private static final String ACTOR = "actor:";
  private static final String GROUP = "group ";
  private static final String OWNER = "owner of ";

  public Approvals {
    groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
    owners = Collections.unmodifiableSortedMap(new TreeMap<>(owners));
    authority = List.copyOf(authority);
  }

  /** In which capacities that matter here a person of this name, in these groups, approves. */
  public SortedSet<String> capacities(String name, Collection<String> memberOf) {
    SortedSet<String> all = new TreeSet<>();
    groups.keySet().stream().filter(memberOf::contains).forEach(group -> all.add(GROUP + group));
    owners.forEach((tables, who) -> {
      if (isAmong(who, name, memberOf)) {
        all.add(OWNER + tables);
      }
    });
    if (isAmong(authority, name, memberOf)) {
      all.add(AUTHORITY);
    }
    return all;
  }

  /** How many approvals a plan that touches these tables needs in each capacity. */
  public SortedMap<String, Integer> needed(Collection<String> tables) {
    SortedMap<String, Integer> needed = new TreeMap<>();
    groups.forEach((group, count) -> needed.put(GROUP + group, count));
    for (String pattern : owners.keySet()) {
      if (tables.stream().anyMatch(table -> TableNames.matches(pattern, table))) {
        needed.put(OWNER + pattern, 1);
      }
    }
    if (!authority.isEmpty()) {
      needed.put(AUTHORITY, 1);
    }
    return needed;
  }

  /** The names of the actors that are named, each one and not as members of a group. */
  public SortedSet<String> namedActors() {
    SortedSet<String> names = new TreeSet<>();
    Stream.concat(authority.stream(), owners.values().stream().flatMap(List::stream))
        .filter(entry -> entry.startsWith(ACTOR))
        .forEach(entry -> names.add(entry.substring(ACTOR.length())));
    return names;
  }

  /** Whether a capacity is that of a group, whose members have to be different people. */
  public static boolean isGroup(String capacity) {
    return capacity.startsWith(GROUP);
  }

  /** Whether a capacity is that of an owner. */
  public static boolean isOwner(String capacity) {
    return capacity.startsWith(OWNER);
  }

  private static boolean isAmong(List<String> who, String name, Collection<String> memberOf) {
    return who.contains(ACTOR + name) || who.stream().anyMatch(memberOf::contains);
  }
}
