package dev.releaseledger.domain.policy.gate;

import dev.releaseledger.domain.policy.Approvals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The approvals that a plan needs, and those it has.
 *
 * @param required from how many different people
 * @param capacities from how many in each capacity
 * @param signed whether each has to be signed
 * @param validForHours how long each holds, or null
 */
public record Ballot(
    int required,
    SortedMap<String, Integer> capacities,
    boolean signed,
    @Nullable Integer validForHours,
    List<Yes> given) {

  public Ballot {
    capacities = Collections.unmodifiableSortedMap(new TreeMap<>(capacities));
    given = List.copyOf(given);
  }

  /** One person's yes. */
  public record Yes(String actor, Set<String> capacities, boolean signed, Instant at) {
    public Yes {
      capacities = Set.copyOf(capacities);
    }

    /** What it is known by. */
    AnchoredApproval approval() {
      return new AnchoredApproval(actor, at);
    }
  }

  /** The same with some of the approvals only. */
  public Ballot only(Predicate<Yes> kept) {
    List<Yes> those = given.stream().filter(kept).toList();
    return new Ballot(required, capacities, signed, validForHours, those);
  }

  /** The approvals that still hold at an instant. */
  public Ballot at(Instant now) {
    return only(yes -> now.isBefore(end(yes)));
  }

  /** Whether an approval has lapsed. */
  public boolean hasLapsed(Instant now) {
    return given.stream().anyMatch(yes -> !now.isBefore(end(yes)));
  }

  /** How many people it takes: as many as are asked for, and one for each place in a group. */
  public int people() {
    int places =
        capacities.entrySet().stream()
            .filter(entry -> Approvals.isGroup(entry.getKey()))
            .mapToInt(entry -> entry.getValue())
            .sum();
    return Math.max(required, Math.max(places, capacities.isEmpty() ? 0 : 1));
  }

  /** Whether nothing is missing, in whatever capacity. */
  public boolean complete() {
    return missingPeople().isEmpty() && missing(capacity -> !Approvals.isGroup(capacity)).isEmpty();
  }

  /** What is missing of people and of members of groups, in words. */
  public List<String> missingPeople() {
    List<String> missing = new ArrayList<>();
    int people = people() - given.size();
    if (people > 0) {
      missing.add(people == 1 ? "one more approval" : people + " more approvals");
    }
    missing.addAll(missing(Approvals::isGroup));
    if (missing.isEmpty() && !everyPlaceIsTaken()) {
      missing.add("other people: one cannot stand for two groups");
    }
    return missing;
  }

  /** The capacities of a kind in which approvals are missing, in words. */
  public List<String> missing(Predicate<String> kind) {
    List<String> missing = new ArrayList<>();
    capacities.forEach((capacity, count) -> {
      if (kind.test(capacity)) {
        long have = given.stream().filter(yes -> yes.capacities().contains(capacity)).count();
        if (have < count) {
          missing.add(count - have == 1 ? capacity : "%d of %s".formatted(count - have, capacity));
        }
      }
    });
    return missing;
  }

  private Instant end(Yes yes) {
    return validForHours == null ? Instant.MAX : yes.at().plus(Duration.ofHours(validForHours));
  }

  private boolean everyPlaceIsTaken() {
    List<String> places = new ArrayList<>();
    capacities.forEach((capacity, count) -> {
      if (Approvals.isGroup(capacity)) {
        places.addAll(Collections.nCopies(count, capacity));
      }
    });
    return canFill(places, given);
  }

  private static boolean canFill(List<String> places, Collection<Yes> people) {
    if (places.isEmpty()) {
      return true;
    }
    List<String> others = places.subList(1, places.size());
    return people.stream()
        .filter(yes -> yes.capacities().contains(places.getFirst()))
        .anyMatch(yes -> canFill(others, people.stream().filter(it -> it != yes).toList()));
  }
}
