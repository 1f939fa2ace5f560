package dev.releaseledger.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Jumps about in twelve years of a real schema, a little on every version of the server. */
@Tag("jumps")
class RealJumpsTest {

  @AfterAll
  static void forget() {
    RealSchemas.forget();
  }

  @Test
  void goes_back_and_forth_in_twenty_jumps() throws IOException, SQLException {
    Random random = new Random(Databases.majorVersion());
    assertThat(RealSchemas.walk(random.ints(20, 0, RealSchemas.count()).toArray())).isEmpty();
  }
}
