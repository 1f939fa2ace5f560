package dev.releaseledger.app.evidence.report.chapter;

import dev.releaseledger.app.evidence.report.given.CaseFile;
import dev.releaseledger.app.evidence.report.given.Cited;
import dev.releaseledger.app.evidence.report.page.Section;
import dev.releaseledger.app.evidence.report.page.Text;
import dev.releaseledger.app.evidence.report.page.Words;
import dev.releaseledger.domain.record.ChangeRecord.Emergency;
import dev.releaseledger.domain.record.ChangeRecord.Reviewed;

/** Whether gates were passed because there was no time, and who looked at that afterwards. */
public final class EmergencySection {

  private EmergencySection() {}

  /** The section. */
  public static Section of(CaseFile file) {
    Section.Draft draft = Section.draft("emergency", "Emergency");
    Emergency emergency = file.change() == null ? null : file.change().emergency();
    if (emergency == null) {
      return draft.paragraph("No emergency was declared.").written();
    }
    Cited cited = new Cited(file);
    Reviewed reviewed = emergency.reviewed();
    draft.notice(Text.of("Gates were passed in an emergency."));
    draft.facts(
        new FactList()
            .put("Declared by", cited.actor(emergency.recorded()))
            .put("When", Text.of(Words.time(emergency.recorded().at())))
            .put("Event", cited.event(emergency.recorded().position()))
            .put("Justification", Text.orErased(emergency.reason()))
            .words("Reference", emergency.reference())
            .put("Review due", Text.of(Words.time(emergency.reviewDue())))
            .put(
                "Reviewed by",
                reviewed == null ? Text.strong("nobody yet") : cited.actor(reviewed.recorded()))
            .all());
    if (reviewed != null) {
      draft.facts(
          new FactList()
              .put(
                  "Found",
                  reviewed.justified() ? Text.of("justified") : Text.strong("not justified"))
              .put("Why", Text.orErased(reviewed.reason()))
              .put("Reviewed at", Text.of(Words.time(reviewed.recorded().at())))
              .put("Event of the review", cited.event(reviewed.recorded().position()))
              .put(
                  "In time",
                  reviewed.recorded().at().isAfter(emergency.reviewDue())
                      ? Text.strong("no")
                      : Text.of("yes"))
              .all());
    }
    return draft.written();
  }
}
