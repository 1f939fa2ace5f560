package dev.releaseledger.domain.policy.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.policy.Approvals;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BallotTest {

  private static final Instant NOON = Instant.parse("2026-01-20T12:00:00Z");

  /** Each is {@code name} or {@code name:group+group}. */
  private static Ballot ballot(int required, Map<String, Integer> groups, String... given) {
    Map<String, Integer> capacities = new TreeMap<>();
    groups.forEach((group, count) -> capacities.put("group " + group, count));
    return new Ballot(
        required,
        new TreeMap<>(capacities),
        false,
        8,
        Arrays.stream(given).map(BallotTest::yes).toList());
  }

  private static Ballot.Yes yes(String text) {
    String[] parts = text.split(":");
    Set<String> groups =
        parts.length == 1
            ? Set.of()
            : Set.copyOf(Stream.of(parts[1].split("\\+")).map(it -> "group " + it).toList());
    return new Ballot.Yes(parts[0], groups, false, NOON);
  }

  static Stream<Arguments> ballots() {
    return Stream.of(
        Arguments.of(ballot(0, Map.of()), true),
        Arguments.of(ballot(1, Map.of()), false),
        Arguments.of(ballot(1, Map.of(), "ann"), true),
        Arguments.of(ballot(2, Map.of(), "ann"), false),
        Arguments.of(ballot(2, Map.of(), "ann", "bob"), true),
        // A group asks for its own, whoever else said yes.
        Arguments.of(ballot(1, Map.of("sec", 1), "ann"), false),
        Arguments.of(ballot(1, Map.of("sec", 1), "ann:sec"), true),
        Arguments.of(ballot(2, Map.of("sec", 1), "ann:sec"), false),
        Arguments.of(ballot(2, Map.of("sec", 1), "ann:sec", "bob"), true),
        // Two groups are two people, also where one is in both.
        Arguments.of(ballot(1, Map.of("sec", 1, "data", 1), "ann:sec+data"), false),
        Arguments.of(ballot(1, Map.of("sec", 1, "data", 1), "ann:sec+data", "bob"), false),
        Arguments.of(ballot(1, Map.of("sec", 1, "data", 1), "ann:sec+data", "bob:sec"), true),
        Arguments.of(ballot(1, Map.of("sec", 1, "data", 1), "bob:sec", "ann:sec+data"), true),
        Arguments.of(ballot(1, Map.of("sec", 2), "ann:sec", "bob"), false),
        Arguments.of(ballot(1, Map.of("sec", 2), "ann:sec", "bob:sec"), true),
        Arguments.of(ballot(0, Map.of("a", 1, "b", 1, "c", 1), "x:a+b", "y:a+b", "z:a+b"), false),
        Arguments.of(ballot(0, Map.of("a", 1, "b", 1, "c", 1), "x:a+b", "y:a", "z:b+c"), true));
  }

  @ParameterizedTest
  @MethodSource("ballots")
  void it_is_complete_when_every_place_has_a_person_of_its_own(Ballot ballot, boolean complete) {
    assertThat(ballot.complete()).isEqualTo(complete);
    assertThat(ballot.missingPeople().isEmpty()).isEqualTo(complete);
  }

  @Test
  void what_is_missing_is_told_in_words() {
    assertThat(ballot(3, Map.of("sec", 1), "ann").missingPeople())
        .containsExactly("2 more approvals", "group sec");
    assertThat(ballot(1, Map.of("sec", 3), "ann:sec", "bob", "cyd").missingPeople())
        .containsExactly("2 of group sec");
    assertThat(ballot(1, Map.of("sec", 1, "data", 1), "ann:sec+data", "bob").missingPeople())
        .containsExactly("other people: one cannot stand for two groups");
  }

  @Test
  void an_owner_may_be_anybody_among_them() {
    Ballot ballot =
        new Ballot(
            1,
            new TreeMap<>(Map.of("owner of public.users", 1, "authority", 1)),
            false,
            null,
            List.of(
                new Ballot.Yes("ann", Set.of("owner of public.users", "authority"), false, NOON)));
    assertThat(ballot.complete()).isTrue();
    assertThat(ballot.people()).isEqualTo(1);
    assertThat(ballot.missing(Approvals::isOwner)).isEmpty();
  }

  @Test
  void an_approval_holds_for_its_time_and_not_a_moment_longer() {
    Ballot ballot = ballot(1, Map.of(), "ann");
    Instant end = NOON.plus(Duration.ofHours(8));
    assertThat(ballot.at(end.minusMillis(1)).complete()).isTrue();
    assertThat(ballot.at(end).complete()).isFalse();
    assertThat(ballot.hasLapsed(end.minusMillis(1))).isFalse();
    assertThat(ballot.hasLapsed(end)).isTrue();
  }
}
