package dev.releaseledger.cli.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.cli.LedgerCtl;
import dev.releaseledger.cli.session.Surroundings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** The timeline, from a change to whoever asks for it. */
class TimelineAcceptanceTest extends AcceptanceTest {

  @Test
  void a_change_is_followed_as_it_happens_and_found_by_what_it_touches() throws Exception {
    String ref = repository.declare("create table public.told (id bigint primary key);");
    environment("dev");
    ledgerctl("env baseline --env dev").exits(0);
    StringWriter heard = new StringWriter();
    CompletableFuture<Integer> code = new CompletableFuture<>();
    Thread following =
        Thread.ofPlatform()
            .daemon()
            .start(() -> code.complete(follow(heard, "notices --follow --env dev")));
    await(heard, "baselined dev");

    String release = release("dev", ref);

    await(heard, "advanced dev to release " + release);
    assertThat(heard.toString()).contains("plan-proposed").doesNotContain("statement-applied");
    following.interrupt();
    ledgerctl("env freeze --env dev --reason enough").exits(0);
    assertThat(code.get(20, TimeUnit.SECONDS)).isZero();

    String rollout = rollout("dev").path("id").asText();
    for (String object : new String[] {"public.told", "'table public.told'", rollout}) {
      ledgerctl("timeline --env dev --format csv --object " + object)
          .exits(0)
          .prints(",plan-proposed,", ",statement-applied,", ",release-advanced,", rollout);
    }
    ledgerctl("timeline --env dev --object public.other").exits(0).prints("Nothing has happened");
    ledgerctl("timeline --env dev --format jsonl --object " + release)
        .exits(0)
        .prints("\"subject\":\"" + release + "\"");
  }

  private int follow(StringWriter out, String line) {
    return LedgerCtl.execute(
        new Surroundings(
            variables("admin"),
            home,
            home,
            new PrintWriter(out),
            new PrintWriter(new StringWriter()),
            false,
            false,
            InstantSource.system()),
        words(line).toArray(String[]::new));
  }

  private static void await(StringWriter heard, String text) {
    for (int i = 0; i < 500 && !heard.toString().contains(text); i++) {
      LockSupport.parkNanos(20_000_000);
    }
    assertThat(heard.toString()).contains(text);
  }
}
