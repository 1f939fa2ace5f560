package dev.releaseledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DriftCommandsTest extends CliTest {
  private static final String CHECK = "POST /projects/shop/environments/dev/drift/check";
  private static final String SHOW = "GET /projects/shop/environments/dev/drift";

  @Test
  void check_names_every_difference_and_ends_with_3() {
    server.replies(CHECK, 200, answer("drift"));

    Outcome outcome = run("drift", "check");

    assertThat(outcome.out())
        .isEqualTo(
            """
            shop/prod: drift, the database differs from rel_01 (checked 2026-11-21 10:00:00Z)

            connection main
              + extra column public.orders.hotfix
              ~ changed column public.orders.total
                expected  numeric(12,2)
                actual    numeric(14,2)
              - missing index public.orders_by_customer
              expected  sha256:aaaa1111bbbb2222cccc3333dddd4444eeee5555ffff66660000777711118888
              observed  sha256:bbbb2222cccc3333dddd4444eeee5555ffff66660000777711118888aaaa1111
            """);
    assertThat(outcome.code()).isEqualTo(3);
  }

  @Test
  void check_ends_with_0_when_there_is_none() {
    server.replies(CHECK, 200, answer("drift-clean"));

    Outcome outcome = run("drift", "check");

    assertThat(outcome.out())
        .isEqualTo("shop/prod: no drift, the database is rel_01 (checked 2026-11-21 10:00:00Z)\n");
    assertThat(outcome.code()).isZero();
  }

  @Test
  void show_asks_for_what_is_known_without_reading_the_database() {
    server.replies(SHOW, 200, answer("drift"));

    assertThat(run("drift", "show").code()).isEqualTo(3);
    assertThat(server.last().line()).isEqualTo(SHOW);
  }

  @Test
  void show_says_how_to_find_out_when_nothing_is_known() {
    server.replies(
        SHOW,
        200,
        "{\"project\":\"shop\",\"environment\":\"dev\",\"status\":\"unknown\",\"connections\":[]}");

    assertThat(run("drift", "show").out())
        .isEqualTo("shop/dev: never checked; ask with `ledgerctl drift check`\n");
  }
}
