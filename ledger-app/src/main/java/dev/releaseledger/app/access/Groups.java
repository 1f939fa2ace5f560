package dev.releaseledger.app.access;

import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.domain.access.AccessCommand.AddMember;
import dev.releaseledger.domain.access.AccessCommand.RemoveMember;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The groups of the ledger's own; those of an identity provider come with its tokens. */
@Component
public class Groups {

  private final JdbcClient jdbc;
  private final Ledger ledger;
  private final Clock clock;

  Groups(JdbcClient jdbc, Ledger ledger, Clock clock) {
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** A group as it is listed. */
  public record Group(String name, int members) {}

  /** Lets an actor in. */
  public long add(String group, String actor, @Nullable String reason, String by) {
    Actors.requireName("group", group);
    return ledger.record(new AddMember(group, actor, reason, by, clock.instant()));
  }

  /** Lets an actor out. */
  public long remove(String group, String actor, @Nullable String reason, String by) {
    return ledger.record(new RemoveMember(group, actor, reason, by, clock.instant()));
  }

  /** Every group that somebody is in. */
  public List<Group> list() {
    return jdbc.sql("select group_name, count(*) from access_member group by group_name order by 1")
        .query((row, number) -> new Group(row.getString(1), row.getInt(2)))
        .list();
  }

  /** The actors in a group. */
  public List<String> members(String group) {
    return jdbc.sql("select actor from access_member where group_name = ? order by actor")
        .param(group)
        .query(String.class)
        .list();
  }
}
