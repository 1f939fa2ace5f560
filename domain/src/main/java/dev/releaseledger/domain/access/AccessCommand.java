package dev.releaseledger.domain.access;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** What can be asked about who may do what. */
public sealed interface AccessCommand {

  /** Who asks, as an actor id. */
  String actor();

  Instant at();

  @Nullable String reason();

  /** Give somebody a role. */
  record GrantRole(
      String binding,
      Subject subject,
      String role,
      Scope scope,
      @Nullable String reason,
      String actor,
      Instant at)
      implements AccessCommand {}

  /** Take a role back. */
  record RevokeRole(String binding, @Nullable String reason, String actor, Instant at)
      implements AccessCommand {}

  /** Let an actor into a group. */
  record AddMember(String group, String member, @Nullable String reason, String actor, Instant at)
      implements AccessCommand {}

  /** Let an actor out of a group. */
  record RemoveMember(
      String group, String member, @Nullable String reason, String actor, Instant at)
      implements AccessCommand {}

  /** Let a token that was drawn be used. */
  record IssueToken(
      String token,
      String holder,
      @Nullable String role,
      Scope scope,
      SortedSet<String> triggers,
      @Nullable Instant expiresAt,
      @Nullable String reason,
      String actor,
      Instant at)
      implements AccessCommand {}

  /** Make a token worthless. */
  record RevokeToken(String token, String holder, @Nullable String reason, String actor, Instant at)
      implements AccessCommand {}

  /** Note with which keys an actor signs. */
  record RecordKeys(
      String holder, List<String> fingerprints, @Nullable String reason, String actor, Instant at)
      implements AccessCommand {
    public RecordKeys {
      fingerprints = List.copyOf(fingerprints);
    }
  }

  /** Note that the git addresses of an actor are other ones. */
  record RecordAddresses(
      String holder, int count, @Nullable String reason, String actor, Instant at)
      implements AccessCommand {}

  /** Forget who an actor was. */
  record EraseActor(String holder, @Nullable String reason, String actor, Instant at)
      implements AccessCommand {}

  /**
   * Forget texts.
   *
   * @param digests those that events hold of them
   * @param position of the one event they are of, or null
   * @param holder who had written them all, or null
   */
  record EraseTexts(
      List<String> digests,
      @Nullable Long position,
      @Nullable String holder,
      @Nullable String reason,
      String actor,
      Instant at)
      implements AccessCommand {
    public EraseTexts {
      digests = List.copyOf(digests);
    }
  }
}
