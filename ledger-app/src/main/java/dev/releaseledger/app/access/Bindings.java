package dev.releaseledger.app.access;

import dev.releaseledger.app.access.Grants.Grant;
import dev.releaseledger.app.port.Ids;
import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.domain.access.AccessCommand.GrantRole;
import dev.releaseledger.domain.access.AccessCommand.RevokeRole;
import dev.releaseledger.domain.access.Scope;
import dev.releaseledger.domain.access.Subject;
import dev.releaseledger.domain.policy.Refused;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was granted: a role to an actor or a group, in a scope. */
@Component
public class Bindings {

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Ledger ledger;
  private final Scopes scopes;
  private final Clock clock;

  Bindings(JdbcClient jdbc, Ids ids, Ledger ledger, Scopes scopes, Clock clock) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.ledger = ledger;
    this.scopes = scopes;
    this.clock = clock;
  }

  /** A grant as it is listed. */
  public record Binding(String id, Grant grant, String grantedBy, Instant grantedAt) {}

  /** A grant that was recorded, and where. */
  public record Recorded(String id, long position) {}

  /** Gives a role. */
  public Recorded grant(
      Subject subject, Role role, Scope scope, @Nullable String reason, String by) {
    if (subject.kind() == Subject.Kind.GROUP && !subject.id().matches("[^\\p{Cntrl},]{1,200}")) {
      throw new Refused(new InvalidValue("group", "must be 1 to 200 characters without a comma"));
    }
    scopes.requireKnown(scope);
    String id = ids.next("bnd_");
    return new Recorded(
        id,
        ledger.record(new GrantRole(id, subject, role.word(), scope, reason, by, clock.instant())));
  }

  /** Takes a role back; from the next call on it does not hold. */
  public long revoke(String id, @Nullable String reason, String by) {
    return ledger.record(new RevokeRole(id, reason, by, clock.instant()));
  }

  /** Every grant, oldest first. */
  public List<Binding> list() {
    return jdbc.sql("select * from access_binding order by granted_at, id")
        .query((row, number) ->
            new Binding(
                row.getString("id"),
                grant(row, number),
                row.getString("granted_by"),
                row.getTimestamp("granted_at").toInstant()))
        .list();
  }

  /** What was granted to an actor and to groups. */
  List<Grant> of(String actor, Set<String> groups) {
    return jdbc.sql(
            """
            select * from access_binding
            where (subject_kind = 'actor' and subject = :actor)
              or (subject_kind = 'group' and subject = any(string_to_array(:groups, ',')))
            """)
        .param("actor", actor)
        .param("groups", String.join(",", groups))
        .query(this::grant)
        .list();
  }

  private Grant grant(ResultSet row, int number) throws SQLException {
    return new Grant(
        Subject.of(row.getString("subject_kind"), row.getString("subject")),
        Role.of(row.getString("role")).orElseThrow(),
        new Scope(row.getString("project"), row.getString("environment")));
  }
}
