package dev.releaseledger.projections.testing;

import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** A server somebody else runs, named by {@code LEDGER_TEST_JDBC_URL}. */
record ExternalServer(String hostAndPort, String user, String password) implements RunningServer {

  static final String VARIABLE = "LEDGER_TEST_JDBC_URL";

  static ExternalServer at(String jdbcUrl) {
    Properties parsed = Driver.parseURL(jdbcUrl, null);
    if (parsed == null) {
      throw new IllegalArgumentException(
          VARIABLE + " must look like jdbc:postgresql://HOST:PORT/postgres?user=U&password=P");
    }
    return new ExternalServer(
        PGProperty.PG_HOST.getOrDefault(parsed) + ":" + PGProperty.PG_PORT.getOrDefault(parsed),
        parsed.getProperty("user", "postgres"),
        parsed.getProperty("password", ""));
  }

  @Override
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://" + hostAndPort + "/" + database;
  }

  @Override
  public void close() {}
}
