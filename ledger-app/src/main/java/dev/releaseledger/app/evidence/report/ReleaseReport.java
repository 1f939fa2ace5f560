package dev.releaseledger.app.evidence.report;

import dev.releaseledger.app.evidence.report.chapter.Application;
import dev.releaseledger.app.evidence.report.chapter.Authority;
import dev.releaseledger.app.evidence.report.chapter.DriftChecks;
import dev.releaseledger.app.evidence.report.chapter.EmergencySection;
import dev.releaseledger.app.evidence.report.chapter.EventList;
import dev.releaseledger.app.evidence.report.chapter.FieldTable;
import dev.releaseledger.app.evidence.report.chapter.InShort;
import dev.releaseledger.app.evidence.report.chapter.ProofSection;
import dev.releaseledger.app.evidence.report.chapter.Standing;
import dev.releaseledger.app.evidence.report.chapter.TestsBefore;
import dev.releaseledger.app.evidence.report.chapter.WayBack;
import dev.releaseledger.app.evidence.report.chapter.WhatChanged;
import dev.releaseledger.app.evidence.report.given.CaseFile;
import dev.releaseledger.app.evidence.report.oscal.AssessmentResults;
import dev.releaseledger.app.evidence.report.page.Block;
import dev.releaseledger.app.evidence.report.page.HtmlReport;
import dev.releaseledger.app.evidence.report.page.MarkdownReport;
import dev.releaseledger.app.evidence.report.page.Page;
import dev.releaseledger.app.evidence.report.page.Text;
import dev.releaseledger.app.evidence.report.page.Words;
import dev.releaseledger.app.evidence.report.pdf.PaperReport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The report about one release in its four forms. It is derived from the evidence: the same
 * evidence makes the same bytes.
 *
 * @param html one file that loads nothing
 * @param pdf for paper
 * @param markdown as text
 * @param oscal as assessment results of OSCAL
 */
public record ReleaseReport(byte[] html, byte[] pdf, byte[] markdown, byte[] oscal) {

  /** Writes the report. */
  public static ReleaseReport of(CaseFile file) {
    Page page = page(file);
    return new ReleaseReport(
        HtmlReport.of(page).getBytes(StandardCharsets.UTF_8),
        PaperReport.of(page),
        MarkdownReport.of(page).getBytes(StandardCharsets.UTF_8),
        AssessmentResults.of(file));
  }

  private static Page page(CaseFile file) {
    return new Page(
        "Evidence of %s of %s".formatted(file.subject(), file.place()),
        "%s, %s. Derived from the evidence, not itself authoritative."
            .formatted(file.place(), file.subject()),
        lead(file),
        List.of(
            InShort.of(file),
            WhatChanged.of(file),
            Authority.of(file),
            TestsBefore.of(file),
            Application.of(file),
            DriftChecks.of(file),
            WayBack.of(file),
            EmergencySection.of(file),
            ProofSection.of(file),
            FieldTable.of(file),
            EventList.of(file),
            Standing.section()),
        file.asOf());
  }

  private static List<Block> lead(CaseFile file) {
    List<Block> lead = new ArrayList<>();
    lead.add(
        new Block.Paragraph(
            Text.of(
                "%s, in log %s, up to %s."
                    .formatted(
                        Words.count(file.events().size(), "event"),
                        file.log().origin(),
                        Words.time(file.asOf())))));
    lead.add(new Block.Notice(Standing.sentence()));
    if (file.said() != null && !file.said().contradictions().isEmpty()) {
      lead.add(new Block.Notice(Text.strong("The statement says what cannot be so together:")));
      lead.add(new Block.Bullets(file.said().contradictions().stream().map(Text::of).toList()));
    }
    return lead;
  }
}
