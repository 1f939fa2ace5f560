package dev.releaseledger.app.access;

import dev.releaseledger.domain.access.Scope;
import dev.releaseledger.domain.access.Subject;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out who is calling, from what the call shows. */
@Component
public class Callers {

  private final AccessTokens tokens;
  private final Actors actors;
  private final Bindings bindings;

  Callers(AccessTokens tokens, Actors actors, Bindings bindings) {
    this.tokens = tokens;
    this.actors = actors;
    this.bindings = bindings;
  }

  /** The holder of one of the ledger's own tokens; nobody when it is worth nothing. */
  public Optional<Caller> ofToken(String secret) {
    return tokens.verify(secret).map(this::holder);
  }

  /**
   * Whom an identity provider vouches for.
   *
   * @param told what the provider calls this person
   * @param groups the groups that the provider's token tells
   */
  public Caller ofSubject(
      String issuer,
      String subject,
      String told,
      Collection<String> groups,
      @Nullable Instant expiresAt) {
    String actor = actors.ofSubject(issuer, subject, told);
    SortedSet<String> all = new TreeSet<>(actors.groupsOf(actor));
    // A name with a comma cannot be granted anything.
    groups.stream().filter(group -> !group.contains(",")).forEach(all::add);
    return new Caller(
        actor,
        actors.nameOf(actor),
        all,
        new Grants(bindings.of(actor, all), Scope.EVERYWHERE),
        Caller.TRIGGERS,
        actor,
        expiresAt);
  }

  /**
   * The same caller as things are now; nobody when what the call showed is worth nothing any more.
   * The groups that a provider's token told are taken as they were: such a token is short-lived.
   */
  public Optional<Caller> again(Caller caller) {
    if (caller.credential().equals(caller.actor())) {
      return tokens.isOver(caller.expiresAt())
          ? Optional.empty()
          : Optional.of(
              new Caller(
                  caller.actor(),
                  caller.name(),
                  caller.groups(),
                  new Grants(bindings.of(caller.actor(), caller.groups()), Scope.EVERYWHERE),
                  caller.triggers(),
                  caller.credential(),
                  caller.expiresAt()));
    }
    return tokens.still(caller.credential()).map(this::holder);
  }

  private Caller holder(AccessTokens.Verified token) {
    SortedSet<String> groups = actors.groupsOf(token.actor());
    Grants grants =
        token.role() == null
            ? new Grants(bindings.of(token.actor(), groups), token.scope())
            : Grants.only(Subject.actor(token.actor()), token.role(), token.scope());
    return new Caller(
        token.actor(),
        actors.nameOf(token.actor()),
        groups,
        grants,
        token.triggers(),
        token.id(),
        token.expiresAt());
  }
}
