package dev.releaseledger.app.access;

import dev.releaseledger.app.port.Ids;
import dev.releaseledger.app.port.Ledger;
import dev.releaseledger.app.port.People;
import dev.releaseledger.app.refusal.CallerRefusal.UnknownActor;
import dev.releaseledger.app.refusal.RequestRefusal.InvalidValue;
import dev.releaseledger.domain.access.AccessCommand.EraseActor;
import dev.releaseledger.domain.access.AccessCommand.RecordAddresses;
import dev.releaseledger.domain.policy.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people and services that act, with what events do not carry: names and addresses. */
@Component
public class Actors implements People {

  private static final Pattern NAME = Pattern.compile("[\\w.@+-]{1,100}");
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,]+@[^\\s@<>,]+");

  private final JdbcClient jdbc;
  private final Ids ids;
  private final Ledger ledger;
  private final Clock clock;
  // A name is given once, and goes once at most; a list asks for the same few again and again.
  private final RecentNames names;

  Actors(JdbcClient jdbc, Ids ids, Ledger ledger, Clock clock) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.ledger = ledger;
    this.clock = clock;
    this.names = new RecentNames(clock);
  }

  /** What an actor is. */
  public enum Kind {
    PERSON,
    SERVICE;

    /** The word used on the wire. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** An actor as it is listed. */
  public record Actor(String id, String name, String kind, SortedSet<String> addresses) {}

  /** Makes an actor known, when the name is new; answers with the id. */
  public String ensure(String name, Kind kind) {
    requireName("actorName", name);
    jdbc.sql("insert into actor (id, name, kind) values (?, ?, ?) on conflict (name) do nothing")
        .params(ids.next("act_"), name, kind.word())
        .update();
    return actorNamed(name).orElseThrow();
  }

  /**
   * The actor whom an identity provider knows by a subject; made known by this on first use, under
   * the name that the provider tells, or one like it where that is somebody else's.
   */
  public String ofSubject(String issuer, String subject, String told) {
    return bySubject(issuer, subject)
        .orElseGet(() -> {
          String name = told.replaceAll("[^\\w.@+-]", "-");
          String fitting = name.substring(0, Math.min(name.length(), 80));
          // A name alone proves nothing: who is called admin elsewhere is not this admin.
          for (int i = 1; bySubject(issuer, subject).isEmpty(); i++) {
            jdbc.sql(
                    """
                    insert into actor (id, name, issuer, subject) values (?, ?, ?, ?)
                    on conflict do nothing
                    """)
                .params(ids.next("act_"), i == 1 ? fitting : fitting + "-" + i, issuer, subject)
                .update();
          }
          return bySubject(issuer, subject).orElseThrow();
        });
  }

  /** Says of an actor what a provider calls it, before it was ever seen. */
  public void bind(String actor, String issuer, String subject) {
    Optional<String> other = bySubject(issuer, subject).filter(known -> !known.equals(actor));
    if (other.isPresent()) {
      throw new Refused(
          new InvalidValue("subject", "is that of " + nameOf(other.get()) + " already"));
    }
    jdbc.sql("update actor set issuer = ?, subject = ? where id = ?")
        .params(issuer, subject, actor)
        .update();
  }

  /** Says what an actor is. */
  public void setKind(String actor, Kind kind) {
    jdbc.sql("update actor set kind = ? where id = ?").params(kind.word(), actor).update();
  }

  /** Replaces an actor's addresses; the ledger learns how many there are. */
  public long setAddresses(
      String actor, List<String> addresses, @Nullable String reason, String by) {
    SortedSet<String> wanted = new TreeSet<>();
    for (String address : addresses) {
      if (!ADDRESS.matcher(address).matches()) {
        throw new Refused(new InvalidValue("addresses", "'%s' is no address".formatted(address)));
      }
      wanted.add(address.toLowerCase(Locale.ROOT));
    }
    long position =
        ledger.record(new RecordAddresses(actor, wanted.size(), reason, by, clock.instant()));
    for (String address : wanted) {
      jdbc.sql("insert into actor_address (actor, address) values (?, ?) on conflict do nothing")
          .params(actor, address)
          .update();
    }
    jdbc.sql(
            """
            delete from actor_address
            where actor = ? and address <> all (string_to_array(?, ','))
            """)
        .params(actor, String.join(",", wanted))
        .update();
    return position;
  }

  /** Every actor, oldest first. */
  public List<Actor> list() {
    return jdbc.sql(
            "select id, name, kind from actor where erased_at is null order by created_at, id")
        .query((row, number) ->
            new Actor(
                row.getString("id"),
                row.getString("name"),
                row.getString("kind"),
                addressesOf(row.getString("id"))))
        .list();
  }

  /** The actor of a name, or a refusal. */
  public String require(String name) {
    return actorNamed(name).orElseThrow(() -> new Refused(new UnknownActor(name)));
  }

  /** Forgets who an actor was; the id remains. */
  public long erase(String actor, @Nullable String reason, String by) {
    long position = ledger.record(new EraseActor(actor, reason, by, clock.instant()));
    names.clear();
    return position;
  }

  /** When an actor did something last, by the clock of the service that recorded it. */
  public Instant lastActed(String actor) {
    return jdbc.sql(
            """
            select at from view_timeline where hashtext(actor) = hashtext(?) and actor = ?
            order by position desc limit 1
            """)
        .params(actor, actor)
        .query((row, number) -> row.getTimestamp(1).toInstant())
        .optional()
        .orElse(Instant.MIN);
  }

  @Override
  public SortedSet<String> groupsOf(String actor) {
    return new TreeSet<>(
        jdbc.sql("select group_name from access_member where actor = ?")
            .param(actor)
            .query(String.class)
            .list());
  }

  @Override
  public SortedSet<String> addressesOf(String actor) {
    return new TreeSet<>(
        jdbc.sql("select address from actor_address where actor = ?")
            .param(actor)
            .query(String.class)
            .list());
  }

  @Override
  public String nameOf(String actor) {
    String known = names.get(actor, this::readName);
    return known == null ? actor : known;
  }

  @Override
  public Optional<String> actorNamed(String name) {
    return jdbc.sql("select id from actor where name = ?")
        .param(name)
        .query(String.class)
        .optional();
  }

  @Override
  public boolean isService(String actor) {
    return jdbc.sql("select kind from actor where id = ?")
        .param(actor)
        .query(String.class)
        .optional()
        .filter(Kind.SERVICE.word()::equals)
        .isPresent();
  }

  @Override
  public SortedSet<String> actorsAt(String address) {
    return new TreeSet<>(
        jdbc.sql("select actor from actor_address where address = ?")
            .param(address)
            .query(String.class)
            .list());
  }

  private Optional<String> bySubject(String issuer, String subject) {
    return jdbc.sql("select id from actor where issuer = ? and subject = ?")
        .params(issuer, subject)
        .query(String.class)
        .optional();
  }

  private @Nullable String readName(String actor) {
    return jdbc.sql("select name from actor where id = ?")
        .param(actor)
        .query(String.class)
        .optional()
        .orElse(null);
  }

  static void requireName(String field, String name) {
    if (!NAME.matcher(name).matches() || name.startsWith("act_")) {
      throw new Refused(
          new InvalidValue(
              field,
              "must be 1 to 100 letters, digits or one of . _ @ + -, and not begin with act_"));
    }
  }
}
