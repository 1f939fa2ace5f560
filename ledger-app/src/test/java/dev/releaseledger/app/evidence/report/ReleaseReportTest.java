package dev.releaseledger.app.evidence.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.app.evidence.report.field.AuditFields;
import dev.releaseledger.app.evidence.report.given.CaseFile;
import dev.releaseledger.evidence.attestation.release.Drift;
import dev.releaseledger.evidence.attestation.release.SchemaRelease;
import dev.releaseledger.evidence.attestation.release.Verification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class ReleaseReportTest {

  private static final boolean REWRITE = "true".equals(System.getenv("LEDGER_GOLDEN_REWRITE"));
  private static final Path GOLDEN = Path.of("src/test/resources/evidence-report");
  private static final String DERIVED =
      "This report is derived from the evidence and is not itself authoritative";
  private static final List<String> SECTIONS =
      List.of(
          "What changed",
          "On whose authority",
          "After which tests",
          "When and by whom it was applied",
          "Drift check",
          "Rollback",
          "Emergency",
          "What is proven, and how to check it",
          "What auditors ask for",
          "All events",
          "What this report is worth");

  @Test
  void a_released_change_reads_well_as_markdown() throws IOException {
    assertGolden("released.md", ReleaseReport.of(new SampleCase().released()).markdown());
  }

  @Test
  void a_released_change_reads_well_on_a_screen() throws IOException {
    assertGolden("released.html", ReleaseReport.of(new SampleCase().released()).html());
  }

  @Test
  void the_sections_are_in_the_order_in_which_an_auditor_asks() throws IOException {
    ReleaseReport report = ReleaseReport.of(new SampleCase().released());

    assertThat(markdown(report))
        .containsSubsequence(SECTIONS.stream().map(it -> "## " + it).toList());
    assertThat(html(report))
        .containsSubsequence(SECTIONS.stream().map(it -> "-title\">" + it + "</h2>").toList());
    assertThat(paper(report)).containsSubsequence(SECTIONS);
  }

  @Test
  void each_form_says_at_the_top_that_it_is_derived() throws IOException {
    ReleaseReport report = ReleaseReport.of(new SampleCase().released());

    assertThat(markdown(report).indexOf(DERIVED)).isBetween(0, 400);
    assertThat(html(report)).contains("<p class=\"notice\">" + DERIVED);
    assertThat(paper(report)).contains(DERIVED);
    assertThat(new String(report.oscal(), StandardCharsets.UTF_8)).contains(DERIVED);
  }

  @Test
  void paper_has_names_in_their_own_letters_and_digests_in_full() throws IOException {
    CaseFile file = new SampleCase().released();
    String paper = paper(ReleaseReport.of(file)).replaceAll("\\s+", "");

    assertThat(paper)
        .contains("AliceÅngström", "БобИванов", file.log().root().hex())
        .contains(requireNonNull(file.change()).what().planDigest())
        .contains("plan-approved#1228,leaf65");
  }

  @Test
  void every_event_is_on_paper_with_its_position() throws IOException {
    CaseFile file = new SampleCase().released();
    String paper = paper(ReleaseReport.of(file));

    assertThat(file.events()).hasSizeGreaterThan(15);
    assertThat(file.events())
        .allSatisfy(event -> assertThat(paper).contains("#" + event.position()));
  }

  @Test
  void letters_that_no_font_has_are_numbered_and_not_lost() throws IOException {
    String paper = paper(ReleaseReport.of(new SampleCase().saying("顧客 calls").released()));

    assertThat(paper).contains("[U+9867][U+5BA2] calls");
  }

  @Test
  void the_same_evidence_makes_the_same_bytes() {
    ReleaseReport one = ReleaseReport.of(new SampleCase().released());
    ReleaseReport other = ReleaseReport.of(new SampleCase().released());

    assertThat(one.html()).isEqualTo(other.html());
    assertThat(one.pdf()).isEqualTo(other.pdf());
    assertThat(one.markdown()).isEqualTo(other.markdown());
    assertThat(one.oscal()).isEqualTo(other.oscal());
  }

  @Test
  void no_part_of_the_paper_depends_on_a_zlib() {
    String pdf =
        new String(
            ReleaseReport.of(new SampleCase().released()).pdf(), StandardCharsets.ISO_8859_1);

    assertThat(pdf).startsWith("%PDF-").doesNotContain("/FlateDecode");
  }

  @Test
  void the_file_loads_nothing_and_runs_nothing() {
    String html = html(ReleaseReport.of(new SampleCase().released()));

    assertThat(html)
        .contains("default-src 'none'")
        .doesNotContain("<script", "<img", "<link", "<iframe", "@import", "url(", "src=")
        .doesNotContainPattern("href=\"(?!#)");
  }

  @Test
  void nothing_that_people_wrote_is_markup() {
    String evil =
        "</code></td><script>alert('x')</script><img src=x onerror=\"y\"> | `` | # h\n# head\n"
            + "[l](http://evil.example) <!-- @team ``` \u202Egnp.exe \u0000 &lt;";
    ReleaseReport report =
        ReleaseReport.of(new SampleCase().saying(evil).named(evil, "<b>bob</b>").released());
    String html = html(report);

    assertThat(html)
        .doesNotContain("<script", "<img", "<b>", "\u202E", "\u0000")
        .contains("&lt;script&gt;alert(&#39;x&#39;)", "[U+202E]gnp.exe", "[U+0000]", "&amp;lt;");
    assertThat(markdown(report))
        .doesNotContain("<script", "<img", "<b>", "](http://", "\u202E", "\u0000", "@team")
        .doesNotContainPattern("(?m)^# head");
  }

  @Test
  void each_field_of_the_auditors_has_its_title_above_its_answers() {
    String markdown = markdown(ReleaseReport.of(new SampleCase().released()));

    assertThat(markdown)
        .containsSubsequence(
            AuditFields.ALL.stream()
                .map(field -> "**" + field.title() + "**\n\n| Field | Value | Event |")
                .toList());
  }

  @Test
  void a_cell_of_markdown_stays_a_cell() {
    String markdown =
        markdown(ReleaseReport.of(new SampleCase().saying("a | b `c|d` \\| e").released()));
    Pattern bar = Pattern.compile("(?<!\\\\)\\|");

    assertThat(markdown.lines().filter(line -> line.startsWith("| local validation |")))
        .singleElement()
        .satisfies(row -> assertThat(bar.matcher(row).results().count()).isEqualTo(5));
  }

  @Test
  void markup_is_balanced() throws Exception {
    String html =
        html(ReleaseReport.of(new SampleCase().saying("a < b & c").emergency().released()));
    String xml =
        html.replace("<!DOCTYPE html>", "")
            .replaceAll("<(meta|col)( [^>]*)>", "<$1$2/>")
            .replace("<br>", "<br/>");

    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    assertThat(document.getElementsByTagName("section").getLength()).isEqualTo(SECTIONS.size());
  }

  @Test
  void without_a_rehearsal_it_is_said_that_none_is_recorded() throws IOException {
    ReleaseReport report = ReleaseReport.of(new SampleCase().unrehearsed().released());

    assertThat(markdown(report))
        .contains(
            "*not recorded*: no step of the plan was rehearsed.",
            "| rehearsal | *not recorded* |  |");
    assertThat(paper(report)).contains("not recorded: no step of the plan was rehearsed.");
  }

  @Test
  void an_emergency_is_told_with_who_has_to_look_at_it() {
    String markdown = markdown(ReleaseReport.of(new SampleCase().emergency().released()));

    assertThat(markdown)
        .contains(
            "> Gates were passed in an emergency.",
            "| **Reviewed by** | **nobody yet** |",
            "Nobody approved it.",
            "| emergency | yes | emergency-declared `#1228`, leaf 65 |",
            "| reviewed by | *not recorded* |  |");
  }

  @Test
  void the_review_of_an_emergency_is_told_with_what_it_found() {
    String markdown = markdown(ReleaseReport.of(new SampleCase().reviewed()));

    assertThat(markdown).contains("| **Found** | **not justified** |", "it could have waited");
  }

  @Test
  void a_way_back_without_a_plan_says_that_there_was_none() throws IOException {
    ReleaseReport report = ReleaseReport.of(new SampleCase().wentBack());

    assertThat(markdown(report))
        .contains(
            "# Evidence of release rel_21 of shop/prod",
            "There is no rollout, and so no plan",
            "> This release is itself a way back",
            "There is no signed statement",
            "No checkpoint is held outside of the ledger.",
            "| reason | customers are called by their names | release-advanced `#1207`, leaf 58 |",
            "| plan digest | *not recorded* |  |");
    assertThat(paper(report)).contains("This release is itself a way back");
  }

  @Test
  void a_statement_that_contradicts_itself_is_not_passed_over() {
    CaseFile file = new SampleCase().released();
    SchemaRelease said = requireNonNull(file.said());
    SchemaRelease broken =
        new SchemaRelease(
            said.release(),
            said.environment(),
            said.previousRelease(),
            said.change(),
            said.requester(),
            said.approvals(),
            said.separationOfDuties(),
            said.tests(),
            said.window(),
            said.apply(),
            new Verification(
                Drift.FOUND, said.verification().snapshotDigest(), said.verification().at()),
            said.rollback(),
            said.gate(),
            said.log());

    assertThat(
            markdown(
                ReleaseReport.of(
                    new CaseFile(
                        file.project(),
                        file.environment(),
                        file.move(),
                        file.change(),
                        broken,
                        file.diffs(),
                        file.events(),
                        file.log(),
                        file.archive()))))
        .contains("> **The statement says what cannot be so together:**", "drift was found");
  }

  private static String html(ReleaseReport report) {
    return new String(report.html(), StandardCharsets.UTF_8);
  }

  private static String markdown(ReleaseReport report) {
    return new String(report.markdown(), StandardCharsets.UTF_8);
  }

  private static String paper(ReleaseReport report) throws IOException {
    try (PDDocument document = Loader.loadPDF(report.pdf())) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static void assertGolden(String name, byte[] content) throws IOException {
    Path golden = GOLDEN.resolve(name);
    if (REWRITE) {
      Files.createDirectories(GOLDEN);
      Files.write(golden, content);
    }
    assertThat(new String(content, StandardCharsets.UTF_8)).isEqualTo(Files.readString(golden));
  }
}
