package dev.releaseledger.domain.access;

import dev.releaseledger.domain.privacy.FreeText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens to who may do what.
 *
 * <p>Events carry opaque ids and names of groups, never a secret, a person's name or an address.
 */
public sealed interface AccessEvent {

  /** Who did it, as an actor id. */
  String actor();

  Instant at();

  /** The project it is about, or null when it is about none or all. */
  default @Nullable String project() {
    return null;
  }

  /** The environment it is about, or null when it is about none or all. */
  default @Nullable String environment() {
    return null;
  }

  /**
   * Somebody may do more than before.
   *
   * @param subjectKind {@code actor} or {@code group}
   * @param subject an actor id, or the name of a group
   */
  record RoleGranted(
      String binding,
      String subjectKind,
      String subject,
      String role,
      @Nullable String project,
      @Nullable String environment,
      @FreeText @Nullable String reason,
      String actor,
      Instant at)
      implements AccessEvent {}

  /** Somebody has a role no longer that was granted. */
  record RoleRevoked(
      String binding,
      String subjectKind,
      String subject,
      String role,
      @Nullable String project,
      @Nullable String environment,
      @FreeText @Nullable String reason,
      String actor,
      Instant at)
      implements AccessEvent {}

  /** An actor is in a group. */
  record MemberAdded(
      String group, String member, @FreeText @Nullable String reason, String actor, Instant at)
      implements AccessEvent {}

  /** An actor is in a group no longer. */
  record MemberRemoved(
      String group, String member, @FreeText @Nullable String reason, String actor, Instant at)
      implements AccessEvent {}

  /**
   * A token may be used.
   *
   * @param holder whose it is, as an actor id
   * @param role the one role it acts with, or null when it acts with its holder's
   * @param triggers how its holder may say that an apply came about
   */
  record TokenIssued(
      String token,
      String holder,
      @Nullable String role,
      @Nullable String project,
      @Nullable String environment,
      List<String> triggers,
      @Nullable Instant expiresAt,
      @FreeText @Nullable String reason,
      String actor,
      Instant at)
      implements AccessEvent {
    public TokenIssued {
      triggers = List.copyOf(triggers);
    }
  }

  /** A token is worthless. */
  record TokenRevoked(
      String token, String holder, @FreeText @Nullable String reason, String actor, Instant at)
      implements AccessEvent {}

  /**
   * With these keys an actor signs approvals from now on.
   *
   * @param fingerprints as {@code ssh-keygen -l} tells them
   */
  record KeysRecorded(
      String holder,
      List<String> fingerprints,
      @FreeText @Nullable String reason,
      String actor,
      Instant at)
      implements AccessEvent {
    public KeysRecorded {
      fingerprints = List.copyOf(fingerprints);
    }
  }

  /** By other addresses than before an actor is known as the author of commits. */
  record AddressesRecorded(
      String holder, int count, @FreeText @Nullable String reason, String actor, Instant at)
      implements AccessEvent {}

  /**
   * The name, the addresses and the sign-in of an actor are forgotten; what it did remains, by an
   * id that stands for nobody any more.
   */
  record ActorErased(String holder, @FreeText @Nullable String reason, String actor, Instant at)
      implements AccessEvent {}

  /**
   * Texts that events hold digests of are forgotten.
   *
   * @param digests those of the texts
   * @param position of the one event they are of, or null
   * @param holder who had written them all, as an actor id, or null
   */
  record TextsErased(
      List<String> digests,
      @Nullable Long position,
      @Nullable String holder,
      @FreeText @Nullable String reason,
      String actor,
      Instant at)
      implements AccessEvent {
    public TextsErased {
      digests = List.copyOf(digests);
    }
  }
}
