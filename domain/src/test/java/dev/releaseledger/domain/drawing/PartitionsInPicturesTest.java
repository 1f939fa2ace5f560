package dev.releaseledger.domain.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.ConstraintType;
import dev.releaseledger.domain.schema.PartitionBound;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Partitions are drawn as the table that they are a part of, whatever refers to them. */
class PartitionsInPicturesTest {

  private static final Diagram DIAGRAM =
      Diagram.of(
          Schema.of(
              List.of(
                  table("public.users", null),
                  column("public.users"),
                  table("public.orders", null),
                  column("public.orders"),
                  table("public.orders_1", "public.orders"),
                  column("public.orders_1"),
                  table("public.orders_1_1", "public.orders_1"),
                  column("public.orders_1_1"),
                  table("public.notes", null),
                  column("public.notes"),
                  key("public.orders", "of_all", "public.users", null),
                  key("public.orders_1", "of_all", "public.users", "public.orders.of_all"),
                  key("public.orders_1_1", "of_one", "public.users", null),
                  key("public.notes", "on_one", "public.orders_1", null)),
              List.of()));

  @Test
  void keys_of_a_partition_and_to_one_are_drawn_once() {
    assertThat(DIAGRAM.relations())
        .extracting(Relation::name, Relation::child, Relation::parent, Relation::optional)
        .containsExactlyInAnyOrder(
            tuple("of_all", "public.orders", "public.users", false),
            tuple("of_one", "public.orders", "public.users", true),
            tuple("on_one", "public.notes", "public.orders", false));
  }

  @Test
  void partitions_of_partitions_count() {
    assertThat(DIAGRAM.entities())
        .filteredOn(it -> it.table().equals("public.orders"))
        .extracting(Entity::partitions)
        .containsExactly(2);
  }

  @Test
  void around_a_partition_is_around_its_table() {
    assertThat(DIAGRAM.around(List.of("public.orders_1_1")))
        .isEqualTo(DIAGRAM.around(List.of("public.orders")));
    assertThat(DIAGRAM.around(List.of("public.orders")).entities()).hasSize(3);
  }

  private static Table table(String name, @Nullable String parent) {
    return new Table(
        name,
        null,
        null,
        null,
        parent == null ? null : new PartitionBound(parent, "DEFAULT"),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static Column column(String table) {
    return new Column(table, "id", "bigint", true, null, null, null, null, null);
  }

  private static SchemaObject key(
      String table, String name, String parent, @Nullable String partOf) {
    return new Constraint(
        table,
        name,
        ConstraintType.FOREIGN_KEY,
        "FOREIGN KEY (id) REFERENCES " + parent + "(id)",
        true,
        null,
        null,
        partOf,
        null);
  }
}
