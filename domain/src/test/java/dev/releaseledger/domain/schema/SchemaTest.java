package dev.releaseledger.domain.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SchemaTest {

  private static final Table TABLE = new Table("public.t", null);

  @Test
  void the_fingerprint_does_not_depend_on_the_order_of_declaration() {
    Schema one = Schema.of(List.of(TABLE, column("a", "integer"), column("b", "text")), List.of());
    Schema other =
        Schema.of(List.of(column("b", "text"), column("a", "integer"), TABLE), List.of());
    assertThat(one.fingerprint()).isEqualTo(other.fingerprint());
    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
  }

  @Test
  void the_fingerprint_does_not_depend_on_dependencies() {
    Column a = column("a", "integer");
    Schema one = Schema.of(List.of(TABLE, a), List.of());
    Schema other = Schema.of(List.of(TABLE, a), List.of(new Dependency(a.id(), TABLE.id())));
    assertThat(one.fingerprint()).isEqualTo(other.fingerprint());
  }

  @Test
  void the_fingerprint_changes_with_any_part_of_an_object() {
    Schema one = Schema.of(List.of(TABLE, column("a", "integer")), List.of());
    Schema other = Schema.of(List.of(TABLE, column("a", "bigint")), List.of());
    Schema commented = Schema.of(List.of(TABLE.commented("x"), column("a", "integer")), List.of());
    assertThat(List.of(one.fingerprint(), other.fingerprint(), commented.fingerprint()))
        .doesNotHaveDuplicates();
  }

  @Test
  void what_is_not_covered_is_part_of_the_fingerprint() {
    Schema clean = Schema.empty();
    Schema unread =
        new Schema(
            clean.objects(),
            new TreeSet<>(),
            new TreeMap<>(),
            List.of(new UnreadObject("policy", "public.t.p", "not covered")));
    assertThat(unread.fingerprint()).isNotEqualTo(clean.fingerprint());
  }

  @Test
  void a_new_database_has_a_public_schema_and_nothing_else() {
    assertThat(Schema.empty().objects().keySet())
        .extracting(ObjectId::label)
        .containsExactly("schema public");
    assertThat(Schema.empty().isEmpty()).isTrue();
  }

  @Test
  void two_objects_of_one_name_are_refused() {
    assertThatThrownBy(() -> Schema.of(List.of(TABLE, TABLE), List.of()))
        .hasMessage("twice in one schema: table public.t");
  }

  @Test
  void columns_keep_the_order_they_have() {
    Schema schema = Schema.of(List.of(TABLE, column("z", "text"), column("a", "text")), List.of());
    assertThat(schema.columnsOf("public.t")).extracting(Column::name).containsExactly("z", "a");
  }

  @Test
  void an_object_id_can_be_read_back() {
    ObjectId id = new ObjectId(ObjectKind.MATERIALIZED_VIEW, "public.\"a b\"");
    assertThat(ObjectId.parse(id.toString())).isEqualTo(id);
  }

  @Test
  void a_fingerprint_must_look_like_one() {
    assertThatThrownBy(() -> new Fingerprint("sha256:xyz"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Fingerprint.ofBytes(new byte[0]).value())
        .isEqualTo("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  private static Column column(String name, String type) {
    return new Column("public.t", name, type, false, null, null, null, null, null);
  }

  @Test
  void a_name_says_which_schema_it_is_in() {
    assertThat(ObjectId.parse("table \"a.\"\"b\".t").namespace()).isEqualTo("\"a.\"\"b\"");
    assertThat(ObjectId.parse("routine public.f(a.b)").namespace()).isEqualTo("public");
    assertThat(ObjectId.parse("extension \"x.y\"").namespace()).isNull();
  }
}
