package dev.releaseledger.domain.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.plan.Rename;
import dev.releaseledger.domain.plan.Renaming;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.risk.Planning;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Schema;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ContinuityTest {

  private static Continuity step(String... nowAndBefore) {
    TreeMap<ObjectId, ObjectId> former = new TreeMap<>();
    for (int i = 0; i < nowAndBefore.length; i += 2) {
      former.put(table(nowAndBefore[i]), table(nowAndBefore[i + 1]));
    }
    return new Continuity(former);
  }

  private static ObjectId table(String name) {
    return new ObjectId(ObjectKind.TABLE, name);
  }

  @Test
  void two_steps_are_one() {
    assertThat(step("c", "b").after(step("b", "a"))).isEqualTo(step("c", "a"));
    assertThat(step("y", "x").after(step("b", "a"))).isEqualTo(step("y", "x", "b", "a"));
  }

  @Test
  void there_and_back_is_no_step() {
    assertThat(step("a", "b").after(step("b", "a"))).isEqualTo(Continuity.NONE);
    assertThat(step("b", "a").inverse().after(step("b", "a")).isEmpty()).isTrue();
  }

  @Test
  void names_that_change_places_do_so_over_two_steps() {
    Continuity swapped = step("a", "b", "b", "a");

    assertThat(swapped.after(swapped)).isEqualTo(Continuity.NONE);
    assertThat(swapped.inverse()).isEqualTo(swapped);
  }

  @Test
  void a_name_that_was_taken_again_is_not_what_was_called_so_before() {
    // a went on as b; what is called a now is another one, and went on as c.
    assertThat(step("c", "a").after(step("b", "a"))).isEqualTo(step("b", "a", "c", "a"));
  }

  @Test
  void the_renames_of_a_plan_are_found_in_its_steps() {
    Schema base =
        Lives.schema(
            Lives.table("public.users"), Lives.column("public.users", "\"to\"", "integer"));
    Schema target =
        Lives.schema(
            Lives.table("public.\"Big users\""),
            Lives.column("public.\"Big users\"", "\"from to\"", "integer"));
    List<Rename> declared =
        List.of(
            Lives.renamed(ObjectKind.TABLE, "public.\"Big users\"", "users"),
            Lives.renamed(ObjectKind.COLUMN, "public.\"Big users\".\"from to\"", "to"));
    SchemaPlan plan =
        Planning.plan(
            base,
            Renaming.of(declared, base, target),
            target,
            target,
            PlanSettings.defaults(),
            new TreeSet<>());

    assertThat(PlannedRenames.of(plan)).containsExactlyInAnyOrderElementsOf(declared);
    assertThat(Continuity.of(PlannedRenames.of(plan), base, target).former())
        .containsEntry(table("public.\"Big users\""), table("public.users"))
        .hasSize(2);
  }
}
