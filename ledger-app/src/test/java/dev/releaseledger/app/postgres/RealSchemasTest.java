package dev.releaseledger.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Walks a database through twelve years of a real schema. */
@Tag("real")
class RealSchemasTest {

  @AfterAll
  static void forget() {
    RealSchemas.forget();
  }

  @Test
  void goes_from_the_first_state_to_the_last_one_by_one() throws IOException, SQLException {
    assertThat(RealSchemas.walk(IntStream.range(0, RealSchemas.count()).toArray())).isEmpty();
  }

  @Test
  void goes_from_the_first_state_to_the_last_in_three_jumps() throws IOException, SQLException {
    assertThat(RealSchemas.walk(0, 89, 179, 273)).isEmpty();
  }

  @Test
  void goes_from_the_last_state_to_the_first_one_by_one() throws IOException, SQLException {
    int count = RealSchemas.count();
    assertThat(RealSchemas.walk(IntStream.range(0, count).map(i -> count - 1 - i).toArray()))
        .isEmpty();
  }

  @Test
  void goes_back_in_three_jumps() throws IOException, SQLException {
    assertThat(RealSchemas.walk(273, 179, 89, 0)).isEmpty();
  }

  @Test
  void goes_back_and_forth_in_a_hundred_jumps() throws IOException, SQLException {
    assertThat(RealSchemas.walk(new Random(20261121).ints(100, 0, RealSchemas.count()).toArray()))
        .isEmpty();
  }
}
