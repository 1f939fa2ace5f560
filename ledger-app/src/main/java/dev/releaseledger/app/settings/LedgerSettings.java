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
 * @param publicUrl the address under which the service is known to others; empty means none
 * @param notices how entries of the ledger are told to others
 * @param mail who takes mail from the service
 * @param evidence how the tamper-evident log is kept
 * @param anchors where its checkpoints are kept by others
 * @param retention how long nothing is erased that was recorded
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
    @DefaultValue Limits limits,
    @DefaultValue("") String publicUrl,
    @DefaultValue Notices notices,
    @DefaultValue Mail mail,
    @DefaultValue Evidence evidence,
    @DefaultValue Anchors anchors,
    @DefaultValue("0s") Duration retention) {

  public LedgerSettings {
    if (evidence.gate() == Evidence.Gate.ANCHORED && anchors.file().isEmpty()) {
      throw new IllegalArgumentException(
          "ledger.anchors.file is missing: with ledger.evidence.gate=anchored nothing could ever be"
              + " applied");
    }
  }

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

  /**
   * How entries of the ledger are told to others.
   *
   * @param key what the secrets of webhooks are derived from; empty means that a file has it
   * @param keyFile the file with it; empty means {@code notice.key} in the data folder
   * @param privateAddresses what may be reached beside the internet: hosts and ranges of addresses
   *     with commas between them, or {@code allowed} for all; empty means nothing
   * @param look how often it is looked what is to be told
   * @param attempts how often it is tried to deliver something
   * @param firstPause the most that is waited after the first attempt
   * @param longestPause the most that is waited after any
   * @param timeout how long a receiver may take for each part of an answer
   * @param rotationGrace how long a secret counts beside the one that takes its place
   * @param keep how long it is known what arrived
   */
  public record Notices(
      @DefaultValue("") String key,
      @DefaultValue("") String keyFile,
      @DefaultValue("") String privateAddresses,
      @DefaultValue("1s") Duration look,
      @DefaultValue("10") int attempts,
      @DefaultValue("10s") Duration firstPause,
      @DefaultValue("16h") Duration longestPause,
      @DefaultValue("10s") Duration timeout,
      @DefaultValue("24h") Duration rotationGrace,
      @DefaultValue("30d") Duration keep) {

    /** Of how many characters a key consists at least. */
    public static final int SHORTEST_KEY = 32;

    public Notices {
      if (!key.isEmpty() && key.length() < SHORTEST_KEY) {
        throw new IllegalArgumentException(
            "ledger.notices.key is too short to be a key: it needs 32 characters, drawn by chance");
      }
    }
  }

  /**
   * Who takes mail from the service.
   *
   * @param host the SMTP server; empty means that there is none
   * @param security how the connection is kept private
   * @param from whose mail it is, an address or {@code Name <address>}
   */
  public record Mail(
      @DefaultValue("") String host,
      @DefaultValue("587") int port,
      @DefaultValue("") String user,
      @DefaultValue("") String password,
      @DefaultValue("starttls") Security security,
      @DefaultValue("") String from) {

    /** How a connection to a mail server is kept private. */
    public enum Security {
      /** It begins in the open and has to become private before anything is said. */
      STARTTLS,
      /** It is private from the beginning. */
      TLS,
      /** It is not. */
      NONE
    }

    public Mail {
      if (!host.isEmpty() && from.isEmpty()) {
        throw new IllegalArgumentException(
            "ledger.mail.from is missing: mail has to say whose it is");
      }
    }

    /** Whether there is a server. */
    public boolean isOn() {
      return !host.isEmpty();
    }
  }

  /**
   * How the tamper-evident log is kept.
   *
   * @param origin what the log is called; empty means the address of the service without its
   *     scheme, or an id where it has none
   * @param logKeyFile the file with the key that signs checkpoints, PKCS#8 in PEM; empty means
   *     {@code log.key} in the data folder
   * @param attestationKeyFile the file with the key that signs statements about releases, PKCS#8 in
   *     PEM; empty means {@code attestation.key} in the data folder
   * @param seal how often it is looked what is to be sealed
   * @param gate whether an apply waits until its approvals are anchored
   */
  public record Evidence(
      @DefaultValue("") String origin,
      @DefaultValue("") String logKeyFile,
      @DefaultValue("") String attestationKeyFile,
      @DefaultValue("") String logPredecessor,
      @DefaultValue("1s") Duration seal,
      @DefaultValue("off") Gate gate) {

    /** What an apply waits for. */
    public enum Gate {
      /** For nothing of the kind. */
      OFF,
      /** Until its approvals are proven to be in a checkpoint that others keep. */
      ANCHORED
    }
  }

  /**
   * Where checkpoints of the log are kept by others.
   *
   * @param file the file that names the places; empty means that there are none
   * @param every how often a checkpoint is anchored while the log grows
   * @param heartbeat how often one is anchored at least
   * @param onApproval whether one is anchored after each approval as well
   * @param look how often it is looked what is to be anchored
   * @param firstPause the most that is waited after the first attempt that failed
   * @param longestPause the most that is waited after any
   * @param timeout how long a place may take for each part of an answer
   * @param gitUsername the user for repositories that keep checkpoints
   * @param gitPassword the password or token
   */
  public record Anchors(
      @DefaultValue("") String file,
      @DefaultValue("1h") Duration every,
      @DefaultValue("24h") Duration heartbeat,
      @DefaultValue("false") boolean onApproval,
      @DefaultValue("5s") Duration look,
      @DefaultValue("30s") Duration firstPause,
      @DefaultValue("15m") Duration longestPause,
      @DefaultValue("15s") Duration timeout,
      @DefaultValue("") String gitUsername,
      @DefaultValue("") String gitPassword) {}
}
