package dev.releaseledger.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.releaseledger.app.port.SqlFile;
import dev.releaseledger.domain.plan.Plan;
import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.risk.Planning;
import dev.releaseledger.domain.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaCodecTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  static List<Path> declarations() throws IOException {
    try (Stream<Path> files = Files.walk(GOLDEN)) {
      return files.filter(file -> file.endsWith("after.sql")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("declarations")
  void a_schema_and_its_plan_come_back_as_they_were(Path file) throws IOException, SQLException {
    Connection scratch = Databases.empty();
    Declared declared =
        Declaration.load(scratch, List.of(new SqlFile("after.sql", Files.readString(file))));
    Databases.drop(scratch);
    Schema schema = ((Declared.Loaded) declared).schema();
    String json = SchemaCodec.write(schema);
    Schema back = SchemaCodec.schema(json);
    assertThat(SchemaCodec.write(back)).isEqualTo(json);
    assertThat(back.fingerprint()).isEqualTo(schema.fingerprint());
    assertThat(back.dependencies()).isEqualTo(schema.dependencies());

    SchemaPlan building = Planning.plan(Schema.empty(), schema, PlanSettings.defaults());
    Plan plan =
        new Plan(
            "shop",
            "prod",
            "abc",
            new TreeMap<>(Map.of("main", building)),
            PlanSettings.defaults());
    assertThat(SchemaCodec.plan(SchemaCodec.write(plan))).isEqualTo(plan);
    assertThat(SchemaCodec.plan(SchemaCodec.write(plan)).digest()).isEqualTo(plan.digest());
  }

  @Test
  void text_that_is_no_json_is_refused() {
    assertThatThrownBy(() -> SchemaCodec.schema("{"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not JSON");
  }

  @Test
  void an_object_of_an_unknown_kind_is_refused_by_name() {
    String json = SchemaCodec.write(Schema.empty()).replace("\"namespace\"", "\"planet\"");
    assertThatThrownBy(() -> SchemaCodec.schema(json))
        .hasMessage("no SchemaObject of kind 'planet'");
  }
}
