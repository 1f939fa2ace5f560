package dev.releaseledger.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerMessageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          22P02 | invalid input syntax for type integer: "4711"     | invalid input syntax for type integer
          22003 | value "4711" is out of range for type integer     | value "..." is out of range for type integer
          22003 | "4711" is out of range for type double precision  | "..." is out of range for type double precision
          42P01 | relation "public.t" does not exist                | relation "public.t" does not exist
          """)
  void values_from_rows_are_left_out(String state, String message, String shown) {
    assertThat(ServerMessage.of(new SQLException(message, state))).isEqualTo(shown);
  }
}
