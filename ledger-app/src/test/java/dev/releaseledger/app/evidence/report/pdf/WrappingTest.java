package dev.releaseledger.app.evidence.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.releaseledger.app.evidence.report.page.Text;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WrappingTest {

  private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

  private PDDocument document;
  private Fonts fonts;

  @BeforeEach
  void open() throws IOException {
    document = new PDDocument();
    fonts = new Fonts(document);
  }

  @AfterEach
  void close() throws IOException {
    document.close();
  }

  @Test
  void words_go_to_the_next_line_as_they_are() {
    assertThat(lines(Text.of("the quick brown fox jumps over the lazy dog"), 80))
        .hasSizeGreaterThan(2)
        .allSatisfy(line ->
            assertThat("the quick brown fox jumps over the lazy dog ")
                .contains(line.strip() + " "));
  }

  @Test
  void a_digest_that_is_longer_than_a_line_is_broken_and_nothing_of_it_is_lost() {
    List<String> lines = lines(Text.code(DIGEST), 120);

    assertThat(lines).hasSizeGreaterThan(1);
    assertThat(String.join("", lines)).isEqualTo(DIGEST);
  }

  @Test
  void no_line_is_wider_than_its_room() {
    Text text = Text.of("the schema ").and(Text.code(DIGEST)).and(" and ").and(Text.strong(DIGEST));

    for (float room = 20; room < 300; room += 7) {
      float limit = room + 0.01f;
      assertThat(Wrapping.of(text, Face.PLAIN, fonts, 8, room))
          .allSatisfy(line -> assertThat(width(line)).isLessThan(limit));
    }
  }

  @Test
  void a_letter_that_no_font_has_is_written_as_its_number() {
    assertThat(lines(Text.of("顧 is"), 300)).containsExactly("[U+9867] is");
  }

  @Test
  void a_letter_that_only_another_font_has_is_taken_from_there() {
    assertThat(fonts.of(Face.MONO).has(0x05D0)).isFalse();
    assertThat(fonts.printable(new Run("aאb", Face.MONO, false)))
        .extracting(Run::face)
        .containsExactly(Face.MONO, Face.PLAIN, Face.MONO);
  }

  @Test
  void what_is_read_from_the_right_is_seen_from_the_right() {
    assertThat(lines(Text.of("by שלום (ok)"), 300)).containsExactly("by םולש (ok)");
  }

  @Test
  void marks_that_come_in_pairs_are_turned_with_what_they_enclose() {
    assertThat(lines(Text.of("א(ב)ג"), 300)).containsExactly("ג(ב)א");
  }

  private List<String> lines(Text text, float room) {
    return Wrapping.of(text, Face.PLAIN, fonts, 8, room).stream()
        .map(line -> line.stream().map(Run::text).collect(Collectors.joining()))
        .toList();
  }

  private float width(List<Run> line) {
    float width = 0;
    for (Run run : line) {
      boolean last = run == line.getLast();
      width += fonts.width(last ? run.with(run.text().stripTrailing()) : run, 8);
    }
    return width;
  }
}
