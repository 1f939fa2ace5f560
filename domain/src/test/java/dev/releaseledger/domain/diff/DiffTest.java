package dev.releaseledger.domain.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.schema.Attribute;
import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.EnumType;
import dev.releaseledger.domain.schema.Index;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import dev.releaseledger.domain.schema.Table;
import dev.releaseledger.domain.schema.UnreadObject;
import dev.releaseledger.domain.schema.View;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DiffTest {

  private static final Table TABLE = new Table("public.t", null);
  private static final Column NUMBER = column("c", "integer", false);

  @Test
  void a_schema_does_not_differ_from_itself() {
    Schema schema = schema(TABLE, NUMBER);
    assertThat(Diff.between(schema, schema).isEmpty()).isTrue();
    assertThat(Diff.differences(schema, schema)).isEmpty();
  }

  @Test
  void changes_are_told_from_the_base_to_the_target() {
    Column wider = column("c", "bigint", false);
    Column added = column("d", "text", false);
    Index removed = new Index("public.i", TABLE.id(), "CREATE INDEX i ON public.t (c)", true, null);
    assertThat(Diff.between(schema(TABLE, NUMBER, removed), schema(TABLE, wider, added)).changes())
        .containsExactly(
            new Change.Altered(NUMBER, wider),
            new Change.Added(added),
            new Change.Removed(removed));
  }

  @Test
  void an_extra_column_is_named_with_its_table() {
    assertThat(texts(schema(TABLE), schema(TABLE, NUMBER)))
        .containsExactly("extra column public.t.c");
  }

  @Test
  void a_missing_table_is_told_once_and_not_column_by_column() {
    assertThat(texts(schema(TABLE, NUMBER), schema())).containsExactly("missing table public.t");
  }

  @Test
  void a_changed_type_says_which_side_has_what() {
    assertThat(texts(schema(TABLE, NUMBER), schema(TABLE, column("c", "bigint", false))))
        .containsExactly("column public.t.c: type expected integer, found bigint");
  }

  @Test
  void each_changed_aspect_is_told() {
    Column found = new Column("public.t", "c", "integer", true, "7", null, null, null, "seven");
    assertThat(texts(schema(TABLE, NUMBER), schema(TABLE, found)))
        .containsExactly(
            "column public.t.c: comment expected none, found seven",
            "column public.t.c: default expected none, found 7",
            "column public.t.c: NOT NULL expected no, found yes");
  }

  @Test
  void lists_are_told_readably() {
    EnumType wanted = new EnumType("public.mood", List.of("sad", "ok"), null);
    EnumType found = new EnumType("public.mood", List.of("ok"), null);
    assertThat(texts(schema(wanted), schema(found)))
        .containsExactly("enum public.mood: labels expected sad, ok, found ok");
  }

  @Test
  void what_words_would_hide_is_told_all_the_same() {
    EnumType wanted = new EnumType("public.mood", List.of("sad, ok"), null);
    EnumType found = new EnumType("public.mood", List.of("sad", "ok"), null);
    assertThat(texts(schema(wanted), schema(found))).hasSize(1);
  }

  @Test
  void the_comment_on_a_column_of_a_view_is_told() {
    assertThat(texts(schema(view(null)), schema(view("how many"))))
        .containsExactly("view public.v: columns expected n bigint, found n bigint (how many)");
  }

  @Test
  void something_that_is_not_covered_is_drift_too() {
    Schema found =
        new Schema(
            schema().objects(),
            new TreeSet<>(),
            new TreeMap<>(),
            List.of(new UnreadObject("policy", "public.t.p", "row security is not covered")));
    assertThat(texts(schema(), found)).containsExactly("extra policy public.t.p");
  }

  private static View view(@Nullable String comment) {
    Attribute column = new Attribute("n", "bigint", null, comment);
    return new View("public.v", "SELECT 1", List.of(), List.of(column), null);
  }

  private static List<String> texts(Schema expected, Schema observed) {
    return Diff.differences(expected, observed).stream().map(Difference::text).toList();
  }

  private static Schema schema(SchemaObject... objects) {
    return Schema.of(List.of(objects), List.of());
  }

  private static Column column(String name, String type, boolean notNull) {
    return new Column("public.t", name, type, notNull, null, null, null, null, null);
  }
}
