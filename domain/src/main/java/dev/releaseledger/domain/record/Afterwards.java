package dev.releaseledger.domain.record;

import dev.releaseledger.domain.environment.EnvironmentEvent.ApplyFailed;
import dev.releaseledger.domain.environment.EnvironmentEvent.BackfillRecorded;
import dev.releaseledger.domain.environment.EnvironmentEvent.EmergencyDeclared;
import dev.releaseledger.domain.environment.EnvironmentEvent.EmergencyReviewed;
import dev.releaseledger.domain.environment.EnvironmentEvent.PlanProposed;
import dev.releaseledger.domain.environment.EnvironmentEvent.ReleaseAdvanced;
import dev.releaseledger.domain.environment.EnvironmentEvent.StatementApplied;
import dev.releaseledger.domain.record.ChangeRecord.Backfill;
import dev.releaseledger.domain.record.ChangeRecord.Emergency;
import dev.releaseledger.domain.record.ChangeRecord.Filled;
import dev.releaseledger.domain.record.ChangeRecord.Outcome;
import dev.releaseledger.domain.record.ChangeRecord.Reviewed;
import dev.releaseledger.domain.record.ChangeRecord.StatusChange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a change leaves behind: how it ended, and what somebody still has to do about it. */
final class Afterwards {

  private Afterwards() {}

  static @Nullable Emergency emergency(Found found) {
    List<Reviewed> reviews =
        found.each(
            EmergencyReviewed.class, (it, at) -> new Reviewed(it.justified(), it.reason(), at));
    List<Emergency> declared =
        found.each(
            EmergencyDeclared.class,
            (it, at) -> new Emergency(it.reason(), it.reference(), it.reviewDue(), at, null));
    if (declared.isEmpty()) {
      return null;
    }
    Emergency last = declared.getLast();
    Reviewed reviewed =
        reviews.stream()
            .filter(it -> it.recorded().position() > last.recorded().position())
            .reduce((one, other) -> other)
            .orElse(null);
    return new Emergency(
        last.reason(), last.reference(), last.reviewDue(), last.recorded(), reviewed);
  }

  static @Nullable Backfill backfill(Found found, PlanProposed proposal) {
    String wanted = proposal.terms() == null ? null : proposal.terms().backfill();
    List<Filled> filled =
        found.each(
            BackfillRecorded.class,
            (it, at) -> new Filled(it.validated(), it.rows(), it.reference(), it.note(), at));
    return wanted == null
        ? null
        : new Backfill(wanted, filled.stream().anyMatch(Filled::validated), filled);
  }

  static Outcome outcome(
      StatusChange last,
      Dossier dossier,
      Found found,
      @Nullable Emergency emergency,
      @Nullable Backfill backfill) {
    List<String> open = new ArrayList<>();
    if (emergency != null && emergency.reviewed() == null) {
      open.add("somebody else has to review the emergency by " + emergency.reviewDue());
    }
    if (backfill != null && !backfill.complete()) {
      open.add("backfill: " + backfill.wanted());
    }
    return new Outcome(sentence(last.rolloutStatus(), dossier, found), open);
  }

  private static String sentence(String status, Dossier dossier, Found found) {
    PlanProposed proposal = dossier.proposal();
    String place = proposal.project() + "/" + proposal.environment();
    ReleaseAdvanced release = found.last(ReleaseAdvanced.class);
    ApplyFailed failed = found.last(ApplyFailed.class);
    return switch (status) {
      case "released", "backfill-pending" ->
          "%s is at release %s"
              .formatted(place, release == null ? "of the plan" : release.release());
      case "failed" ->
          failed == null
              ? "the apply failed"
              : "the apply failed%s on %s: %s"
                  .formatted(
                      failed.step() == 0 ? "" : " at step " + failed.step(),
                      failed.connection(),
                      failed.message());
      case "applying" -> "statements are running";
      case "applied", "verified" -> "every statement is committed, and the release is to follow";
      case "drifted" -> "every statement is committed, and the databases are not as declared";
      case "proposed", "deferred", "approved", "scheduled" -> "nothing has run";
      default ->
          found.last(StatementApplied.class) == null
              ? "nothing was changed: " + status
              : "what had run stays, without a release: " + status;
    };
  }
}
