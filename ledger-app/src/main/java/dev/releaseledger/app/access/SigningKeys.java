package dev.releaseledger.app.access;

import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.app.port.Signatures;
import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.domain.access.AccessCommand.RecordKeys;
import dev.releaseledger.domain.policy.Refused;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The SSH keys with which people sign approvals. */
@Component
public class SigningKeys {

  private final JdbcClient jdbc;
  private final Signatures signatures;
  private final Ledger ledger;
  private final Clock clock;

  SigningKeys(JdbcClient jdbc, Signatures signatures, Ledger ledger, Clock clock) {
    this.jdbc = jdbc;
    this.signatures = signatures;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** The public keys an actor signs with, as lines of OpenSSH without their comments. */
  public List<String> of(String actor) {
    return jdbc.sql(
            "select line from actor_key where actor = ? and removed_at is null order by added_at")
        .param(actor)
        .query(String.class)
        .list();
  }

  /**
   * A key that somebody signs or signed with.
   *
   * @param until until when, or null where it still is
   */
  public record Held(String actor, String line, Instant from, @Nullable Instant until) {}

  /** The keys of all who have signed or may sign, in the order in which they became known. */
  public List<Held> all() {
    return jdbc.sql(
            "select actor, line, added_at, removed_at from actor_key order by added_at, actor,"
                + " line")
        .query((row, number) -> {
          Timestamp removed = row.getTimestamp("removed_at");
          return new Held(
              row.getString("actor"),
              row.getString("line"),
              row.getTimestamp("added_at").toInstant(),
              removed == null ? null : removed.toInstant());
        })
        .list();
  }

  /** The fingerprints of the keys an actor signs with. */
  public List<String> fingerprintsOf(String actor) {
    return jdbc.sql(
            "select fingerprint from actor_key where actor = ? and removed_at is null order by 1")
        .param(actor)
        .query(String.class)
        .list();
  }

  /** Replaces an actor's keys; the ledger learns their fingerprints. */
  @Transactional
  public long set(String actor, List<String> lines, @Nullable String reason, String by) {
    SortedMap<String, String> wanted = new TreeMap<>();
    lines.forEach(line -> wanted.put(signatures.fingerprint(line), withoutComment(line)));
    for (String fingerprint : wanted.keySet()) {
      requireFree(fingerprint, actor);
    }
    jdbc.sql("update actor_key set removed_at = now() where actor = ? and removed_at is null")
        .param(actor)
        .update();
    for (Map.Entry<String, String> key : wanted.entrySet()) {
      jdbc.sql(
              """
              insert into actor_key (actor, fingerprint, line) values (?, ?, ?)
              on conflict (actor, fingerprint) do update set removed_at = null
              """)
          .params(actor, key.getKey(), key.getValue())
          .update();
    }
    return ledger.record(
        new RecordKeys(actor, List.copyOf(wanted.keySet()), reason, by, clock.instant()));
  }

  private void requireFree(String fingerprint, String actor) {
    boolean taken =
        jdbc.sql("select count(*) from actor_key where fingerprint = ? and actor <> ?")
                .params(fingerprint, actor)
                .query(Integer.class)
                .single()
            > 0;
    if (taken) {
      throw new Refused(new InvalidValue("keys", fingerprint + " is or was somebody else's"));
    }
  }

  /** What follows the key is often an address. */
  private static String withoutComment(String line) {
    String[] parts = line.strip().split("\\s+");
    return parts[0] + " " + parts[1];
  }
}
