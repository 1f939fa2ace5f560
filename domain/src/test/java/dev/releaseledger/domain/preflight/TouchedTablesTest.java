package dev.releaseledger.domain.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.ConstraintType;
import dev.releaseledger.domain.schema.Dependency;
import dev.releaseledger.domain.schema.DomainType;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TouchedTablesTest {

  private static final Table ONE = new Table("public.one", null);
  private static final Table TWO = new Table("public.two", null);
  private static final Table NEW = new Table("public.new", null);
  private static final Constraint KEY =
      new Constraint("public.one", "k", ConstraintType.FOREIGN_KEY, "FOREIGN KEY ...", true, null);

  @Test
  void a_table_is_touched_when_a_part_of_it_differs_and_a_new_one_is_not() {
    Schema base = schema(List.of(), ONE, TWO);
    Schema target = schema(List.of(), ONE, TWO, NEW, Columns.of("public.two", "c", "text"));
    assertThat(TouchedTables.between(base, target)).containsExactly("public.two");
  }

  @Test
  void a_new_foreign_key_touches_the_table_it_refers_to() {
    Schema base = schema(List.of(), ONE, TWO);
    Schema target = schema(List.of(new Dependency(KEY.id(), TWO.id())), ONE, TWO, KEY);
    assertThat(TouchedTables.between(base, target)).containsExactly("public.one", "public.two");
  }

  @Test
  void a_type_that_differs_touches_the_tables_that_use_it() {
    var column = Columns.of("public.one", "c", "public.d");
    List<Dependency> uses = List.of(new Dependency(column.id(), domain(false, null).id()));
    Schema base = schema(uses, ONE, TWO, column, domain(false, null));
    Schema target = schema(uses, ONE, TWO, column, domain(true, null));
    assertThat(TouchedTables.between(base, target)).containsExactly("public.one");
  }

  @Test
  void a_comment_touches_nothing() {
    Schema base = schema(List.of(), ONE, domain(false, null));
    Schema target = schema(List.of(), ONE.commented("words"), domain(false, "words"));
    assertThat(TouchedTables.between(base, target)).isEmpty();
  }

  private static DomainType domain(boolean notNull, @Nullable String comment) {
    return new DomainType("public.d", "text", notNull, null, null, List.of(), comment);
  }

  private static Schema schema(List<Dependency> dependencies, SchemaObject... objects) {
    List<SchemaObject> all = new ArrayList<>(Schema.empty().objects().values());
    all.addAll(Arrays.asList(objects));
    return Schema.of(all, dependencies);
  }
}
