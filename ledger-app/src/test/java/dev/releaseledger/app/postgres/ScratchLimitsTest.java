package dev.releaseledger.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.app.port.SqlFile;
import dev.releaseledger.app.postgres.Declared.LoadFailure;
import dev.releaseledger.app.refusal.ScratchRefusal.MissingExtension;
import dev.releaseledger.app.refusal.ScratchRefusal.NeedsPrivilege;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The errors here are those of the server under test. */
class ScratchLimitsTest {

  @Test
  void an_extension_that_is_not_installed_is_named() throws SQLException {
    LoadFailure failure = failure("CREATE EXTENSION nosuchthing", "");
    assertThat(ScratchLimits.met(failure.sqlState(), failure.message(), "a.sql:1"))
        .contains(new MissingExtension("nosuchthing", "a.sql:1", failure.message()));
  }

  @Test
  void a_version_that_is_not_installed_is_a_missing_extension() throws SQLException {
    LoadFailure failure = failure("CREATE EXTENSION citext VERSION '99'", "");
    assertThat(ScratchLimits.met(failure.sqlState(), failure.message(), "a.sql:1"))
        .contains(new MissingExtension("citext", "a.sql:1", failure.message()));
  }

  @Test
  void what_only_a_superuser_may_do_is_told_from_what_is_wrong() throws SQLException {
    String plain = "CREATE ROLE plain_declarer; SET ROLE plain_declarer";
    LoadFailure failure = failure("CREATE FOREIGN DATA WRAPPER w", plain);
    assertThat(ScratchLimits.met(failure.sqlState(), failure.message(), "a.sql:1"))
        .contains(new NeedsPrivilege("a.sql:1", failure.message()));
  }

  @Test
  void other_errors_are_about_the_declaration() throws SQLException {
    LoadFailure failure = failure("CREATE TABLE t (a nosuchtype)", "");
    assertThat(ScratchLimits.met(failure.sqlState(), failure.message(), "a.sql:1")).isEmpty();
  }

  private static LoadFailure failure(String sql, String before) throws SQLException {
    Connection scratch = Databases.with(before + ";");
    Declared declared = Declaration.load(scratch, List.of(new SqlFile("a.sql", sql)));
    Databases.execute(scratch, "RESET ROLE; DROP ROLE IF EXISTS plain_declarer");
    Databases.drop(scratch);
    assertThat(declared).isInstanceOf(LoadFailure.class);
    return (LoadFailure) declared;
  }
}
