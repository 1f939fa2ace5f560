package dev.releaseledger.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.schema.Schema;
import dev.releaseledger.domain.standards.Standards;
import dev.releaseledger.domain.standards.StandardsCheck;
import dev.releaseledger.domain.standards.StandardsDocument;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Holds a real schema to standards that nobody told its authors. */
@Tag("real")
class RealStandardsTest {

  private static final Standards DATA_DESIGN =
      ((StandardsDocument.Read) StandardsDocument.of(Map.of("preset", "data-design"))).standards();

  @AfterAll
  static void forget() {
    RealSchemas.forget();
  }

  @Test
  void finds_what_is_there_and_each_thing_once() throws IOException, SQLException {
    List<Finding> findings =
        StandardsCheck.whole(RealSchemas.schema(RealSchemas.count() - 1), DATA_DESIGN);

    assertThat(findings).isNotEmpty().doesNotHaveDuplicates();
    assertThat(findings).extracting(it -> it.rule() + " " + it.object()).doesNotHaveDuplicates();
    assertThat(findings)
        .allSatisfy(
            it -> assertThat(it.message()).startsWith(it.object() + " ").doesNotContain("  "));
  }

  @Test
  void what_each_commit_brings_is_what_becomes_worse() throws IOException, SQLException {
    Schema before = Schema.empty();
    for (int i = 0; i < RealSchemas.count(); i++) {
      Schema after = RealSchemas.schema(i);
      List<Finding> brought = StandardsCheck.brought(before, after, Set.of(), DATA_DESIGN);
      List<Finding> all = StandardsCheck.whole(after, DATA_DESIGN);
      assertThat(all).containsAll(brought);
      assertThat(brought)
          .hasSizeGreaterThanOrEqualTo(
              all.size() - StandardsCheck.whole(before, DATA_DESIGN).size());
      before = after;
    }
  }
}
