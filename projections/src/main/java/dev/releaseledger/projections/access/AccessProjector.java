package dev.releaseledger.projections.access;

import dev.releaseledger.domain.access.AccessEvent.ActorErased;
import dev.releaseledger.domain.access.AccessEvent.MemberAdded;
import dev.releaseledger.domain.access.AccessEvent.MemberRemoved;
import dev.releaseledger.domain.access.AccessEvent.RoleGranted;
import dev.releaseledger.domain.access.AccessEvent.RoleRevoked;
import dev.releaseledger.domain.access.AccessEvent.TextsErased;
import dev.releaseledger.domain.access.AccessEvent.TokenIssued;
import dev.releaseledger.domain.access.AccessEvent.TokenRevoked;
import dev.releaseledger.domain.privacy.FreeText;
import dev.releaseledger.projections.ViewTables;
import java.sql.Timestamp;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a call is judged by, in the transaction in which the event is recorded.
 *
 * <p>It is no view that can be dropped: the hashes of tokens are in no event.
 */
@ProcessingGroup(AccessProjector.NAME)
public final class AccessProjector {

  /** The processor that hands events over as they are recorded. */
  public static final String NAME = "access";

  private final ViewTables tables;

  public AccessProjector(ViewTables tables) {
    this.tables = tables;
  }

  @EventHandler
  void on(RoleGranted event) {
    tables.update(
        """
        insert into access_binding
          (id, subject_kind, subject, role, project, environment, granted_by, granted_at)
        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
        """,
        event.binding(),
        event.subjectKind(),
        event.subject(),
        event.role(),
        event.project(),
        event.environment(),
        event.actor(),
        Timestamp.from(event.at()));
  }

  @EventHandler
  void on(RoleRevoked event) {
    tables.update("delete from access_binding where id = ?", event.binding());
  }

  @EventHandler
  void on(MemberAdded event) {
    tables.update(
        "insert into access_member (group_name, actor) values (?, ?) on conflict do nothing",
        event.group(),
        event.member());
  }

  @EventHandler
  void on(MemberRemoved event) {
    tables.update(
        "delete from access_member where group_name = ? and actor = ?",
        event.group(),
        event.member());
  }

  @EventHandler
  void on(TokenIssued event) {
    tables.update(
        """
        update access_token
        set role = ?, project = ?, environment = ?, triggers = ?, expires_at = ?, issued_at = ?
        where id = ?
        """,
        event.role(),
        event.project(),
        event.environment(),
        String.join(",", event.triggers()),
        timestamp(event.expiresAt()),
        Timestamp.from(event.at()),
        event.token());
  }

  @EventHandler
  void on(TokenRevoked event) {
    tables.update(
        "update access_token set revoked_at = coalesce(revoked_at, ?) where id = ?",
        Timestamp.from(event.at()),
        event.token());
  }

  @EventHandler
  void on(ActorErased event) {
    tables.update(
        """
        update actor set name = id, issuer = null, subject = null, erased_at = ? where id = ?
        """,
        Timestamp.from(event.at()),
        event.holder());
    tables.update("delete from actor_address where actor = ?", event.holder());
    tables.update(
        "update actor_key set removed_at = coalesce(removed_at, ?) where actor = ?",
        Timestamp.from(event.at()),
        event.holder());
  }

  @EventHandler
  void on(TextsErased event) {
    for (String digest : event.digests()) {
      String commitment = digest.substring(digest.indexOf(':') + 1);
      tables.update(
          """
          update notice_subscription set pause_reason = ?
          where pause_reason = (select text from free_text where commitment = ?)
          """,
          FreeText.ERASED,
          commitment);
      tables.update("delete from free_text where commitment = ?", commitment);
    }
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }
}
