package dev.releaseledger.domain.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BlameTest {

  private static ObjectId column(String name) {
    return new ObjectId(ObjectKind.COLUMN, name);
  }

  private static Blame.Trace trace(PartKind kind, String part, @Nullable String former) {
    return new Blame.Trace(kind, column(part), former == null ? null : column(former));
  }

  @Test
  void the_newest_version_that_changed_a_part_is_found() {
    Blame<Integer> blame = new Blame<>(List.of(column("t.a"), column("t.b")));

    blame.back(3, List.of(trace(PartKind.CHANGED, "t.a", null)));
    blame.back(2, List.of(trace(PartKind.CHANGED, "t.a", null)));
    assertThat(blame.isDone()).isFalse();
    blame.back(1, List.of(trace(PartKind.ADDED, "t.a", null), trace(PartKind.ADDED, "t.b", null)));

    assertThat(blame.isDone()).isTrue();
    assertThat(blame.found()).containsEntry(column("t.a"), 3).containsEntry(column("t.b"), 1);
  }

  @Test
  void a_part_that_only_followed_a_rename_is_looked_for_under_its_old_name() {
    Blame<Integer> blame = new Blame<>(List.of(column("new.a"), column("new.b")));

    blame.back(
        2,
        List.of(
            trace(PartKind.FOLLOWED, "new.a", "old.a"), trace(PartKind.RENAMED, "new.b", "old.c")));
    blame.back(
        1, List.of(trace(PartKind.ADDED, "old.a", null), trace(PartKind.ADDED, "old.c", null)));

    assertThat(blame.found()).containsEntry(column("new.a"), 1).containsEntry(column("new.b"), 2);
  }

  @Test
  void who_removed_an_earlier_part_of_that_name_did_not_make_this_one() {
    Blame<Integer> blame = new Blame<>(List.of(column("t.a")));

    blame.back(
        2, List.of(trace(PartKind.REMOVED, "t.a", null), trace(PartKind.ADDED, "t.a", null)));

    assertThat(blame.found()).containsEntry(column("t.a"), 2);
  }

  @Test
  void what_no_version_knows_is_not_found() {
    Blame<Integer> blame = new Blame<>(List.of(column("t.a")));

    blame.back(1, List.of(trace(PartKind.ADDED, "t.b", null)));

    assertThat(blame.isDone()).isFalse();
    assertThat(blame.found()).isEmpty();
  }
}
