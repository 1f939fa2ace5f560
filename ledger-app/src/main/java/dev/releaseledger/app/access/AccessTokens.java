package dev.releaseledger.app.access;

import dev.releaseledger.app.port.Ids;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Bearer tokens: 256 random bits each, stored as a hash, bound to an actor and a role. */
@Component
public class AccessTokens {

  private static final int TOKEN_BYTES = 32;

  private final JdbcClient jdbc;
  private final Ids ids;
  // A name is given once and never changes; a list asks for the same few again and again.
  private final Map<String, String> names = new ConcurrentHashMap<>();
  private final SecureRandom random = new SecureRandom();

  AccessTokens(JdbcClient jdbc, Ids ids) {
    this.jdbc = jdbc;
    this.ids = ids;
  }

  /** A new token; the only time its secret is seen. */
  public record Issued(String id, Caller caller, String secret) {}

  /** A token as it is listed, without its secret. */
  public record Listed(
      String id,
      String actor,
      String actorName,
      Role role,
      Instant createdAt,
      @Nullable Instant revokedAt) {}

  /** Issues a token to an actor, who is made known by this when the name is new. */
  @Transactional
  public Issued issue(String actorName, Role role) {
    jdbc.sql("insert into actor (id, name) values (?, ?) on conflict (name) do nothing")
        .params(ids.next("act_"), actorName)
        .update();
    String actor =
        jdbc.sql("select id from actor where name = ?")
            .param(actorName)
            .query(String.class)
            .single();
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    String secret = "rl_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    String id = ids.next("tok_");
    jdbc.sql("insert into access_token (id, hash, actor, role) values (?, ?, ?, ?)")
        .params(id, hash(secret), actor, role.word())
        .update();
    return new Issued(id, new Caller(actor, actorName, role), secret);
  }

  /** Who holds a token, if it is known and not revoked. */
  public Optional<Caller> verify(String secret) {
    return jdbc.sql(
            """
            select a.id, a.name, t.role from access_token t join actor a on a.id = t.actor
            where t.hash = ? and t.revoked_at is null
            """)
        .param(hash(secret))
        .query((row, number) ->
            new Caller(row.getString("id"), row.getString("name"), role(row.getString("role"))))
        .optional();
  }

  /** Every token, oldest first. */
  public List<Listed> list() {
    return jdbc.sql(
            """
            select t.id, t.actor, a.name, t.role, t.created_at, t.revoked_at
            from access_token t join actor a on a.id = t.actor order by t.created_at, t.id
            """)
        .query((row, number) ->
            new Listed(
                row.getString("id"),
                row.getString("actor"),
                row.getString("name"),
                role(row.getString("role")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("revoked_at") == null
                    ? null
                    : row.getTimestamp("revoked_at").toInstant()))
        .list();
  }

  /** Makes a token worthless; false when there is none of this id. */
  public boolean revoke(String id) {
    return jdbc.sql("update access_token set revoked_at = coalesce(revoked_at, now()) where id = ?")
            .param(id)
            .update()
        == 1;
  }

  /** The name of an actor id; the id itself when it is not known. */
  public String nameOf(String actor) {
    String known = names.computeIfAbsent(actor, this::readName);
    return known == null ? actor : known;
  }

  private @Nullable String readName(String actor) {
    return jdbc.sql("select name from actor where id = ?")
        .param(actor)
        .query(String.class)
        .optional()
        .orElse(null);
  }

  private static Role role(String word) {
    return Role.valueOf(word.toUpperCase(java.util.Locale.ROOT));
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
