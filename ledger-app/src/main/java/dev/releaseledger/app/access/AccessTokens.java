package dev.releaseledger.app.access;

import dev.releaseledger.app.port.Ids;
import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.app.refusal.RequestRefusal.UnknownToken;
import dev.releaseledger.domain.access.AccessCommand.IssueToken;
import dev.releaseledger.domain.access.AccessCommand.RevokeToken;
import dev.releaseledger.domain.access.Scope;
import dev.releaseledger.domain.policy.Refused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Bearer tokens: 256 random bits each, stored as a hash, bound to an actor and to limits. */
@Component
public class AccessTokens {

  /** What every token of the ledger begins with. */
  public static final String PREFIX = "rl_";

  private static final int TOKEN_BYTES = 32;

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Ledger ledger;
  private final Actors actors;
  private final Scopes scopes;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  AccessTokens(JdbcClient jdbc, Ids ids, Ledger ledger, Actors actors, Scopes scopes, Clock clock) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.ledger = ledger;
    this.actors = actors;
    this.scopes = scopes;
    this.clock = clock;
  }

  /**
   * What a token lets its holder do.
   *
   * @param role the one role it acts with, or null for those of its holder
   * @param triggers how its holder may say that an apply came about
   */
  public record Limits(
      @Nullable Role role, Scope scope, SortedSet<String> triggers, @Nullable Instant expiresAt) {

    /** A role everywhere, for good. */
    public static Limits of(Role role) {
      return new Limits(role, Scope.EVERYWHERE, Caller.TRIGGERS, null);
    }
  }

  /** A new token; the only time its secret is seen. */
  public record Issued(String id, String actor, String secret, long position) {}

  /** A token that was shown and is worth something. */
  record Verified(
      String id,
      String actor,
      @Nullable Role role,
      Scope scope,
      SortedSet<String> triggers,
      @Nullable Instant expiresAt) {}

  /** A token as it is listed, without its secret. */
  public record Listed(
      String id, String actor, Limits limits, Instant createdAt, @Nullable Instant revokedAt) {}

  /** Issues a token to an actor of its own accord, who is made known when the name is new. */
  public Issued issue(String actorName, Role role) {
    String actor = actors.ensure(actorName, Actors.Kind.PERSON);
    return issue(actor, Limits.of(role), null, actor);
  }

  /** Issues a token to an actor. */
  public Issued issue(String actor, Limits limits, @Nullable String reason, String by) {
    requirePossible(limits);
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    String id = ids.next("tok_");
    // The hash is in no event. Until the event is recorded, which tells the rest, it opens nothing.
    jdbc.sql("insert into access_token (id, hash, actor) values (?, ?, ?)")
        .params(id, hash(secret), actor)
        .update();
    long position =
        ledger.record(
            new IssueToken(
                id,
                actor,
                limits.role() == null ? null : limits.role().word(),
                limits.scope(),
                limits.triggers(),
                limits.expiresAt(),
                reason,
                by,
                clock.instant()));
    return new Issued(id, actor, secret, position);
  }

  /** The ids of the tokens of an actor that can still be used. */
  public List<String> usableOf(String actor) {
    return jdbc.sql(
            """
            select id from access_token
            where actor = ? and issued_at is not null and revoked_at is null
              and (expires_at is null or expires_at > ?)
            order by id
            """)
        .params(actor, Timestamp.from(clock.instant()))
        .query(String.class)
        .list();
  }

  /** What a token lets its holder do, if it was issued, not revoked, and is not too old. */
  Optional<Verified> verify(String secret) {
    return verified("hash", hash(secret));
  }

  /** The same of a token that was shown before, by its id. */
  Optional<Verified> still(String id) {
    return verified("id", id);
  }

  /** Whether an instant has passed. */
  boolean isOver(@Nullable Instant end) {
    return end != null && !end.isAfter(clock.instant());
  }

  private Optional<Verified> verified(String column, String value) {
    return jdbc.sql(
            "select * from access_token where "
                + column
                + """
                 = ? and issued_at is not null and revoked_at is null
                and (expires_at is null or expires_at > ?)
                """)
        .params(value, Timestamp.from(clock.instant()))
        .query((row, number) -> {
          Limits limits = limits(row);
          return new Verified(
              row.getString("id"),
              row.getString("actor"),
              limits.role(),
              limits.scope(),
              limits.triggers(),
              limits.expiresAt());
        })
        .optional();
  }

  /** Every token that was issued, oldest first. */
  public List<Listed> list() {
    return jdbc.sql(
            "select * from access_token where issued_at is not null order by created_at, id")
        .query((row, number) -> listed(row))
        .list();
  }

  /** Whether somebody could call with a token. */
  boolean someoneHoldsOne() {
    Instant now = clock.instant();
    return list().stream()
        .filter(token -> token.revokedAt() == null)
        .map(token -> token.limits().expiresAt())
        .anyMatch(end -> end == null || end.isAfter(now));
  }

  /** Makes a token worthless; the position of the event, or nothing when it was so already. */
  public Optional<Long> revoke(String id, @Nullable String reason, String by) {
    Listed token =
        list().stream()
            .filter(listed -> listed.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new Refused(new UnknownToken(id)));
    return token.revokedAt() != null
        ? Optional.empty()
        : Optional.of(
            ledger.record(new RevokeToken(id, token.actor(), reason, by, clock.instant())));
  }

  private void requirePossible(Limits limits) {
    scopes.requireKnown(limits.scope());
    if (limits.triggers().isEmpty() || !Caller.TRIGGERS.containsAll(limits.triggers())) {
      throw new Refused(
          new InvalidValue(
              "triggers", "must be manual, pipeline or both: a deployment never applies"));
    }
    if (limits.expiresAt() != null && !limits.expiresAt().isAfter(clock.instant())) {
      throw new Refused(new InvalidValue("expiresIn", "must be in the future"));
    }
  }

  private static Listed listed(ResultSet row) throws SQLException {
    return new Listed(
        row.getString("id"),
        row.getString("actor"),
        limits(row),
        row.getTimestamp("created_at").toInstant(),
        instant(row.getTimestamp("revoked_at")));
  }

  private static Limits limits(ResultSet row) throws SQLException {
    String role = row.getString("role");
    String triggers = row.getString("triggers");
    return new Limits(
        role == null ? null : Role.of(role).orElseThrow(),
        new Scope(row.getString("project"), row.getString("environment")),
        triggers == null ? Caller.TRIGGERS : new TreeSet<>(List.of(triggers.split(","))),
        instant(row.getTimestamp("expires_at")));
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }

  private static String hash(String secret) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
