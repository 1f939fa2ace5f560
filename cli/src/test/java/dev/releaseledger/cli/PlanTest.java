package dev.releaseledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.cli.api.Json;
import org.junit.jupiter.api.Test;

class PlanTest extends CliTest {
  private static final String REQUEST = "POST /projects/shop/environments/dev/plan";

  @Test
  void reads_like_a_review() {
    server.replies(REQUEST, 200, answer("plan"));

    Outcome outcome = run("plan", "--ref", "v3");

    assertThat(outcome.out())
        .isEqualTo(
            """
            Plan for shop/dev to v3 (4f2a9c1b7d)
            3 steps: 1 metadata_only, 1 breaking, 1 low_lock; 1 needs --force
            locks: 2 steps block readers and writers
            digest sha256:6c1f0e5b9a2d4c7788990011223344556677889900aabbccddeeff0011223344

            connection main  sha256:aaaa1111bbbb -> sha256:bbbb2222cccc

              in one transaction
              1. add column public.orders.note  [metadata_only]
                  ALTER TABLE public.orders ADD COLUMN note text;
                lock    ACCESS EXCLUSIVE: blocks readers and writers
                limits  waits at most 3 s for a lock, runs at most 15 min
                undo    ALTER TABLE public.orders DROP COLUMN note;
              2. drop column public.customers.fax  [breaking, destructive, requires --force]
                  ALTER TABLE public.customers DROP COLUMN fax;
                lock    ACCESS EXCLUSIVE: blocks readers and writers
                limits  waits at most 3 s for a lock, runs at most 30 s
                undo    none, the data in the column is gone
                ! breaking: the column's data is lost [drop-column, column public.customers.fax]
                  remedy: deploy code that no longer reads it first
                  see: docs/rules/drop-column.md

              outside a transaction
              3. create index public.orders_by_customer  [low_lock]
                  CREATE INDEX CONCURRENTLY orders_by_customer
                    ON public.orders (customer_id);
                lock    SHARE UPDATE EXCLUSIVE: blocks other schema changes and vacuum
                limits  waits at most 1.5 s for a lock
                undo    DROP INDEX CONCURRENTLY public.orders_by_customer;
            """);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
  }

  @Test
  void asks_for_the_ref_and_a_rehearsal() {
    server.replies(REQUEST, 200, answer("plan"));

    run("plan", "--ref", "v3");

    assertThat(server.last().line()).isEqualTo(REQUEST);
    assertThat(server.last().json())
        .isEqualTo(Json.object().put("ref", "v3").put("rehearse", true));
  }

  @Test
  void ends_with_2_when_there_are_changes_and_the_caller_wants_to_know() {
    server.replies(REQUEST, 200, answer("plan"));

    assertThat(run("plan", "--ref", "v3", "--detailed-exitcode").code()).isEqualTo(2);
  }

  @Test
  void ends_with_0_when_there_is_nothing_to_do_even_then() {
    server.replies(REQUEST, 200, answer("plan-empty"));

    Outcome outcome = run("plan", "--ref", REF, "--detailed-exitcode");

    assertThat(outcome.out())
        .startsWith("Plan for shop/dev to 4f2a9c1b7d\nnothing to do, the schema is as declared\n");
    assertThat(outcome.code()).isZero();
  }

  @Test
  void names_what_blocks_a_plan_and_the_remedy() {
    server.replies(REQUEST, 200, answer("plan-blocked"));

    assertThat(run("plan", "--ref", "main").out())
        .contains(
            """
            blocked: this plan cannot be applied as it is
            """)
        .endsWith(
            """
              ! unsupported: foreign tables are not covered [unsupported-object, foreign table public.legacy]
                remedy: declare it outside the schema folder
                see: docs/rules/unsupported-object.md
            """);
  }

  @Test
  void gives_machines_the_services_own_json() throws Exception {
    server.replies(REQUEST, 200, answer("plan"));

    Outcome outcome = run("plan", "--ref", "v3", "--format", "json");

    assertThat(Json.read(outcome.out())).isEqualTo(Json.read(answer("plan")));
    assertThat(outcome.err()).isEmpty();
  }
}
