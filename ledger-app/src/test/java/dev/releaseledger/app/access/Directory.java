package dev.releaseledger.app.access;

import dev.releaseledger.app.port.Ids;
import dev.releaseledger.app.store.RunningLedger;
import dev.releaseledger.projections.environments.Environments;
import dev.releaseledger.projections.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;

/** All that knows who is who, on a running ledger, with a clock that a test can put forward. */
final class Directory implements AutoCloseable {

  final RunningLedger ledger;
  private volatile Instant now = Instant.parse("2026-01-20T10:00:00Z");
  final Actors actors;
  final AccessTokens tokens;
  final Bindings bindings;
  final Groups groups;
  final Callers callers;

  Directory(TestDatabase database) {
    ledger = RunningLedger.on(database, "node-1");
    InstantSource source = () -> now;
    Clock clock = source.withZone(ZoneOffset.UTC);
    Ids ids = ledger.the(Ids.class);
    Scopes scopes = new Scopes(ledger.the(Environments.class));
    actors = new Actors(ledger.jdbc(), ids, ledger.ledger(), clock);
    tokens = new AccessTokens(ledger.jdbc(), ids, ledger.ledger(), actors, scopes, clock);
    bindings = new Bindings(ledger.jdbc(), ids, ledger.ledger(), scopes, clock);
    groups = new Groups(ledger.jdbc(), ledger.ledger(), clock);
    callers = new Callers(tokens, actors, bindings);
  }

  Instant now() {
    return now;
  }

  void forward(Duration time) {
    now = now.plus(time);
  }

  /** The names of the events about who may do what, oldest first. */
  List<String> events() {
    return ledger
        .jdbc()
        .sql("select name from ledger_event where stream = 'access' order by position")
        .query(String.class)
        .list();
  }

  /** All that is recorded, as it is stored. */
  String recorded() {
    return String.join(
        "\n", ledger.jdbc().sql("select payload from ledger_event").query(String.class).list());
  }

  @Override
  public void close() {
    ledger.close();
  }
}
