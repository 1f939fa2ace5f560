package dev.releaseledger.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Who calls too often has to wait. */
@Execution(ExecutionMode.SAME_THREAD)
class LimitsAcceptanceTest {

  private static final int FAILED = 3;
  private static final int CALLS = 5;

  private final HttpClient http = HttpClient.newHttpClient();

  private HttpResponse<String> whoami(String url, String token)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(url + "/api/v1/whoami"))
            .header("Authorization", "Bearer " + token)
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static void requireProblem(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(answer.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 60L);
    assertThat(answer.body()).contains("/problems/too-many-requests");
  }

  @Test
  void a_token_is_used_so_often_and_worthless_ones_are_shown_so_often() throws Exception {
    LedgerUnderTest ledger =
        LedgerUnderTest.with(
            Map.of(
                "ledger.limits.failed-logins",
                Integer.toString(FAILED),
                "ledger.limits.calls",
                Integer.toString(CALLS)));
    String admin = ledger.adminToken();

    for (int i = 0; i < CALLS; i++) {
      assertThat(whoami(ledger.url(), admin).statusCode()).isEqualTo(200);
    }
    requireProblem(whoami(ledger.url(), admin));

    for (int i = 0; i < FAILED; i++) {
      assertThat(whoami(ledger.url(), "rl_guess" + i).statusCode()).isEqualTo(401);
    }
    requireProblem(whoami(ledger.url(), "rl_guess"));
    assertThat(health(ledger.url())).isEqualTo(200);
  }

  private int health(String url) throws IOException, InterruptedException {
    return http.send(
            HttpRequest.newBuilder(URI.create(url + "/api/v1/health")).build(),
            HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }
}
