package dev.releaseledger.domain.access;

import static dev.releaseledger.domain.access.AccessDecision.accept;
import static dev.releaseledger.domain.access.AccessDecision.decline;

import dev.releaseledger.domain.access.AccessCommand.AddMember;
import dev.releaseledger.domain.access.AccessCommand.EraseActor;
import dev.releaseledger.domain.access.AccessCommand.EraseTexts;
import dev.releaseledger.domain.access.AccessCommand.GrantRole;
import dev.releaseledger.domain.access.AccessCommand.IssueToken;
import dev.releaseledger.domain.access.AccessCommand.RecordAddresses;
import dev.releaseledger.domain.access.AccessCommand.RecordKeys;
import dev.releaseledger.domain.access.AccessCommand.RemoveMember;
import dev.releaseledger.domain.access.AccessCommand.RevokeRole;
import dev.releaseledger.domain.access.AccessCommand.RevokeToken;
import dev.releaseledger.domain.access.AccessEvent.ActorErased;
import dev.releaseledger.domain.access.AccessEvent.AddressesRecorded;
import dev.releaseledger.domain.access.AccessEvent.KeysRecorded;
import dev.releaseledger.domain.access.AccessEvent.MemberAdded;
import dev.releaseledger.domain.access.AccessEvent.MemberRemoved;
import dev.releaseledger.domain.access.AccessEvent.RoleGranted;
import dev.releaseledger.domain.access.AccessEvent.RoleRevoked;
import dev.releaseledger.domain.access.AccessEvent.TextsErased;
import dev.releaseledger.domain.access.AccessEvent.TokenIssued;
import dev.releaseledger.domain.access.AccessEvent.TokenRevoked;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Who may do what, as its events have made it: a state and a command give events or a refusal.
 *
 * @param bindings what was granted and not revoked, by id
 * @param members the actors of each group that has some
 */
public record Access(
    SortedMap<String, RoleGranted> bindings, SortedMap<String, SortedSet<String>> members) {

  /** The identity of the one stream. */
  public static final String STREAM = "access";

  public Access {
    bindings = Collections.unmodifiableSortedMap(new TreeMap<>(bindings));
    members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
  }

  /** Before anything was granted. */
  public static Access initial() {
    return new Access(new TreeMap<>(), new TreeMap<>());
  }

  /** Decides one command. */
  public AccessDecision decide(AccessCommand command) {
    return switch (command) {
      case GrantRole c -> grant(c);
      case RevokeRole c -> revoke(c);
      case AddMember c ->
          isMember(c.group(), c.member())
              ? decline(new AccessRefusal.AlreadyMember(c.group()))
              : accept(new MemberAdded(c.group(), c.member(), c.reason(), c.actor(), c.at()));
      case RemoveMember c ->
          isMember(c.group(), c.member())
              ? accept(new MemberRemoved(c.group(), c.member(), c.reason(), c.actor(), c.at()))
              : decline(new AccessRefusal.NotMember(c.group()));
      case IssueToken c -> accept(issued(c));
      case RevokeToken c ->
          accept(new TokenRevoked(c.token(), c.holder(), c.reason(), c.actor(), c.at()));
      case RecordKeys c ->
          accept(new KeysRecorded(c.holder(), c.fingerprints(), c.reason(), c.actor(), c.at()));
      case RecordAddresses c ->
          accept(new AddressesRecorded(c.holder(), c.count(), c.reason(), c.actor(), c.at()));
      case EraseActor c -> erase(c);
      case EraseTexts c ->
          accept(
              new TextsErased(
                  c.digests(), c.position(), c.holder(), c.reason(), c.actor(), c.at()));
    };
  }

  /** What it is after one more event; tokens come and go in numbers, and decide nothing here. */
  public Access evolve(AccessEvent event) {
    return switch (event) {
      case RoleGranted e -> {
        SortedMap<String, RoleGranted> granted = new TreeMap<>(bindings);
        granted.put(e.binding(), e);
        yield new Access(granted, members);
      }
      case RoleRevoked e -> {
        SortedMap<String, RoleGranted> granted = new TreeMap<>(bindings);
        granted.remove(e.binding());
        yield new Access(granted, members);
      }
      case MemberAdded e -> {
        SortedSet<String> group = membersOf(e.group());
        group.add(e.member());
        yield with(e.group(), group);
      }
      case MemberRemoved e -> {
        SortedSet<String> group = membersOf(e.group());
        group.remove(e.member());
        yield with(e.group(), group);
      }
      case TokenIssued e -> this;
      case TokenRevoked e -> this;
      case KeysRecorded e -> this;
      case AddressesRecorded e -> this;
      case ActorErased e -> this;
      case TextsErased e -> this;
    };
  }

  private AccessDecision grant(GrantRole c) {
    RoleGranted event =
        new RoleGranted(
            c.binding(),
            c.subject().kind().word(),
            c.subject().id(),
            c.role(),
            c.scope().project(),
            c.scope().environment(),
            c.reason(),
            c.actor(),
            c.at());
    return bindings.values().stream()
        .filter(other -> grantsTheSame(event, other))
        .findFirst()
        .map(other -> decline(new AccessRefusal.AlreadyGranted(other.binding())))
        .orElseGet(() -> accept(event));
  }

  private AccessDecision revoke(RevokeRole c) {
    RoleGranted granted = bindings.get(c.binding());
    return granted == null
        ? decline(new AccessRefusal.UnknownBinding(c.binding()))
        : accept(
            new RoleRevoked(
                granted.binding(),
                granted.subjectKind(),
                granted.subject(),
                granted.role(),
                granted.project(),
                granted.environment(),
                c.reason(),
                c.actor(),
                c.at()));
  }

  private AccessDecision erase(EraseActor c) {
    List<String> held =
        Stream.concat(
                bindings.values().stream()
                    .filter(it -> isGrantedTo(it, c.holder()))
                    .map(it -> "grant " + it.binding()),
                members.entrySet().stream()
                    .filter(it -> it.getValue().contains(c.holder()))
                    .map(it -> "group " + it.getKey()))
            .toList();
    return held.isEmpty()
        ? accept(new ActorErased(c.holder(), c.reason(), c.actor(), c.at()))
        : decline(new AccessRefusal.ActorStillActs(held));
  }

  private static boolean isGrantedTo(RoleGranted granted, String actor) {
    return granted.subjectKind().equals(Subject.Kind.ACTOR.word())
        && granted.subject().equals(actor);
  }

  private static TokenIssued issued(IssueToken c) {
    return new TokenIssued(
        c.token(),
        c.holder(),
        c.role(),
        c.scope().project(),
        c.scope().environment(),
        List.copyOf(c.triggers()),
        c.expiresAt(),
        c.reason(),
        c.actor(),
        c.at());
  }

  private boolean isMember(String group, String member) {
    return membersOf(group).contains(member);
  }

  private SortedSet<String> membersOf(String group) {
    return new TreeSet<>(members.getOrDefault(group, Collections.emptySortedSet()));
  }

  private Access with(String group, SortedSet<String> actors) {
    SortedMap<String, SortedSet<String>> groups = new TreeMap<>(members);
    if (actors.isEmpty()) {
      groups.remove(group);
    } else {
      groups.put(group, actors);
    }
    return new Access(bindings, groups);
  }

  private static boolean grantsTheSame(RoleGranted one, RoleGranted other) {
    return one.subjectKind().equals(other.subjectKind())
        && one.subject().equals(other.subject())
        && one.role().equals(other.role())
        && Objects.equals(one.project(), other.project())
        && Objects.equals(one.environment(), other.environment());
  }
}
