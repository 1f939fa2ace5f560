package dev.releaseledger.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ApprovalsTest {

  private static final Approvals APPROVALS =
      new Approvals(
          new TreeMap<>(Map.of("security", 2)),
          new TreeMap<>(
              Map.of(
                  "public.users", List.of("actor:olga", "team-data"),
                  "billing.*", List.of("team-money"))),
          List.of("actor:robert", "release-managers"),
          null,
          false);

  @Test
  void a_person_approves_in_every_capacity_that_is_theirs() {
    assertThat(APPROVALS.capacities("olga", List.of("security")))
        .containsExactly("group security", "owner of public.users");
    assertThat(APPROVALS.capacities("dan", List.of("team-data", "team-money")))
        .containsExactly("owner of billing.*", "owner of public.users");
    assertThat(APPROVALS.capacities("robert", List.of())).containsExactly("authority");
    assertThat(APPROVALS.capacities("eve", List.of("release-managers")))
        .containsExactly("authority");
  }

  @Test
  void who_is_called_as_a_group_is_not_in_it_and_a_group_called_as_somebody_is_not_that_person() {
    assertThat(APPROVALS.capacities("release-managers", List.of())).isEmpty();
    assertThat(APPROVALS.capacities("team-data", List.of())).isEmpty();
    assertThat(APPROVALS.capacities("eve", List.of("robert", "olga"))).isEmpty();
  }

  @Test
  void what_is_needed_follows_from_the_tables() {
    assertThat(APPROVALS.needed(List.of("public.pets")))
        .isEqualTo(Map.of("group security", 2, "authority", 1));
    assertThat(APPROVALS.needed(List.of("billing.bills", "public.users")))
        .containsEntry("owner of billing.*", 1)
        .containsEntry("owner of public.users", 1);
  }

  @Test
  void actors_that_are_named_are_told() {
    assertThat(APPROVALS.namedActors()).containsExactly("olga", "robert");
  }
}
