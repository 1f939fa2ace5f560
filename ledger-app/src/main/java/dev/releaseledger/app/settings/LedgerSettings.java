package dev.releaseledger.app.settings;

import dev.releaseledger.domain.schema.Privileges;
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
 * @param schema what takes part in the comparison of schemas
 * @param apply how plans run
 * @param preflight what is asked of the rows of a target before a plan runs
 * @param oidc who vouches for people beside the service itself
 * @param limits how often one may call
 */
@ConfigurationProperties("ledger")
public record LedgerSettings(
    Path data,
    String node,
    @DefaultValue Scratch scratch,
    @DefaultValue Git git,
    @DefaultValue Targets targets,
    @DefaultValue Schema schema,
    @DefaultValue Apply apply,
    @DefaultValue Preflight preflight,
    @DefaultValue Oidc oidc,
    @DefaultValue Limits limits) {

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
   * What takes part in the comparison of schemas.
   *
   * @param privileges whether grants are declared, compared and planned
   */
  public record Schema(@DefaultValue("ignored") Privileges privileges) {}

  /**
   * How plans run.
   *
   * @param lockTimeout how long a statement waits for its lock
   * @param lockAttempts how often a stage is tried that does not get its locks
   * @param retryPause how long the first pause between attempts is; each is twice the one before
   * @param longestRetryPause where the doubling ends
   * @param statementTimeout how long a statement may run that others have to wait for
   * @param leasePatience how long an apply waits for another one on the same database
   * @param timetable how often it is looked which scheduled plans are due
   * @param scheduleGrace how late a scheduled plan may still begin
   */
  public record Apply(
      @DefaultValue("5s") Duration lockTimeout,
      @DefaultValue("5") int lockAttempts,
      @DefaultValue("1s") Duration retryPause,
      @DefaultValue("30s") Duration longestRetryPause,
      @DefaultValue("15m") Duration statementTimeout,
      @DefaultValue("10s") Duration leasePatience,
      @DefaultValue("5s") Duration timetable,
      @DefaultValue("15m") Duration scheduleGrace) {}

  /**
   * What is asked of the rows of a target before a plan runs.
   *
   * @param timeout how long all questions to one database may take
   * @param checkTimeout how long one question may take
   * @param countLimit where counting ends
   * @param sampleKeys whether keys of rows that violate something may be shown
   */
  public record Preflight(
      @DefaultValue("30s") Duration timeout,
      @DefaultValue("5s") Duration checkTimeout,
      @DefaultValue("10000") long countLimit,
      @DefaultValue("false") boolean sampleKeys) {}

  /**
   * The OpenID provider whose tokens are accepted beside the ledger's own.
   *
   * @param issuer its issuer URL; empty means that there is none
   * @param audience what its tokens have to be made for
   * @param nameClaim the claim with what a person is called
   * @param groupsClaim the claim with the groups a person is in
   * @param clientId as whom ledgerctl asks for a person's login
   * @param scopes what ledgerctl asks for with it
   */
  public record Oidc(
      @DefaultValue("") String issuer,
      @DefaultValue("") String audience,
      @DefaultValue("preferred_username") String nameClaim,
      @DefaultValue("groups") String groupsClaim,
      @DefaultValue("") String clientId,
      @DefaultValue("openid profile offline_access") String scopes) {
    public Oidc {
      if (!issuer.isEmpty() && audience.isEmpty()) {
        throw new IllegalArgumentException(
            "ledger.oidc.audience is missing: without it a token that was made for any other"
                + " program would be accepted");
      }
    }

    /** Whether there is a provider. */
    public boolean isOn() {
      return !issuer.isEmpty();
    }
  }

  /**
   * How often one may call; 0 is as often as one likes.
   *
   * @param failedLogins how many calls a minute may come from one address with a token that is
   *     worth nothing
   * @param calls how many calls a minute may be made with one token
   * @param streams how often one actor may follow the timeline at the same time
   */
  public record Limits(
      @DefaultValue("20") int failedLogins,
      @DefaultValue("1200") int calls,
      @DefaultValue("20") int streams) {}
}
