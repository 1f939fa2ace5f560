package dev.releaseledger.app.evidence.report.oscal;

import dev.releaseledger.app.evidence.report.given.CaseFile;
import java.util.List;
import java.util.Optional;

/**
 * Something that the evidence is looked at for.
 *
 * @param id a name as XML has them (NCName)
 * @param control the control of NIST SP 800-53 revision 5 that it is a part of
 */
record Objective(String id, String control, String title, Source source) {

  /** Judges the evidence; nothing where the objective has no meaning for it. */
  interface Source {
    Optional<Judgement> of(CaseFile file);
  }

  /** All of them; docs/evidence/report.md has the same list. */
  static final List<Objective> ALL =
      List.of(
          new Objective(
              "change-documented", "cm-3", "The change has a reason.", Requested::documented),
          new Objective(
              "impact-analyzed",
              "cm-4",
              "The impact of the change was analyzed before it was made.",
              Requested::analyzed),
          new Objective(
              "change-tested",
              "cm-3.2",
              "The change was tested before it was made.",
              Requested::tested),
          new Objective(
              "change-approved",
              "cm-3",
              "The change was approved before it was made.",
              Requested::approved),
          new Objective(
              "duties-separated",
              "ac-5",
              "Those who ask, approve and apply were kept apart.",
              Requested::separated),
          new Objective(
              "applied-as-approved",
              "cm-5",
              "What was applied is what was approved, all of it.",
              Executed::asApproved),
          new Objective(
              "free-of-drift",
              "cm-2",
              "The databases were as declared after the change.",
              Executed::freeOfDrift),
          new Objective(
              "way-back-known",
              "cm-3",
              "It was known how to take the change back.",
              Executed::wayBack),
          new Objective(
              "emergency-reviewed",
              "cm-3",
              "Somebody else reviewed the emergency.",
              Executed::emergencyReviewed),
          new Objective(
              "record-protected",
              "au-10",
              "A checkpoint over every event is held outside of the ledger.",
              Executed::recordProtected));
}
