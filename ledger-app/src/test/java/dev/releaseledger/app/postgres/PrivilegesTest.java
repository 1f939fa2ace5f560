package dev.releaseledger.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.app.port.SqlFile;
import dev.releaseledger.app.postgres.Declared.Loaded;
import dev.releaseledger.domain.diff.Diff;
import dev.releaseledger.domain.diff.Difference;
import dev.releaseledger.domain.plan.Finding;
import dev.releaseledger.domain.plan.PlanSettings;
import dev.releaseledger.domain.plan.SchemaPlan;
import dev.releaseledger.domain.plan.Stage;
import dev.releaseledger.domain.risk.Planning;
import dev.releaseledger.domain.schema.Privileges;
import dev.releaseledger.domain.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivilegesTest {

  private static final String VIEW =
      "CREATE TABLE t (a int, b int);CREATE VIEW v AS SELECT a, b FROM t;";
  private static final String NARROWER =
      "CREATE TABLE t (a int, b int);CREATE VIEW v AS SELECT a FROM t;";

  @BeforeAll
  static void roles() throws SQLException {
    Connection database = Databases.empty();
    Databases.execute(
        database,
        """
        DO $$ BEGIN
          CREATE ROLE privileged_reader;
        EXCEPTION WHEN duplicate_object THEN NULL; END $$;
        DO $$ BEGIN
          CREATE ROLE privileged_owner;
        EXCEPTION WHEN duplicate_object THEN NULL; END $$;
        """);
    Databases.drop(database);
  }

  @Test
  void what_is_made_anew_gets_back_what_was_granted_although_that_is_not_compared()
      throws SQLException {
    Connection database =
        Databases.with(
            VIEW + "GRANT SELECT ON v TO privileged_reader; GRANT UPDATE (a) ON v TO PUBLIC");
    SchemaPlan plan = plan(database, NARROWER);

    assertThat(plan.findings()).extracting(Finding::rule).doesNotContain("rebuild-loses-grants");
    assertThat(rehearsed(database, plan, NARROWER)).isInstanceOf(Rehearsal.Rehearsed.class);
    plan.stages().forEach(stage -> run(database, stage));
    assertThat(
            Databases.value(
                database, "SELECT has_table_privilege('privileged_reader', 'v', 'SELECT')"))
        .isEqualTo("t");
    assertThat(
            Databases.value(
                database, "SELECT has_column_privilege('privileged_reader', 'v', 'a', 'UPDATE')"))
        .isEqualTo("t");
    Databases.drop(database);
  }

  @Test
  void that_an_owner_is_lost_is_told() throws SQLException {
    Connection database = Databases.with(VIEW + "ALTER VIEW v OWNER TO privileged_owner");

    assertThat(plan(database, NARROWER).findings())
        .extracting(Finding::rule)
        .contains("rebuild-loses-grants");
    Databases.drop(database);
  }

  @Test
  void grants_are_compared_only_when_they_are_governed() throws SQLException {
    Connection database = Databases.with("CREATE TABLE t (a int)");
    Schema bare = CatalogReader.read(database, Privileges.GOVERNED);
    Databases.execute(database, "GRANT SELECT ON t TO privileged_reader");

    assertThat(CatalogReader.read(database)).isEqualTo(CatalogReader.read(database));
    assertThat(Diff.differences(bare, CatalogReader.read(database, Privileges.GOVERNED)))
        .extracting(Difference::text)
        .containsExactly("extra privileges on table public.t to privileged_reader");
    assertThat(Diff.differences(Schema.empty(), CatalogReader.read(database)))
        .extracting(Difference::object)
        .containsExactly("table public.t");
    Databases.drop(database);
  }

  @Test
  void the_owner_of_an_object_makes_no_difference() throws SQLException {
    Connection database =
        Databases.with("CREATE TABLE t (a int); GRANT SELECT ON t TO privileged_reader");
    Schema mine = CatalogReader.read(database, Privileges.GOVERNED);
    Databases.execute(database, "ALTER TABLE t OWNER TO privileged_owner");

    assertThat(CatalogReader.read(database, Privileges.GOVERNED)).isEqualTo(mine);
    Databases.drop(database);
  }

  @Test
  void a_new_database_has_no_privileges_worth_telling() throws SQLException {
    Connection database = Databases.empty();

    assertThat(CatalogReader.read(database, Privileges.GOVERNED)).isEqualTo(Schema.empty());
    Databases.drop(database);
  }

  @Test
  void what_an_owner_took_from_itself_is_named() throws SQLException {
    Connection database =
        Databases.with("CREATE TABLE t (a int); REVOKE INSERT ON t FROM CURRENT_USER");

    assertThat(CatalogReader.read(database, Privileges.GOVERNED).unread())
        .extracting(it -> it.kind() + " " + it.name())
        .containsExactly("privileges table public.t");
    assertThat(CatalogReader.read(database).unread()).isEmpty();
    Databases.drop(database);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GRANT privileged_reader TO privileged_owner",
        "REVOKE privileged_reader FROM privileged_owner",
        "GRANT CONNECT ON DATABASE x TO PUBLIC",
        "GRANT SET ON PARAMETER work_mem TO PUBLIC"
      })
  void grants_beyond_the_schema_are_refused(String sql) throws SQLException {
    Scratch scratch = Databases.scratch();
    Declared declared =
        Declaration.load(scratch, List.of(new SqlFile("a.sql", sql)), Privileges.GOVERNED);

    assertThat(((Declared.LoadFailure) declared).message()).contains("beyond the schema");
    Databases.drop(scratch.connection());
  }

  private static void run(Connection database, Stage stage) {
    try {
      assertThat(StageRunner.run(database, stage, StageListener.NONE))
          .isInstanceOf(StageResult.Applied.class);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SchemaPlan plan(Connection database, String declared) throws SQLException {
    return Planning.plan(CatalogReader.read(database), declared(declared), PlanSettings.defaults());
  }

  private static Rehearsal rehearsed(Connection database, SchemaPlan plan, String declared)
      throws SQLException {
    Scratch scratch = Databases.scratch();
    try {
      return Rehearsal.near(scratch, CatalogReader.read(database), plan, declared(declared));
    } finally {
      Databases.drop(scratch.connection());
    }
  }

  private static Schema declared(String sql) throws SQLException {
    Connection scratch = Databases.empty();
    Declared declared = Declaration.load(scratch, List.of(new SqlFile("a.sql", sql)));
    Databases.drop(scratch);
    return ((Loaded) declared).schema();
  }
}
