package dev.releaseledger.app.settings;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator can set, under {@code ledger.}; {@code docs/configuration.md} has the list.
 *
 * @param data the folder of the service's own files
 * @param node the name of this service instance, stable over restarts
 * @param scratch where declared schemas are executed
 * @param apply how plans run
 */
@ConfigurationProperties("ledger")
public record LedgerSettings(
    Path data,
    String node,
    @DefaultValue Scratch scratch,
    @DefaultValue Git git,
    @DefaultValue Targets targets,
    @DefaultValue Apply apply) {

  /** The server of the scratch databases; empty means the embedded one. */
  public record Scratch(
      @DefaultValue("") String url,
      @DefaultValue("") String user,
      @DefaultValue("") String password) {}

  /** The credentials of remote repositories. */
  public record Git(@DefaultValue("") String username, @DefaultValue("") String password) {}

  /**
   * The credentials of target databases.
   *
   * @param passfile a file in the form of PostgreSQL's {@code .pgpass}
   */
  public record Targets(
      @DefaultValue("") String user,
      @DefaultValue("") String password,
      @DefaultValue("") String passfile) {}

  /**
   * How plans run.
   *
   * @param lockTimeout how long a statement waits for its lock
   * @param statementTimeout how long a statement may run
   * @param leasePatience how long an apply waits for another one on the same database
   */
  public record Apply(
      @DefaultValue("5s") Duration lockTimeout,
      @DefaultValue("15m") Duration statementTimeout,
      @DefaultValue("10s") Duration leasePatience) {}
}
