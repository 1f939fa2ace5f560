package dev.releaseledger.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.assertj.core.api.AbstractStringAssert;

/** How a command ended and what it printed. */
record Outcome(String command, int code, String out, String err) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Makes sure of the exit code. */
  Outcome exits(int expected) {
    assertThat(code).as("%s%n%s%n%s", command, out, err).isEqualTo(expected);
    return this;
  }

  /** Makes sure that the result has all of this. */
  Outcome prints(String... parts) {
    assertThat(out).as(command).contains(parts);
    return this;
  }

  /** Makes sure that the message beside the result has all of this. */
  Outcome says(String... parts) {
    AbstractStringAssert<?> _ = assertThat(err).as(command).contains(parts);
    return this;
  }

  /** The result of a command that was run with {@code --format json}. */
  JsonNode json() {
    return parsed(out);
  }

  /** The problem of a command that was run with {@code --format json}. */
  JsonNode problem() {
    return parsed(err);
  }

  private JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(command + " did not print JSON: " + text + err, e);
    }
  }
}
