package dev.releaseledger.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.releaseledger.app.port.SqlFile;
import dev.releaseledger.domain.plan.Plan;
import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.rehearsal.PlanRehearsal;
import dev.releaseledger.domain.risk.Planning;
import dev.releaseledger.domain.schema.Fingerprint;
import dev.releaseledger.domain.schema.Privileges;
import dev.releaseledger.domain.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  /** Those that servers of every version can load. */
  static List<Path> declarations() throws IOException {
    try (Stream<Path> files = Files.walk(GOLDEN)) {
      return files
          .filter(file -> file.endsWith("after.sql"))
          .filter(file -> !Files.exists(file.resolveSibling("versions")))
          .sorted()
          .toList();
    }
  }

  @Test
  void a_rehearsal_of_an_earlier_release_is_where_its_stages_led() {
    String one = "sha256:" + "1".repeat(64);
    String two = "sha256:" + "2".repeat(64);
    PlanRehearsal rehearsal =
        SchemaCodec.rehearsal("{\"audit\":[],\"main\":[\"%s\",\"%s\"]}".formatted(one, two));
    assertThat(rehearsal.afterStage("main"))
        .containsExactly(new Fingerprint(one), new Fingerprint(two));
    assertThat(rehearsal.afterStage("audit")).isEmpty();
    assertThat(SchemaCodec.rehearsal(SchemaCodec.write(rehearsal))).isEqualTo(rehearsal);
  }

  @ParameterizedTest
  @MethodSource("declarations")
  void a_schema_and_its_plan_come_back_as_they_were(Path file) throws IOException, SQLException {
    Scratch scratch = Databases.scratch();
    Declared declared =
        Declaration.load(
            scratch,
            List.of(new SqlFile("after.sql", Files.readString(file))),
            Files.exists(file.resolveSibling("privileges"))
                ? Privileges.GOVERNED
                : Privileges.IGNORED);
    Databases.drop(scratch.connection());
    Schema schema = ((Declared.Loaded) declared).schema();
    String json = SchemaCodec.write(schema);
    Schema back = SchemaCodec.schema(json);
    assertThat(SchemaCodec.write(back)).isEqualTo(json);
    assertThat(back.fingerprint()).isEqualTo(schema.fingerprint());
    assertThat(back.dependencies()).isEqualTo(schema.dependencies());

    SchemaPlan building = Planning.plan(Schema.empty(), schema, PlanSettings.defaults());
    Plan plan = new Plan("shop", "prod", "abc", null, new TreeMap<>(Map.of("main", building)));
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
