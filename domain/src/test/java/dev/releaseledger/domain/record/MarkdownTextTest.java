package dev.releaseledger.domain.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "plain words;plain words",
        "a | b;a \\| b",
        "**bold** _it_;\\*\\*bold\\*\\* \\_it\\_",
        "<script>;~&lt;script&gt;~",
        "[click](http://evil);\\[click\\](http:<!-- -->//evil)",
        "![x](y);\\!\\[x\\](y)",
        "@everyone;@<!-- -->everyone",
        "see #12;see \\#12",
        "# heading;\\# heading",
        "- item;\\- item",
        "1. item;1\\. item",
        "~a &amp; b~;~a &amp;amp; b~",
        "www.example.org;www<!-- -->.example.org",
        "`code`;\\`code\\`",
        "$x$;\\$x\\$",
        "~two\nlines~;two lines"
      })
  void what_people_write_stays_text(String text, String markdown) {
    assertThat(MarkdownText.text(text)).isEqualTo(markdown);
  }

  @Test
  void what_cannot_be_seen_is_left_out() {
    assertThat(MarkdownText.text("a\u202eb\u0007c")).isEqualTo("a b c");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {"name;`name`", "a|b;`a\\|b`", "a`b;``a`b``", "`a;`` `a ``", "~a\nb~;`a b`"})
  void code_is_ended_by_nothing_in_it(String text, String markdown) {
    assertThat(MarkdownText.code(text)).isEqualTo(markdown);
  }
}
