package dev.releaseledger.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.app.access.Role;
import dev.releaseledger.app.rest.ServiceInTest.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table in {@code docs/permissions.md} against what every endpoint does for every role. */
class PermissionsTest {

  private static final Path TABLE = Path.of("..", "docs", "permissions.md");
  private static final List<Role> COLUMNS = List.of(Role.values());

  static List<Route> routes() {
    return ServiceInTest.running().routes();
  }

  @ParameterizedTest
  @MethodSource("routes")
  void an_endpoint_lets_in_whom_the_table_names(Route route) throws IOException {
    assertThat(measured(route)).isEqualTo(documented().get(route));
  }

  @Test
  void the_table_has_every_endpoint_and_no_other() throws IOException {
    assertThat(documented().keySet()).containsExactlyInAnyOrderElementsOf(routes());
  }

  /** One word for nobody and one for each role: yes, or the status of the refusal. */
  private static List<String> measured(Route route) {
    List<String> words = new ArrayList<>();
    words.add(word(call(null, route)));
    for (Role role : COLUMNS) {
      words.add(word(call(role, route)));
    }
    return words;
  }

  private static int call(@Nullable Role role, Route route) {
    // A stream that begins does not end.
    String path =
        route.path().replaceAll("\\{[^}]*}", "unknown").replace("/stream", "/stream?severity=none");
    // A call that is let in finds nothing of this name, or too little in the body.
    String body =
        route.path().matches(".*/(projections/.*|log/rotate)")
            ? "{\"name\":\"unknown\",\"key\":\"unknown\"}"
            : "{}";
    return ServiceInTest.running().call(role, route.method(), path, body).status();
  }

  private static String word(int status) {
    return status == 401 || status == 403 ? Integer.toString(status) : "yes";
  }

  private static Map<Route, List<String>> documented() throws IOException {
    Map<Route, List<String>> rows = new LinkedHashMap<>();
    for (String line : Files.readAllLines(TABLE)) {
      String[] cells = line.replaceAll("^\\| *| *\\|$", "").split(" *\\| *", -1);
      if (line.startsWith("|") && cells[0].matches("`[A-Z]+ /.*`")) {
        String[] route = cells[0].replace("`", "").split(" ", 2);
        // The column between says where; that is the test of scopes.
        rows.put(new Route(route[0], route[1]), List.of(cells).subList(2, cells.length));
      }
    }
    return rows;
  }
}
