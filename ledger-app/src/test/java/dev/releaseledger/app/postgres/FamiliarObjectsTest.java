package dev.releaseledger.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Namespace;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.ObjectKind;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Schemas read one after the other are what they are when each is read by itself. */
class FamiliarObjectsTest {

  private final FamiliarObjects familiar = new FamiliarObjects();

  private static Schema schema(String type, String comment) {
    return Schema.of(
        List.of(
            new Namespace("public", null),
            new Table("public.\"odd \\ \"\"name\"\" é\"", comment),
            new Column(
                "public.\"odd \\ \"\"name\"\" é\"",
                "id",
                "bigint",
                true,
                null,
                null,
                null,
                null,
                null),
            new Column(
                "public.\"odd \\ \"\"name\"\" é\"",
                "b",
                type,
                false,
                "'{}'::text",
                null,
                null,
                null,
                "a \"comment\"\nwith } in it")),
        List.of());
  }

  @Test
  void each_is_what_it_is_by_itself() {
    for (Schema schema :
        List.of(schema("text", "one"), schema("jsonb", "two"), schema("text", "one"))) {
      String json = SchemaCodec.write(schema);

      Schema read = familiar.schema(json);

      assertThat(read).isEqualTo(SchemaCodec.schema(json)).isEqualTo(schema);
      assertThat(read.fingerprint()).isEqualTo(schema.fingerprint());
      assertThat(read.columnOrder()).isEqualTo(schema.columnOrder());
    }
  }

  @Test
  void what_is_the_same_is_read_once() {
    ObjectId column = new ObjectId(ObjectKind.COLUMN, "public.\"odd \\ \"\"name\"\" é\".id");

    Schema one = familiar.schema(SchemaCodec.write(schema("text", "one")));
    Schema two = familiar.schema(SchemaCodec.write(schema("jsonb", "two")));

    assertThat(one.find(column)).isNotNull().isSameAs(two.find(column));
  }

  @Test
  void what_is_no_schema_is_not_read() {
    assertThatThrownBy(() -> familiar.schema("[]")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> familiar.schema("{")).isInstanceOf(RuntimeException.class);
  }
}
