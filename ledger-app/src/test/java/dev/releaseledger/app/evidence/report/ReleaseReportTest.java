package dev.releaseledger.app.evidence.report;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.app.evidence.report.field.AuditFields;
import dev.releaseledger.app.evidence.report.given.CaseFile;
import dev.releaseledger.app.evidence.report.given.HeldCheckpoint;
import dev.releaseledger.app.evidence.report.given.LedgerEvent;
import dev.releaseledger.app.evidence.report.given.LogProof;
import dev.releaseledger.app.evidence.report.page.Text;
import dev.releaseledger.evidence.attestation.release.Drift;
import dev.releaseledger.evidence.attestation.release.SchemaRelease;
import dev.releaseledger.evidence.attestation.release.Verification;
import dev.releaseledger.evidence.trust.AnchorPolicy.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class ReleaseReportTest {

  private static final boolean REWRITE = "true".equals(System.getenv("LEDGER_GOLDEN_REWRITE"));
  private static final Path GOLDEN = Path.of("src/test/resources/evidence-report");
  private static final String DERIVED =
      "This report is derived from the evidence and is not itself authoritative";
  private static final List<String> SECTIONS =
      List.of(
          "1. In short",
          "2. What changed",
          "3. On whose authority",
          "4. After which tests",
          "5. When and by whom it was applied",
          "6. Drift check",
          "7. Rollback",
          "8. Emergency",
          "9. What is proven, and how to check it",
          "10. What auditors ask for",
          "11. All events",
          "12. What this report is worth");

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
  void where_letters_are_numbered_the_first_sheet_says_why() throws IOException {
    assertThat(paper(ReleaseReport.of(new SampleCase().saying("顧客").released())))
        .containsSubsequence(DERIVED, "are in no font of this file", "1. In short");
    assertThat(paper(ReleaseReport.of(new SampleCase().released())))
        .doesNotContain("are in no font of this file");
  }

  @Test
  void the_contents_on_paper_name_the_sheet_on_which_each_section_starts() throws IOException {
    ReleaseReport report = ReleaseReport.of(new SampleCase().released());
    try (PDDocument document = Loader.loadPDF(report.pdf())) {
      String contents = textOf(document, 1);
      for (String section : SECTIONS) {
        Matcher entry =
            Pattern.compile(Pattern.quote(section) + "\\s+page (\\d+)").matcher(contents);
        assertThat(entry.find()).as(section).isTrue();
        assertThat(textOf(document, Integer.parseInt(entry.group(1))))
            .containsPattern("(?m)^" + Pattern.quote(section) + "\\s*$");
      }
    }
  }

  @Test
  void paper_can_be_read_aloud_since_headings_lists_and_cells_are_marked_as_such()
      throws IOException {
    CaseFile file = new SampleCase().released();
    try (PDDocument document = Loader.loadPDF(ReleaseReport.of(file).pdf())) {
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
      List<String> types = typesIn(document.getDocumentCatalog().getStructureTreeRoot());
      assertThat(types)
          .contains("H1", "H2", "H3", "P", "L", "LI", "LBody", "Table", "TR", "TH", "TD", "TOC");
      assertThat(types.stream().filter("H2"::equals)).hasSize(SECTIONS.size());
    }
  }

  @Test
  void each_piece_on_a_sheet_belongs_to_an_element() throws IOException {
    try (PDDocument document =
        Loader.loadPDF(ReleaseReport.of(new SampleCase().released()).pdf())) {
      var numbers =
          document
              .getDocumentCatalog()
              .getStructureTreeRoot()
              .getCOSObject()
              .getCOSDictionary(COSName.getPDFName("ParentTree"))
              .getCOSArray(COSName.getPDFName("Nums"));
      assertThat(numbers.size()).isEqualTo(2 * document.getNumberOfPages());
      for (int i = 0; i < document.getNumberOfPages(); i++) {
        String content =
            new String(
                document.getPage(i).getContents().readAllBytes(), StandardCharsets.ISO_8859_1);
        long pieces = Pattern.compile("/MCID \\d+").matcher(content).results().count();
        assertThat(document.getPage(i).getStructParents()).isEqualTo(i);
        assertThat((long) ((COSArray) numbers.getObject(2 * i + 1)).size()).isEqualTo(pieces);
      }
    }
  }

  @Test
  void the_first_section_answers_what_an_auditor_asks_first() {
    String markdown = markdown(ReleaseReport.of(new SampleCase().released()));

    assertThat(markdown)
        .contains(
            "| **On whose authority?** | asked for by Alice Ångström, 2026-01-20 10:03:00 UTC<br>"
                + "approved by Боб Иванов, 2026-01-20 10:08:00 UTC<br>separation of duties: kept |",
            "the plan that ran is the one that was approved, by its digest",
            "| **Is anything missing?** | No. The events of shop/prod are numbered: all from 3"
                + " (plan-proposed) to 21 (release-advanced) are here",
            "| **What stands out?** | **what the plan takes away was forced**<br>"
                + "**1 step is destructive** |");
  }

  @Test
  void an_event_that_is_left_out_is_not_passed_over() {
    CaseFile whole = new SampleCase().released();
    List<LedgerEvent> events =
        whole.events().stream().filter(it -> !it.name().equals("plan-approved")).toList();

    assertThat(markdown(ReleaseReport.of(with(whole, events, whole.log()))))
        .contains("| **Is anything missing?** | **Yes: the numbers of the events");
  }

  @Test
  void an_emergency_without_an_approval_stands_out() {
    assertThat(markdown(ReleaseReport.of(new SampleCase().emergency().released())))
        .contains(
            "**approved by nobody**",
            "**the plan that ran is not one that was approved**",
            "**gates were passed in an emergency**<br>"
                + "**nobody has reviewed the emergency yet**<br>**no approval stands**");
  }

  @Test
  void a_checkpoint_that_has_not_all_of_the_events_is_no_proof_of_all_of_them() {
    CaseFile file = new SampleCase().released();
    LogProof early =
        new LogProof(
            file.log().origin(),
            file.log().size(),
            file.log().root(),
            file.log().signedAt(),
            List.of(new HeldCheckpoint(Kind.GIT, "audit", file.lastLeaf(), null, Duration.ZERO)));
    ReleaseReport report = ReleaseReport.of(with(file, file.events(), early));

    assertThat(markdown(report))
        .contains("**Nobody but the ledger holds a checkpoint of all of this.**");
    assertThat(new String(report.oscal(), StandardCharsets.UTF_8))
        .contains("no checkpoint over every event is held elsewhere");
  }

  @Test
  void of_many_checkpoints_those_next_to_the_events_are_told() {
    CaseFile file = new SampleCase().released();
    List<HeldCheckpoint> many =
        java.util.stream.LongStream.rangeClosed(1, 120)
            .mapToObj(size ->
                new HeldCheckpoint(
                    Kind.RFC3161,
                    "tsa",
                    size,
                    Instant.parse("2026-01-20T00:00:00Z").plusSeconds(size),
                    Duration.ofSeconds(1)))
            .toList();
    LogProof log =
        new LogProof(file.log().origin(), 120, file.log().root(), file.log().signedAt(), many);

    assertThat(log.around(file.firstLeaf(), file.lastLeaf()))
        .extracting(HeldCheckpoint::size)
        .containsExactly(file.firstLeaf(), file.lastLeaf() + 1);
    assertThat(markdown(ReleaseReport.of(with(file, file.events(), log))))
        .contains("118 more anchors of the evidence");
  }

  @Test
  void a_bracket_of_times_is_as_wide_as_the_clocks_of_others_are_inexact() {
    CaseFile file = new SampleCase().released();

    assertThat(file.log().bracket(file.firstLeaf()).after())
        .isEqualTo(Instant.parse("2026-01-20T08:59:59Z"));
    assertThat(file.log().bracket(file.lastLeaf()).before())
        .isEqualTo(Instant.parse("2026-01-20T10:22:31Z"));
  }

  @Test
  void a_window_that_the_statement_does_not_have_is_not_made_up() {
    assertThat(markdown(ReleaseReport.of(new SampleCase().released())))
        .contains("| **Window** | *not recorded* |")
        .doesNotContain("at any time");
  }

  @Test
  void people_are_called_by_their_names_and_listed_once_with_their_references() {
    String markdown = markdown(ReleaseReport.of(new SampleCase().released()));

    assertThat(markdown).contains("| **Requester** | Alice Ångström |");
    assertThat(Pattern.compile("act_01m7y4gmkfm79t2qenyase07c5").matcher(markdown).results())
        .hasSize(1);
  }

  @Test
  void two_people_of_one_name_are_told_apart() {
    assertThat(markdown(ReleaseReport.of(new SampleCase().named("Kim Lee", "Kim Lee").released())))
        .contains("approved by Kim Lee (`act_01m7y4h2d3vt8n4r6w9x1b5k7m`)");
  }

  @Test
  void words_that_were_erased_are_not_said_to_be_missing() {
    assertThat(Text.orErased(null).plain()).isEqualTo("erased");
    assertThat(Text.orErased("a reason").plain()).isEqualTo("a reason");
  }

  @Test
  void a_name_within_the_style_sheet_ends_neither_its_string_nor_the_sheet() {
    CaseFile file = new SampleCase().released();
    String evil = "a\";}*{color:red}</style><script>x\\";
    String html =
        html(
            ReleaseReport.of(
                new CaseFile(
                    evil,
                    file.environment(),
                    file.move(),
                    file.change(),
                    file.said(),
                    file.diffs(),
                    file.events(),
                    file.log(),
                    file.archive())));

    String style = html.substring(html.indexOf("<style>"), html.indexOf("</style>"));
    assertThat(html).doesNotContain("<script").containsOnlyOnce("</style>");
    assertThat(style)
        .doesNotContain("{color:red}")
        .contains("content: \"a\\000022\\00003b\\00007d");
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

  private static CaseFile with(CaseFile file, List<LedgerEvent> events, LogProof log) {
    return new CaseFile(
        file.project(),
        file.environment(),
        file.move(),
        file.change(),
        file.said(),
        file.diffs(),
        events,
        log,
        file.archive());
  }

  private static String textOf(PDDocument document, int sheet) throws IOException {
    PDFTextStripper text = new PDFTextStripper();
    text.setStartPage(sheet);
    text.setEndPage(sheet);
    return text.getText(document);
  }

  private static List<String> typesIn(PDStructureNode node) {
    List<String> types = new ArrayList<>();
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        types.add(element.getStructureType());
        types.addAll(typesIn(element));
      }
    }
    return types;
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
