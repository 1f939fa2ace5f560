package dev.releaseledger.domain.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.schema.Column;
import dev.releaseledger.domain.schema.Constraint;
import dev.releaseledger.domain.schema.ConstraintType;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.Table;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MermaidTest {

  private static final String ID = "(?:[A-Za-z][A-Za-z0-9_]*|\"[^\"%\\\\\\n]+\")";
  private static final Pattern LINE =
      Pattern.compile(
          "erDiagram|  %1$s(?: \\{)?|  }|  %1$s (?:\\|\\||\\|o)--(?:o\\{|o\\|) %1$s : \"[^\"%%\\n]*\"|"
                  .formatted(ID)
              + "    [A-Za-z_][A-Za-z0-9_]* [A-Za-z_][A-Za-z0-9_]*(?: (?:PK|FK|UK)(?:,"
              + " (?:FK|UK))*)?(?: \"[^\"%\\n]*\")?");

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatever_the_names_are_every_line_is_of_the_grammar(long seed) {
    assertThat(Mermaid.of(Drawings.drawn(seed)).lines())
        .as("seed %d", seed)
        .allSatisfy(line -> assertThat(line).matches(LINE));
  }

  @Test
  void keys_and_what_they_refer_to_are_told() {
    Schema schema =
        Schema.of(
            List.of(
                new Table("public.users", null),
                column("public.users", "id", true),
                key("public.users", ConstraintType.PRIMARY_KEY, "PRIMARY KEY (id)"),
                new Table("audit.profile", null),
                column("audit.profile", "user_id", true),
                column("audit.profile", "boss", false),
                key("audit.profile", ConstraintType.UNIQUE, "UNIQUE (user_id)"),
                key(
                    "audit.profile",
                    ConstraintType.FOREIGN_KEY,
                    "FOREIGN KEY (user_id) REFERENCES public.users(id)"),
                new Constraint(
                    "audit.profile",
                    "boss_fk",
                    ConstraintType.FOREIGN_KEY,
                    "FOREIGN KEY (boss) REFERENCES public.users(id)",
                    true,
                    null)),
            List.of());

    assertThat(Mermaid.of(Diagram.of(schema)))
        .isEqualTo(
            """
            erDiagram
              "audit.profile" {
                double_precision user_id FK, UK "not null"
                double_precision boss FK
              }
              users {
                double_precision id PK "not null"
              }
              users |o--o{ "audit.profile" : "boss_fk"
              users ||--o| "audit.profile" : "foreign_key"
            """);
  }

  @Test
  void partitions_are_drawn_as_their_table() {
    Schema schema =
        Schema.of(
            List.of(
                new Table("public.log", null),
                new Table(
                    "public.log_1",
                    null,
                    null,
                    null,
                    new dev.releaseledger.domain.schema.PartitionBound("public.log", "DEFAULT"),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null)),
            List.of());

    assertThat(Diagram.of(schema).entities())
        .containsExactly(new Entity("public.log", List.of(), 1));
  }

  private static Column column(String table, String name, boolean required) {
    return new Column(table, name, "double precision", required, null, null, null, null, null);
  }

  private static Constraint key(String table, ConstraintType type, String definition) {
    return new Constraint(
        table, type.name().toLowerCase(java.util.Locale.ROOT), type, definition, true, null);
  }
}
