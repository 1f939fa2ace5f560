package dev.releaseledger.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.drawing.Diagram;
import dev.releaseledger.domain.drawing.Mermaid;
import dev.releaseledger.domain.drawing.Svg;
import dev.releaseledger.domain.history.Continuity;
import dev.releaseledger.domain.history.ObjectVersion;
import dev.releaseledger.domain.history.PartChange;
import dev.releaseledger.domain.history.SchemaHistory;
import dev.releaseledger.domain.schema.ObjectId;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.schema.SchemaObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Twelve years of a real schema as one history. */
@Tag("real")
class RealHistoryTest {

  @AfterAll
  static void forget() {
    RealSchemas.forget();
  }

  @Test
  void the_versions_lead_from_each_state_to_the_next() throws Exception {
    SortedMap<ObjectId, SchemaObject> replayed = new TreeMap<>(Schema.empty().objects());
    Schema before = Schema.empty();
    int versions = 0;
    for (int i = 0; i < RealSchemas.count(); i++) {
      Schema after = RealSchemas.schema(i);
      List<ObjectVersion> step = SchemaHistory.between(before, after, Continuity.NONE);
      assertThat(step.isEmpty()).as("state %d", i + 1).isEqualTo(before.equals(after));
      apply(step, replayed);
      assertThat(replayed).as("state %d", i + 1).isEqualTo(after.objects());
      assertThat(SchemaHistory.between(after, after, Continuity.NONE)).isEmpty();
      versions += step.size();
      before = after;
    }
    assertThat(versions).isGreaterThan(RealSchemas.count());
    draw(before);
  }

  private static void apply(
      List<ObjectVersion> versions, SortedMap<ObjectId, SchemaObject> objects) {
    List<PartChange> parts = new ArrayList<>();
    for (ObjectVersion version : versions) {
      assertThat(version.parts()).as(version.object().label()).isNotEmpty();
      parts.addAll(version.parts());
    }
    for (PartChange part : parts) {
      if (part.before() != null) {
        assertThat(objects.remove(part.before().id())).isEqualTo(part.before());
      }
    }
    for (PartChange part : parts) {
      if (part.after() != null) {
        assertThat(objects.put(part.after().id(), part.after())).isNull();
      }
    }
  }

  /** For people to look at. */
  private static void draw(Schema schema) throws Exception {
    Diagram diagram = Diagram.of(schema);
    assertThat(diagram.relations()).hasSizeGreaterThan(20);
    Path folder = Files.createDirectories(Path.of("target/drawings"));
    Files.writeString(folder.resolve("real.svg"), Svg.of(diagram));
    Files.writeString(folder.resolve("real.mmd"), Mermaid.of(diagram));
  }
}
