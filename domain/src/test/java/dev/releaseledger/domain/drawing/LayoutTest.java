package dev.releaseledger.domain.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for any picture. */
class LayoutTest {

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void every_table_has_a_place_of_its_own(long seed) {
    Diagram diagram = Drawings.drawn(seed);
    Layout layout = Layout.of(diagram);
    List<Box> boxes = layout.boxes();

    assertThat(boxes).as("seed %d", seed).hasSize(diagram.entities().size());
    for (Box one : boxes) {
      assertThat(one.x()).isPositive();
      assertThat(one.right()).isLessThan(layout.width());
      assertThat(one.y() + one.height()).isLessThan(layout.height());
      for (Box other : boxes) {
        assertThat(one == other || apart(one, other)).as("seed %d", seed).isTrue();
      }
    }
  }

  @Test
  void a_chain_of_tables_may_be_as_long_as_it_likes() {
    List<Entity> entities = new ArrayList<>();
    List<Relation> relations = new ArrayList<>();
    int tables = 3000;
    for (int i = 0; i < tables; i++) {
      entities.add(new Entity("public.t" + i, List.of(), 0));
      if (i > 0) {
        relations.add(
            new Relation("fk", "public.t" + (i - 1), "id", "public.t" + i, "id", false, false));
      }
    }

    assertThat(Layout.of(new Diagram(entities, relations)).boxes()).hasSize(tables);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void no_line_runs_through_a_table(long seed) {
    Layout layout = Layout.of(Drawings.drawn(seed));

    for (Wiring.Line line : layout.wiring().lines()) {
      assertThat(line.x1() == line.x2() || line.y1() == line.y2()).isTrue();
      for (Box box : layout.boxes()) {
        assertThat(crosses(line, box)).as("seed %d: %s, %s", seed, line, box).isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void upright_lines_of_two_keys_do_not_cover_each_other(long seed) {
    List<Wiring.Line> lines = Layout.of(Drawings.drawn(seed)).wiring().lines();

    for (Wiring.Line one : lines) {
      for (Wiring.Line other : lines) {
        boolean covers =
            one.net() != other.net()
                && one.x1() == one.x2()
                && other.x1() == other.x2()
                && one.x1() == other.x1();
        assertThat(covers).as("seed %d: %s, %s", seed, one, other).isFalse();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void every_reference_has_both_its_ends(long seed) {
    Diagram diagram = Drawings.drawn(seed);
    Wiring wiring = Layout.of(diagram).wiring();
    long nets = wiring.ends().stream().map(Wiring.End::net).distinct().count();

    assertThat(wiring.ends()).as("seed %d", seed).hasSize(diagram.relations().size() + (int) nets);
  }

  private static boolean apart(Box one, Box other) {
    return one.right() < other.x()
        || other.right() < one.x()
        || one.y() + one.height() < other.y()
        || other.y() + other.height() < one.y();
  }

  private static boolean crosses(Wiring.Line line, Box box) {
    return Math.max(line.x1(), line.x2()) > box.x()
        && Math.min(line.x1(), line.x2()) < box.right()
        && Math.max(line.y1(), line.y2()) > box.y()
        && Math.min(line.y1(), line.y2()) < box.y() + box.height();
  }
}
