package dev.releaseledger.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.releaseledger.app.postgres.StageResult.Applied;
import dev.releaseledger.app.postgres.StageResult.Failed;
import dev.releaseledger.domain.plan.Retries;
import dev.releaseledger.domain.plan.Risk;
import dev.releaseledger.domain.plan.Stage;
import dev.releaseledger.domain.plan.Step;
import dev.releaseledger.domain.plan.Undo;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StageRunnerTest {

  private Connection database;

  @BeforeEach
  void open() throws SQLException {
    database = Databases.with("CREATE TABLE t (a int)");
  }

  @AfterEach
  void close() throws SQLException {
    Databases.drop(database);
  }

  @Test
  void all_steps_are_committed_together_and_timed() throws SQLException {
    StageResult result =
        run(true, "ALTER TABLE public.t ADD b int", "ALTER TABLE public.t ADD c int");
    assertThat(result).isInstanceOf(Applied.class);
    assertThat(((Applied) result).millis()).containsOnlyKeys(1, 2);
    assertThat(columns()).isEqualTo("3");
  }

  @Test
  void a_failing_step_takes_the_whole_stage_back() throws SQLException {
    StageResult result =
        run(true, "ALTER TABLE public.t ADD b int", "ALTER TABLE public.x ADD c int");
    assertThat(result)
        .isEqualTo(new Failed(2, "42P01", "relation \"public.x\" does not exist", true));
    assertThat(columns()).isEqualTo("1");
  }

  @Test
  void a_commit_that_fails_is_told_as_a_failure() throws SQLException {
    Databases.execute(
        database,
        "CREATE TABLE p (id int PRIMARY KEY);"
            + "CREATE TABLE r (id int REFERENCES p DEFERRABLE INITIALLY DEFERRED)");
    StageResult result = run(true, "INSERT INTO public.r VALUES (7)");
    assertThat(result).isInstanceOf(Failed.class);
    assertThat(((Failed) result).sqlState()).isEqualTo("23503");
    assertThat(((Failed) result).rolledBack()).isTrue();
  }

  @Test
  void steps_outside_of_a_transaction_run_one_by_one() throws SQLException {
    assertThat(run(false, "CREATE INDEX CONCURRENTLY i ON public.t (a)"))
        .isInstanceOf(Applied.class);
  }

  @Test
  void a_failure_outside_of_a_transaction_leaves_what_was_done() throws SQLException {
    StageResult result = run(false, "ALTER TABLE public.t ADD b int", "SELECT 1/0");
    assertThat(((Failed) result).rolledBack()).isFalse();
    assertThat(columns()).isEqualTo("2");
  }

  @Test
  void a_lock_is_waited_for_only_so_long() throws SQLException {
    try (Connection reader = Databases.another(database)) {
      reader.setAutoCommit(false);
      Databases.execute(reader, "LOCK TABLE t IN ACCESS SHARE MODE");
      StageResult result = run(true, "ALTER TABLE public.t ADD b int");
      assertThat(((Failed) result).sqlState()).isEqualTo("55P03");
      reader.rollback();
    }
  }

  @Test
  void a_stage_that_does_not_get_its_lock_is_tried_again() throws Exception {
    try (Connection reader = Databases.another(database)) {
      reader.setAutoCommit(false);
      Databases.execute(reader, "LOCK TABLE t IN ACCESS SHARE MODE");
      List<Integer> attempts = new ArrayList<>();
      StageListener leaves =
          new StageListener() {
            @Override
            public void beforeRetry(Step step, int attempt, Duration pause) {
              attempts.add(attempt);
              if (attempt == 2) {
                rollBack(reader);
              }
            }
          };
      Stage stage = stage(true, new Retries(5, 1, 4), "ALTER TABLE public.t ADD b int");
      assertThat(StageRunner.run(database, stage, leaves)).isInstanceOf(Applied.class);
      assertThat(attempts).containsExactly(1, 2);
      assertThat(columns()).isEqualTo("2");
    }
  }

  @Test
  void it_is_tried_so_often_and_no_more() throws SQLException {
    try (Connection reader = Databases.another(database)) {
      reader.setAutoCommit(false);
      Databases.execute(reader, "LOCK TABLE t IN ACCESS SHARE MODE");
      List<Integer> attempts = new ArrayList<>();
      StageListener counts =
          new StageListener() {
            @Override
            public void beforeRetry(Step step, int attempt, Duration pause) {
              attempts.add(attempt);
            }
          };
      Stage stage = stage(true, new Retries(3, 1, 4), "ALTER TABLE public.t ADD b int");
      assertThat(StageRunner.run(database, stage, counts)).isInstanceOf(Failed.class);
      assertThat(attempts).containsExactly(1, 2);
      reader.rollback();
    }
  }

  @Test
  void what_others_have_no_part_in_is_not_tried_again() throws SQLException {
    StageListener never =
        new StageListener() {
          @Override
          public void beforeRetry(Step step, int attempt, Duration pause) {
            throw new AssertionError("tried again");
          }
        };
    Stage stage = stage(true, new Retries(3, 1, 4), "SELECT 1/0");
    assertThat(StageRunner.run(database, stage, never)).isInstanceOf(Failed.class);
  }

  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void values_from_rows_are_not_told() throws SQLException {
    Databases.execute(database, "ALTER TABLE t ADD s text; INSERT INTO t VALUES (1, 'secret')");
    StageResult result = run(true, "ALTER TABLE public.t ALTER s TYPE int USING s::int");
    assertThat(((Failed) result).message()).isEqualTo("invalid input syntax for type integer");
  }

  @Test
  void what_a_listener_throws_takes_the_stage_back() throws SQLException {
    StageListener crash =
        new StageListener() {
          @Override
          public void beforeCommit(Stage stage) {
            throw new IllegalStateException("crash");
          }
        };
    Stage stage = stage(true, "ALTER TABLE public.t ADD b int");
    assertThatThrownBy(() -> StageRunner.run(database, stage, crash)).hasMessage("crash");
    assertThat(columns()).isEqualTo("1");
    assertThat(database.getAutoCommit()).isTrue();
  }

  @Test
  void a_listener_hears_everything_in_order() throws SQLException {
    List<String> heard = new ArrayList<>();
    StageListener listener =
        new StageListener() {
          @Override
          public void beforeStep(Step step) {
            heard.add("before " + step.number());
          }

          @Override
          public void afterStep(Step step, long millis) {
            heard.add("after " + step.number());
          }

          @Override
          public void beforeCommit(Stage stage) {
            heard.add("commit");
          }

          @Override
          public void afterCommit(Stage stage) {
            heard.add("committed");
          }
        };
    assertThat(StageRunner.run(database, stage(true, "SELECT 1", "SELECT 2"), listener))
        .isInstanceOf(Applied.class);
    assertThat(heard)
        .containsExactly("before 1", "after 1", "before 2", "after 2", "commit", "committed");
  }

  @Test
  void the_session_is_left_as_it_was() throws SQLException {
    Databases.execute(database, "SET TimeZone = 'Asia/Tokyo'");
    assertThat(run(true, "ALTER TABLE public.t ADD b int")).isInstanceOf(Applied.class);
    assertThat(Databases.value(database, "SHOW TimeZone")).isEqualTo("Asia/Tokyo");
    assertThat(Databases.value(database, "SHOW lock_timeout")).isEqualTo("0");
  }

  @Test
  void a_session_keeps_its_name_outside_of_transactions_too() throws SQLException {
    Databases.execute(database, "SET application_name = 'release-ledger rol_1'");
    assertThat(run(false, "CREATE INDEX CONCURRENTLY i ON public.t (a)"))
        .isInstanceOf(Applied.class);
    assertThat(Databases.value(database, "SHOW application_name"))
        .isEqualTo("release-ledger rol_1");
    assertThat(Databases.value(database, "SHOW lock_timeout")).isEqualTo("0");
  }

  private String columns() throws SQLException {
    return String.valueOf(
        Databases.value(
            database, "SELECT count(*) FROM information_schema.columns WHERE table_name = 't'"));
  }

  private StageResult run(boolean transactional, String... sql) throws SQLException {
    return StageRunner.run(database, stage(transactional, sql), StageListener.NONE);
  }

  private static Stage stage(boolean transactional, String... sql) {
    return stage(transactional, Retries.NONE, sql);
  }

  private static Stage stage(boolean transactional, Retries retries, String... sql) {
    List<Step> steps = new ArrayList<>();
    for (String text : sql) {
      int number = steps.size() + 1;
      steps.add(
          new Step(
              number,
              "table public.t",
              text,
              text,
              null,
              false,
              false,
              200,
              5_000,
              retries,
              Risk.METADATA_ONLY,
              false,
              List.of(),
              new Undo.Irreversible("a test")));
    }
    return new Stage(transactional, steps);
  }
}
